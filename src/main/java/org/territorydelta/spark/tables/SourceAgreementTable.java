package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.days;
import static org.territorydelta.spark.tables.Column.integer;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.share;
import static org.territorydelta.spark.tables.Column.text;
import static org.territorydelta.spark.tables.Column.texts;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.territorydelta.model.agreement.SourceAgreement;
import org.territorydelta.model.agreement.SourceAgreement.Figures;
import org.territorydelta.model.agreement.SourceAgreement.Only;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.RegionFacts;

/**
 * {@link SourceAgreement} as a row. Margins and Jaccard follow from other columns: they are written
 * for the reader and left aside on the way back, as is what else is known of the region.
 */
public final class SourceAgreementTable extends Table<SourceAgreement> {
  SourceAgreementTable() {
    super(
        "source_agreement",
        "How far two sources agree on one side's ground in one region at the end of one day. Days are those on which both have a map not older than max-staleness-days; ground is that of the countries both draw, inside the regions' own borders.",
        List.of("source_a", "source_b", "side", "layer_set", "level", "region_id", "day"),
        List.of(),
        List.of(
            text(
                "source_a",
                "The one source; its id comes first in the alphabet.",
                agreement -> agreement.key().sources().a()),
            text("source_b", "The other source.", agreement -> agreement.key().sources().b()),
            text("side", "The side.", agreement -> agreement.key().side()),
            text(
                "layer_set",
                "The statuses that count as controlled.",
                agreement -> agreement.key().layerSet()),
            text(
                "region_id",
                "The region; ALL is all ground that is compared.",
                agreement -> agreement.key().region().id().id()),
            integer(
                "level", "The region's level.", agreement -> agreement.key().region().id().level()),
            text("region_name", "The region's name.", agreement -> agreement.key().region().name()),
            orNull(
                text(
                    "country",
                    "The region's country; null for ALL and UNASSIGNED, and where the regions file knows none.",
                    agreement -> RegionColumns.country(agreement.key().region()))),
            date("day", "The day.", agreement -> agreement.key().day()),
            date(
                "a_map_date",
                "Map of source_a that stands for the day.",
                agreement -> agreement.basis().a().mapDate()),
            date(
                "b_map_date",
                "Map of source_b that stands for the day.",
                agreement -> agreement.basis().b().mapDate()),
            days(
                "a_staleness_days",
                "Age of that map of source_a on the day.",
                agreement -> agreement.basis().a().stalenessDays()),
            days(
                "b_staleness_days",
                "Age of that map of source_b on the day.",
                agreement -> agreement.basis().b().stalenessDays()),
            texts(
                "countries",
                "The countries compared; empty for no limit.",
                agreement -> agreement.basis().countries().toArray()),
            days(
                "compared_days",
                "Days of the month on which both have such a map: what \"the whole month\" stands for.",
                agreement -> agreement.basis().comparedDays()),
            km2(
                "a_km2",
                "Ground by source_a: in_both + only_a.",
                agreement -> agreement.figures().aM2()),
            km2(
                "b_km2",
                "Ground by source_b: in_both + only_b.",
                agreement -> agreement.figures().bM2()),
            km2("in_both_km2", "Ground by both.", agreement -> agreement.figures().inBothM2()),
            km2(
                "only_a_km2",
                "Ground by source_a and not by source_b.",
                agreement -> agreement.figures().onlyA().areaM2()),
            km2(
                "only_b_km2",
                "Ground by source_b and not by source_a.",
                agreement -> agreement.figures().onlyB().areaM2()),
            orNull(
                share(
                    "jaccard",
                    "in_both over in_both + only_a + only_b; null where all are none.",
                    agreement -> agreement.figures().jaccard())),
            km2(
                "only_a_standing_km2",
                "The part of only_a that source_a shows on every compared day of the month and source_b on none.",
                agreement -> agreement.figures().onlyA().standingM2()),
            km2(
                "only_b_standing_km2",
                "The same of source_b.",
                agreement -> agreement.figures().onlyB().standingM2()),
            km2(
                "only_a_baseline_km2",
                "The part of that in pieces broader than baseline-width-km: the sources do not mean the same ground. only_a less this is how differently the front is drawn.",
                agreement -> agreement.figures().onlyA().baselineM2()),
            km2(
                "only_b_baseline_km2",
                "The same of source_b.",
                agreement -> agreement.figures().onlyB().baselineM2()),
            orNull(
                share(
                    "front_jaccard",
                    "jaccard with both baselines left out; null where all are none.",
                    agreement -> agreement.figures().frontJaccard())),
            km2(
                "rounding_bound_km2",
                "Bound, not estimate: how far roundings, noding and closing can have moved the figures of the day, in all regions together.",
                agreement -> agreement.basis().boundM2())));
  }

  @Override
  public SourceAgreement fromRow(Row row) {
    RegionFacts region = RegionColumns.region(row, 0);
    return new SourceAgreement(
        new SourceAgreement.Key(
            new SourcePair(RowValues.text(row, "source_a"), RowValues.text(row, "source_b")),
            RowValues.text(row, "side"),
            RowValues.text(row, "layer_set"),
            region,
            RowValues.date(row, "day")),
        new SourceAgreement.Basis(
            state(row, "a"),
            state(row, "b"),
            RowValues.integer(row, "compared_days"),
            row.getList(row.fieldIndex("countries")),
            RowValues.m2(row, "rounding_bound_km2")),
        new Figures(RowValues.m2(row, "in_both_km2"), only(row, "only_a"), only(row, "only_b")));
  }

  private static MapState state(Row row, String source) {
    LocalDate mapDate = RowValues.date(row, source + "_map_date");
    return new MapState(mapDate, RowValues.integer(row, source + "_staleness_days"));
  }

  private static Only only(Row row, String which) {
    return new Only(
        RowValues.m2(row, which + "_km2"),
        RowValues.m2(row, which + "_standing_km2"),
        RowValues.m2(row, which + "_baseline_km2"));
  }
}
