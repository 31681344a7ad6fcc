package org.territorydelta.spark;

import static org.territorydelta.spark.Column.date;
import static org.territorydelta.spark.Column.days;
import static org.territorydelta.spark.Column.flag;
import static org.territorydelta.spark.Column.integer;
import static org.territorydelta.spark.Column.km2;
import static org.territorydelta.spark.Column.number;
import static org.territorydelta.spark.Column.rows;
import static org.territorydelta.spark.Column.text;
import static org.territorydelta.spark.Column.texts;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** The tables of claims, events and settlements. */
final class ReportTables {
  static final Table<Row> CLAIM_ASSESSMENT =
      new CodedTable(
          "claim_assessment",
          "How each claim sits against each source and layer set that can speak to it, as it was known when it was made and as it is known now.",
          List.of("claim_id", "source_id", "layer_set", "known"),
          List.of(),
          Column.joined(
              ClaimColumns.ALL,
              List.of(
                  text("source_id", "The source it is weighed against."),
                  text("layer_set", "The layer set; * where it does not matter which."),
                  text(
                      "known",
                      "as_known_then: by the files dated up to the statement; as_known_now: by all."),
                  flag(
                      "counted",
                      "Whether a count takes it: of one group against one source the earliest claim that can be compared, and none that was superseded."),
                  text("label", "How it sits; see the list of labels."),
                  texts(
                      "reasons",
                      "Why it cannot be compared, and what is to be known where it can; see the list of reasons. SERIES_BREAK: the source's series breaks between the maps, or on the map, by series_break; nets and gains are of the other steps from map to map, of anything else there is no measured number."),
                  number(
                          "measured_low",
                          "",
                          "Least the measured may be, by shifted days and by redraw noise; null where it is not measured.")
                      .orNull(),
                  number("measured_value", "", "What the maps give for the whole of it, or null.")
                      .orNull(),
                  number(
                          "measured_high",
                          "",
                          "Most it may be, likewise; of a gross quantity up to the sum over all maps.")
                      .orNull(),
                  number("difference", "", "claimed_value - measured_value.").orNull(),
                  number("ratio", "", "claimed_value over measured_value; null over zero.")
                      .orNull(),
                  text(
                          "coverage",
                          "Of the claim's days by the source's maps: full, partial or none; null where nothing was looked up.")
                      .orNull(),
                  date("opening_map_date", "Map that opens the period.").orNull(),
                  date("closing_map_date", "Map that closes it, or stands for the day.").orNull(),
                  days("opening_staleness_days", "Age of the opening map on its day.").orNull(),
                  days("closing_staleness_days", "Age of the closing map on its day.").orNull(),
                  days("claimed_days", "Days of the period claimed.").orNull(),
                  days("covered_days", "Days from the opening to the closing map.").orNull(),
                  number("covered_low", "", "As measured_low, where the maps cover a part only.")
                      .orNull(),
                  number("covered_value", "", "As measured_value, of that part.").orNull(),
                  number("covered_high", "", "As measured_high, of that part.").orNull(),
                  km2("opening_km2", "What the side held at the opening of the period.").orNull(),
                  km2(
                          "adjusted_km2",
                          "What was added to the figure for days that the maps miss, less what they show too much, by the neighbouring maps; null where the maps show the days well enough.")
                      .orNull(),
                  text(
                      "measured_side",
                      "Whose ground is measured: the claim's side, or with OTHER_SIDE the only one that the source draws there, whose losses are taken as gains."),
                  number(
                      "source_spread",
                      "",
                      "How far apart nets of two sources usually lie over so many days (the median): for the label the measured number is widened by it on both sides; 0 where it is of the source's own maps, or of a day."),
                  number(
                      "source_spread_wide",
                      "",
                      "How far in four periods of five: a claim is strongly high or low only beyond the number widened by this."),
                  date(
                          "reached_on",
                          "Day of the first map on which what is held, or the net since the opening, reaches a claim that is above the measured.")
                      .orNull(),
                  date(
                          "best_start",
                          "Where no first day is stated, the one since which the net comes nearest.")
                      .orNull(),
                  number(
                          "seven_day_value",
                          "",
                          "Of a period that is too short to be weighed, the figure of the seven days that end with it.")
                      .orNull())));

