package org.territorydelta.spark;

import static org.territorydelta.spark.Column.date;
import static org.territorydelta.spark.Column.days;
import static org.territorydelta.spark.Column.integer;
import static org.territorydelta.spark.Column.km2;
import static org.territorydelta.spark.Column.share;
import static org.territorydelta.spark.Column.text;
import static org.territorydelta.spark.Column.texts;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** The tables that hold two sources against each other. */
final class AgreementTables {
  private AgreementTables() {}

  static final Table SOURCE_AGREEMENT =
      new Table(
          "source_agreement",
          "How far two sources agree on one side's ground in one region at the end of one day. Days are those on which both have a map not older than max-staleness-days; ground is that of the countries both draw, inside the regions' own borders.",
          List.of("source_a", "source_b", "side", "layer_set", "level", "region_id", "day"),
          List.of(),
          List.of(
              text("source_a", "The one source; its id comes first in the alphabet."),
              text("source_b", "The other source."),
              text("side", "The side."),
              text("layer_set", "The statuses that count as controlled."),
              text("region_id", "The region; ALL is all ground that is compared."),
              integer("level", "The region's level."),
              text("region_name", "The region's name."),
              text(
                      "country",
                      "The region's country; null for ALL and UNASSIGNED, and where the regions file knows none.")
                  .orNull(),
              date("day", "The day."),
              date("a_map_date", "Map of source_a that stands for the day."),
              date("b_map_date", "Map of source_b that stands for the day."),
              days("a_staleness_days", "Age of that map of source_a on the day."),
              days("b_staleness_days", "Age of that map of source_b on the day."),
              texts("countries", "The countries compared; empty for no limit."),
              days(
                  "compared_days",
                  "Days of the month on which both have such a map: what \"the whole month\" stands for."),
              km2("a_km2", "Ground by source_a: in_both + only_a."),
              km2("b_km2", "Ground by source_b: in_both + only_b."),
              km2("in_both_km2", "Ground by both."),
              km2("only_a_km2", "Ground by source_a and not by source_b."),
              km2("only_b_km2", "Ground by source_b and not by source_a."),
              share("jaccard", "in_both over in_both + only_a + only_b; null where all are none.")
                  .orNull(),
              km2(
                  "only_a_standing_km2",
                  "The part of only_a that source_a shows on every compared day of the month and source_b on none."),
              km2("only_b_standing_km2", "The same of source_b."),
              km2(
                  "only_a_baseline_km2",
                  "The part of that in pieces broader than baseline-width-km: the sources do not mean the same ground. only_a less this is how differently the front is drawn."),
              km2("only_b_baseline_km2", "The same of source_b."),
              share(
                      "front_jaccard",
                      "jaccard with both baselines left out; null where all are none.")
                  .orNull(),
              km2(
                  "rounding_bound_km2",
                  "Bound, not estimate: how far roundings, noding and closing can have moved the figures of the day, in all regions together.")));

  static final Table DISAGREEMENT_POLYGON =
      new Table(
          "disagreement_polygon",
          "GeoParquet 1.1; rows in spatial order. Ground that at the end of a month's last compared day one source gives to a side and another does not. Connected ground is cut by kind and by the regions of every level.",
          List.of(
              "source_a",
              "source_b",
              "side",
              "layer_set",
              "month",
              "shown_by",
              "piece",
              "kind",
              "lies_in"),
          List.of(),
          List.of(
              text("source_a", "The one source."),
              text("source_b", "The other source."),
              text("side", "The side."),
              text("layer_set", "The statuses that count as controlled."),
              text("month", "The month, as 2024-08."),
              date("day", "The month's last compared day."),
              text("shown_by", "The source that gives the ground to the side."),
              integer("piece", "Number of the connected ground it is part of, from 1 by size."),
              text(
                  "kind",
                  "baseline: broad, and so all month; front: all else, coasts and borders included."),
              text("lies_in", "Its regions of every level, from the lowest, joined by /."),
              text(
                  "region_id",
                  "The region it lies in, of the lowest level; UNASSIGNED outside every one."),
              text(
                      "country",
                      "That region's country; null for UNASSIGNED, and where the regions file knows none.")
                  .orNull(),
              new Column(
                  "regions",
                  DataTypes.createArrayType(
                      DataTypes.createStructType(
                          List.of(
                              DataTypes.createStructField("level", DataTypes.IntegerType, false),
                              DataTypes.createStructField("region_id", DataTypes.StringType, false),
                              DataTypes.createStructField("country", DataTypes.StringType, false))),
                      false),
                  false,
                  "",
                  "The regions it lies in, of every level; an empty country where none is known."),
              km2("area_km2", "How much."),
              km2(
                  "standing_km2",
                  "The part that the source shows on every compared day of the month and the other on none."),
              Column.geometry("Its shape; null where a source's terms forbid passing it on."),
              Column.box("The box around it.")));
}