  static final Table<Row> CLAIM_SUMMARY =
      new CodedTable(
          "claim_summary",
          "How each claim sits against all sources that can speak to it, as known now: one range and one label.",
          List.of("claim_id"),
          List.of(),
          Column.joined(
              ClaimColumns.ALL,
              List.of(
                  texts(
                      "sources",
                      "Sources whose maps tell it; of a publisher's figure about its own maps these alone, where there are any."),
                  number("sources_low", "", "Least that any of them gives, by any layer set.")
                      .orNull(),
                  number("sources_value", "", "Median of what they give.").orNull(),
                  number("sources_high", "", "Most that any of them gives.").orNull(),
                  number(
                          "range_low",
                          "",
                          "Least it may be by any of them: their measured_low less source_spread.")
                      .orNull(),
                  number(
                          "range_high",
                          "",
                          "Most it may be by any of them: their measured_high and source_spread.")
                      .orNull(),
                  number(
                          "wide_low",
                          "",
                          "As range_low, with source_spread_wide: what is beyond it by a ratio of 1.5 is strongly low.")
                      .orNull(),
                  number("wide_high", "", "As range_high, likewise.").orNull(),
                  text("label", "How the claim sits against the range; see the list of labels."),
                  text("sentence", "What the sources give, in words."))));

  static final Table<Row> COMPARISON =
      new CodedTable(
          "comparison",
          "Two figures side by side, as the config pairs them: what they are, their ratio, and whether they may be compared.",
          List.of("comparison_id"),
          List.of(),
          Column.joined(
              List.of(
                  text(
                      "comparison_id",
                      "The pair, by its id in the config; of a pair of claims also as each source measures it, with on and the source.")),
              end("left"),
              end("right"),
              List.of(
                  number("ratio", "", "left over right.").orNull(),
                  number("ratio_per_day", "", "left over right, each over its days.").orNull(),
                  number("difference", "", "left - right, in km2, km or count.").orNull(),
                  flag(
                      "comparable",
                      "Whether the two may be held against each other: PERIOD_LENGTH, SOURCE and STALENESS do not keep them apart."),
                  texts(
                      "reasons", "Why not, or what is to be known of it; see the list of reasons."),
                  number(
                          "ratio_low",
                          "",
                          "Least that the ratio may be by both ends; null where an end is open or the right may be zero.")
                      .orNull(),
                  number("ratio_high", "", "Most that it may be, likewise.").orNull(),
                  text("grade", "same thing; same kind, other place (or side); different kinds."),
                  text("sentence", "The comparison in plain words."))));

  static final Table<Row> REPRODUCTION =
      new CodedTable(
          "reproduction",
          "Publishers' figures about their own maps, computed from them under every offset and layer set that is tried.",
          List.of("claim_id", "source_id", "layer_set", "offset_days"),
          List.of(),
          Column.joined(
              ClaimColumns.ALL,
              List.of(
                  text("source_id", "The source, which the figure is of."),
                  text("layer_set", "The layer set it is computed by."),
                  days(
                      "offset_days",
                      "From the date in a file to the day whose end its map is taken to show."),
                  number(
                          "computed_value",
                          "km²",
                          "What the maps give; null where they do not cover it.")
                      .orNull(),
                  date(
                          "opening_map_date",
                          "Map that opens the period, by the profile's own offset.")
                      .orNull(),
                  date("closing_map_date", "Map that closes it, by the profile's own offset.")
                      .orNull(),
                  number("residual", "km²", "computed_value - claimed_value.").orNull(),
                  flag("reproduces", "Whether computed_value lies in what the figure stands for."),
                  flag("ours", "Whether this is the definition that all other tables use."),
                  flag("best", "Whether no other definition comes nearer."))));

  static final Table<Row> REPORT_EVENT =
      new CodedTable(
          "report_event",
          "What was reported to have happened, by region and day.",
          List.of("event_id"),
          List.of(),
          Column.joined(
              List.of(text("event_id", "The event."), date("day", "When.")),
              RegionColumns.ALL,
              List.of(
                  text(
                      "kind", "What, by an open list of words: emergency-declared, displaced, ..."),
                  text("stated", "How many or how much, as it was given; null for none.").orNull(),
                  number("value_low", "", "The number, or the lower of two.").orNull(),
                  number("value_high", "", "The number, or the higher of two.").orNull(),
                  text("unit", "Of what; an open list of words.").orNull(),
                  text("qualifier", "How it is hedged; see the list of qualifiers.").orNull(),
                  text("claimant", "Who reported it."),
                  flag("verified", "Whether it was verified independently, as the file has it."),
                  text("detail", "In words; may be empty."),
                  text("stated_where", "Where it can be read; empty when not given."))));

  static final Table<Row> REGION_TIMELINE =
      new CodedTable(
          "region_timeline",
          "A region's story by its days: what the maps show to have changed, what was claimed, what was reported. A day without any of it has no row.",
          List.of("level", "region_id", "day"),
          List.of(),
          Column.joined(
              RegionColumns.ALL,
              List.of(
                  texts("neighbours", "Regions of its level that share a border with it."),
                  date("day", "The day."),
                  rows(
                      "changes",
                      "What each side gained and lost by the map of that day against the one before.",
                      text("source_id", ""),
                      text("side", ""),
                      text("layer_set", ""),
                      date("opening_map_date", ""),
                      km2("gained_km2", ""),
                      km2("lost_km2", ""),
                      km2("net_km2", "")),
                  rows(
                      "claims",
                      "What was claimed that day.",
                      text("claim_id", ""),
                      text("claimant", ""),
                      text("side", ""),
                      text("quantity_type", ""),
                      text("stated", ""),
                      text("unit", ""),
                      text("qualifier", "")),
                  rows(
                      "events",
                      "What was reported of that day.",
                      text("event_id", ""),
                      text("kind", ""),
                      text("claimant", ""),
                      flag("verified", ""),
                      text("stated", "").orNull(),
                      text("unit", "").orNull(),
                      text("qualifier", "").orNull()))));

  static final Table<Row> SETTLEMENT_CHANGE =
      new CodedTable(
          "settlement_change",
          "Settlements that one map gives to somebody else than the map before it.",
          List.of("source_id", "place_id", "closing_map_date"),
          List.of(),
          Column.joined(
              List.of(
                  text("source_id", "The source."),
                  text(
                      "place_id",
                      "The settlement; its name and position where the file gives no id."),
                  text("name", "Its name."),
                  number("lon", "degrees", "Its longitude."),
                  number("lat", "degrees", "Its latitude.")),
              RegionColumns.ALL,
              List.of(
                  date("opening_map_date", "The map before."),
                  date("closing_map_date", "The map that gives it to another."),
                  text("from_side", "Who held its ground; none for nobody."),
                  text("from_status", "How."),
                  text("to_side", "Who holds it then; none for nobody."),
                  text("to_status", "How."))));

  private ReportTables() {}

  private static List<Column<Row>> end(String end) {
    return List.of(
        text(end + "_kind", "claim or measurement."),
        text(end + "_reference", "The claim's id, or the source's."),
        text(end + "_side", "Whose ground."),
        text(end + "_region_id", "Where."),
        integer(end + "_level", "The region's level."),
        text(end + "_region_name", "The region's name."),
        text(end + "_country", "The region's country; null for ALL.").orNull(),
        text(end + "_quantity_type", "What kind of quantity."),
        text(end + "_layer_set", "By which statuses; empty for a claim that states none."),
        date(end + "_first_day", "First day; null for what is held on a day.").orNull(),
        date(end + "_last_day", "Last day, or the day at whose end it is held."),
        texts(end + "_inferred", "Which of first_day, last_day and as_of nobody stated."),
        days(end + "_days", "Days it is spread over: claimed, or observed by the maps.").orNull(),
        text(end + "_coverage", "Of a measurement; full for a claim."),
        text(end + "_reckoned_in", "km2, km or count."),
        number(end + "_low", "", "Least it stands for.").orNull(),
        number(end + "_value", "", "The figure.").orNull(),
        number(end + "_high", "", "Most it stands for.").orNull(),
        km2(end + "_km2", "The figure; null where it is no area.").orNull(),
        number(end + "_sq_mi", "sq mi", "The same in square miles.").orNull(),
        number(end + "_per_day", "", "The figure over its days.").orNull());
  }

  static Stream<Table<?>> all() {
    return Stream.of(
        CLAIM_ASSESSMENT,
        CLAIM_SUMMARY,
        COMPARISON,
        REPRODUCTION,
        REPORT_EVENT,
        REGION_TIMELINE,
        SETTLEMENT_CHANGE);
  }
}
