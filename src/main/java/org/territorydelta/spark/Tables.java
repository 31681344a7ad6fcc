package org.territorydelta.spark;

import static org.territorydelta.spark.Column.count;
import static org.territorydelta.spark.Column.date;
import static org.territorydelta.spark.Column.days;
import static org.territorydelta.spark.Column.flag;
import static org.territorydelta.spark.Column.integer;
import static org.territorydelta.spark.Column.km2;
import static org.territorydelta.spark.Column.metres;
import static org.territorydelta.spark.Column.share;
import static org.territorydelta.spark.Column.text;
import static org.territorydelta.spark.Column.texts;
import static org.territorydelta.spark.Column.time;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;

/** Every table a run writes. A new one is an entry here and a codec beside it. */
final class Tables {
  private Tables() {}

  static final Table INPUT_FILE =
      new Table(
          "input_file",
          "Every file that was read, and what became of what is in it.",
          List.of("source_id", "path"),
          List.of(),
          List.of(
              text("source_id", "The source, by its id in the config."),
              text("path", "The file, relative to the config where it can be."),
              text("sha256", "Hash of its bytes; empty when it could not be read."),
              count("bytes", "Its size; 0 when it could not be read."),
              date(
                      "file_date",
                      "When its map could be known; null for a failed file or one with several.")
                  .orNull(),
              date(
                      "map_date",
                      "Day whose end its map shows; null for a failed file or one with several.")
                  .orNull(),
              count("maps", "How many map dates it holds."),
              text(
                  "role",
                  "used: a map of it speaks for its day; duplicate: all its maps are on record under other files; superseded: later files replace them; failed: nothing of it is used; set-aside: none of its maps is one, see quarantine for why; excluded: all its maps are left out as breaks; report: it holds claims, events or places."),
              count("features_read", "Features in the file."),
              count("features_used", "Features of which at least one polygon is used."),
              count(
                  "features_ignored", "Others of which at least one polygon is ignored by a rule."),
              count("features_rejected", "All others."),
              count("parts_read", "Polygons in the file; a feature without any counts as one."),
              count("parts_used", "Polygons used, or fit to be, where their map is set aside."),
              count("parts_ignored", "Polygons a rule of the profile leaves out."),
              count("parts_rejected", "Polygons in quarantine."),
              new Column(
                  "ignored_by_rule",
                  DataTypes.createArrayType(
                      DataTypes.createStructType(
                          List.of(
                              DataTypes.createStructField("rule", DataTypes.StringType, false),
                              DataTypes.createStructField("parts", DataTypes.LongType, false))),
                      false),
                  false,
                  "",
                  "Polygons left out, by the name of the rule."),
              time(
                      "file_time",
                      "When its map could be known, where file_date has a time of day: read by the zone of the profile's date rule, UTC unless it says so; null for one without, a failed file or one with several.")
                  .orNull()));

  static final Table SNAPSHOT =
      new Table(
          "snapshot",
          "Every distinct map of every source. Of several for one map date, the current one speaks.",
          List.of("source_id", "map_date", "file_date", "content_hash"),
          List.of(),
          List.of(
              text("source_id", "The source."),
              date("map_date", "Day whose end the map shows."),
              date("file_date", "When it could be known."),
              text("content_hash", "Hash of the ground it shows, to 1e-7 degree."),
              text("file", "The file that showed it first; input_file.path."),
              flag("current", "Whether it speaks for its map date."),
              count("polygons", "Polygons of its partition."),
              count("vertices", "Vertices of its partition."),
              count("repaired", "Polygons that were invalid and were repaired."),
              km2("repaired_km2", "How much repair changed their areas, without sign."),
              km2("overlap_km2", "Ground that two polygons covered; the firmer holding has it."),
              time(
                      "file_time",
                      "When it could be known, where file_date has a time of day; of several for one file_date the latest speaks. Null for one without.")
                  .orNull()));

  static final Table MAP_DAY =
      new Table(
          "map_day",
          "Every day from the first map of any source to the last, for every source.",
          List.of("source_id", "day"),
          List.of(),
          List.of(
              text("source_id", "The source."),
              date("day", "The day."),
              date("map_date", "Of the map that stands for the day; null before the first.")
                  .orNull(),
              days("staleness_days", "Days from that map to the day; null before the first.")
                  .orNull(),
              text(
                  "state",
                  "mapped: a map of that very day; carried: an earlier map, not older than max-staleness-days; missing: none, or an older one.")));

  static final Table REGION =
      new Table(
          "region",
          "Every region there can be a figure for. GeoParquet 1.1; rows in spatial order, those without a border first.",
          List.of("level", "region_id"),
          List.of(),
          List.of(
              text(
                  "region_id",
                  "The region; ALL is the whole map, UNASSIGNED what lies outside every region of the level."),
              integer("level", "-1 the whole map, 0 countries, 1 and up as configured."),
              text("name", "Its name."),
              text(
                      "country",
                      "Its country; null for ALL and UNASSIGNED, and where the regions file knows none.")
                  .orNull(),
              km2("area_km2", "Area inside its border; null for ALL and UNASSIGNED.").orNull(),
              new Column(
                  "neighbours",
                  DataTypes.createArrayType(DataTypes.StringType, false),
                  false,
                  "",
                  "Regions of its level that share more than a point of border with it."),
              flag(
                  "overlapping",
                  "Whether regions of its level overlap; their figures then do not add up."),
              km2(
                      "denominator_km2",
                      "What shares of the region divide by; null for ALL and UNASSIGNED.")
                  .orNull(),
              text(
                      "denominator_source",
                      "own border: area_km2; otherwise where the config has the figure from; null for ALL and UNASSIGNED.")
                  .orNull(),
              Column.geometry(
                  "Its border as the regions file has it; null for countries, ALL and UNASSIGNED."),
              Column.box("The box around it.")));

  static final Table LAYER_SET =
      new Table(
          "layer_set",
          "Which statuses count as controlled in which layer set.",
          List.of("layer_set", "status"),
          List.of(),
          List.of(
              text("layer_set", "Its name in the config, as area_delta has it."),
              text("status", "A status that counts in it.")));

  static final Table CONTROL_AREA =
      new Table(
          "control_area",
          "How much ground each map gives to each side and status, by region.",
          List.of(
              "source_id",
              "map_date",
              "file_date",
              "content_hash",
              "side",
              "status",
              "level",
              "region_id"),
          List.of(),
          List.of(
              text("source_id", "The source."),
              date("map_date", "Day whose end the map shows."),
              date("file_date", "When it could be known."),
              text("content_hash", "Of the snapshot."),
              text("side", "Who holds the ground."),
              text("status", "How it is held."),
              text("region_id", "The region."),
              integer("level", "The region's level."),
              km2("area_km2", "Ground in the region, its part of the border band included."),
              share(
                      "share_of_region",
                      "Ground inside the region's own border over the region's area, or all of area_km2 over the area the config states; see region.denominator_km2. Null for ALL and UNASSIGNED.")
                  .orNull(),
              km2("border_mismatch_km2", "The part of area_km2 outside the region's own border."),
              km2(
                  "rounding_bound_km2",
                  "Bound, not estimate: how far roundings and noding can have moved the areas of this map, all together, since the source's first map.")));

  static final Table TRANSITION =
      new Table(
          "transition",
          "What went from one side and status to another between two maps, as a matrix by pair of maps and region. Where the config asks for the diagonal, rows from a holding to itself tell what stayed: then the rows from a holding sum to its opening stock, and those to it to its closing stock. Ground that stayed with nobody has no row.",
          List.of(
              "source_id",
              "pair_kind",
              "opening_map_date",
              "closing_map_date",
              "level",
              "region_id",
              "from_side",
              "from_status",
              "to_side",
              "to_status"),
          List.of(),
          List.of(
              text("source_id", "The source."),
              text(
                  "pair_kind",
                  "consecutive: one map and the next; period: the maps a period opens and closes with."),
              date("opening_map_date", "The earlier map's day."),
              date("closing_map_date", "The later map's day."),
              text("region_id", "The region."),
              integer("level", "The region's level."),
              text("from_side", "Who held it; none for nobody."),
              text("from_status", "How."),
              text("to_side", "Who holds it then; none for nobody."),
              text("to_status", "How."),
              km2("area_km2", "How much.")));

  static final Table AREA_DELTA =
      new Table(
          "area_delta",
          "What one side gained and lost in one region over one period, by one source and layer set. A region has rows for a side if the source ever gave it ground there.",
          List.of(
              "source_id", "side", "layer_set", "level", "region_id", "period_kind", "period_id"),
          List.of("period_kind"),
          List.of(
              text("source_id", "The source."),
              text("side", "The side."),
              text(
                  "layer_set",
                  "The statuses that count as controlled, by the config's name for them."),
              text("region_id", "The region."),
              integer("level", "The region's level."),
              text(
                  "period_id",
                  "2024-08-12, 2024-W33, 2024-08, 2024-Q3, 2024, the last of 28 days, all, or the given name."),
              text("region_name", "The region's name."),
              text(
                      "country",
                      "The region's country; null for ALL and UNASSIGNED, and where the regions file knows none.")
                  .orNull(),
              date("first_day", "First day of the period."),
              date("last_day", "Last day of the period, included."),
              days("days", "Days of the period."),
              date(
                      "opening_map_date",
                      "Map that stands for the day before the first; null where there is none.")
                  .orNull(),
              date(
                      "closing_map_date",
                      "Map that stands for the last day; null where there is none.")
                  .orNull(),
              days(
                      "opening_staleness_days",
                      "Age of the opening map on its day; negative where the first map inside the period stands in.")
                  .orNull(),
              days("closing_staleness_days", "Age of the closing map on its day.").orNull(),
              days(
                      "observed_days",
                      "Days from the opening to the closing map, which the figures really span.")
                  .orNull(),
              km2("opening_km2", "Ground held at the opening.").orNull(),
              km2("closing_km2", "Ground held at the closing.").orNull(),
              km2("gained_km2", "Ground held at the closing and not at the opening.").orNull(),
              km2("lost_km2", "Ground held at the opening and not at the closing.").orNull(),
              km2("net_km2", "closing - opening = gained - lost.").orNull(),
              new Column(
                  "net_km2_per_day",
                  DataTypes.DoubleType,
                  true,
                  "km²/day",
                  "net_km2 over observed_days; null when that is 0."),
              km2(
                      "gross_gained_km2",
                      "Gained, summed over every pair of consecutive maps: ground taken, lost and retaken counts each time.")
                  .orNull(),
              km2("gross_lost_km2", "Lost, summed in the same way.").orNull(),
              km2(
                      "reclassified_in_km2",
                      "The part of gained that the side held before under a status outside the layer set.")
                  .orNull(),
              km2(
                      "reclassified_out_km2",
                      "The part of lost that the side holds still under such a status.")
                  .orNull(),
              km2("new_ground_km2", "gained - reclassified_in.").orNull(),
              share(
                      "opening_share",
                      "At the opening, ground inside the region's own border over the region's area, or all ground over the area the config states; see region.denominator_km2. Null for ALL and UNASSIGNED.")
                  .orNull(),
              share("closing_share", "The same at the closing.").orNull(),
              km2("border_mismatch_km2", "The part of closing_km2 outside the region's own border.")
                  .orNull(),
              text("coverage", "full, partial or none; with none there are no figures."),
              days(
                      "band_lag_days",
                      "By how many days, at most, the period's ends are shifted for its band; null where there is none: without figures, for days and weeks, where parted_by_break, and where the map at an end is staler on its day than max-staleness-days.")
                  .orNull(),
              days(
                      "band_days_without_map",
                      "Of the days that the ends are shifted to, how many no map stands for; with any, lag and jitter are narrower than they might be. Ends are not shifted over a break either.")
                  .orNull(),
              km2("net_low_km2", "The band of net_km2: the least of its parts' lows.").orNull(),
              km2("net_high_km2", "The band of net_km2: the most of its parts' highs.").orNull(),
              text(
                      "band_widest_part",
                      "The widest part of the band: lag, jitter, noise, sources or layer-sets; of two equal ones the first of these. Null where the band has no width.")
                  .orNull(),
              km2(
                      "net_lag_low_km2",
                      "Least net with opening and closing shifted together, by up to band_lag_days either way.")
                  .orNull(),
              km2("net_lag_high_km2", "Largest net of the same.").orNull(),
              km2(
                      "net_jitter_low_km2",
                      "Least net with opening and closing each shifted by itself, by up to band_lag_days either way, the opening before the closing.")
                  .orNull(),
              km2("net_jitter_high_km2", "Largest net of the same.").orNull(),
              km2(
                      "net_noise_low_km2",
                      "net_km2 less what is redraw noise in gained; null where noise was not looked for.")
                  .orNull(),
              km2("net_noise_high_km2", "net_km2 and what is redraw noise in lost.").orNull(),
              km2(
                      "net_sources_low_km2",
                      "Least net of all sources that cover the period fully, for the same side, layer set and region; null where this source does not or no other does.")
                  .orNull(),
              km2("net_sources_high_km2", "Largest net of the same.").orNull(),
              km2(
                      "net_layer_sets_low_km2",
                      "Least net of the layer sets of this source that share a status with this one, itself included; null where no other does.")
                  .orNull(),
              km2("net_layer_sets_high_km2", "Largest net of the same.").orNull(),
              km2(
                      "churn_km2",
                      "Ground that came and went, or went and came back, within the period, each point counted once; at most gross_gained - gained, which counts it each time. For months and named periods; null where it was not looked for.")
                  .orNull(),
              new Column(
                  "churn_held_days",
                  DataTypes.DoubleType,
                  true,
                  "days",
                  "Days from one change of hands of that ground to the next, by map dates: the mean, weighted by area; null without churn."),
              km2(
                      "noise_km2",
                      "The part of gained and of lost that is redraw noise; null where it was not looked for. No other figure is altered by it.")
                  .orNull(),
              km2("noise_gained_km2", "The part of gained that is redraw noise.").orNull(),
              km2("noise_lost_km2", "The part of lost that is redraw noise.").orNull(),
              integer(
                      "breaks",
                      "Breaks of the series between the two maps: rows of series_break of this side, or of ALL, that begin or end there in a step in which some of this row's ground came or went; kinds that do not break figures (batch-release, block-reclassification) and breaks that are left out (excluded) do not count. Null without figures.")
                  .orNull(),
              texts("break_kinds", "Their kinds, each once; series_break has the days and areas."),
              km2(
                      "break_km2",
                      "Ground of this row that came or went in the steps from map to map in which they begin or end, each step once, with whatever else moved in it; only steps of which the breaks are half or more of all that the side gained and lost, since without any other the net would be farther off than with it.")
                  .orNull(),
              km2(
                      "net_without_breaks_km2",
                      "net_km2 less what came and went in those steps, in every region of the side alike: the nets of the other pairs of consecutive maps, added. It adds up over regions and along periods as net_km2 does; equal to it where there are no breaks.")
                  .orNull(),
              flag(
                      "parted_by_break",
                      "Whether one of these has changed one of the two maps and not the other, so that net_km2 compares maps that do not compare: no band, no claim is weighed by it. A dropout or spike that begins and ends between the maps leaves net_km2 as it is and gross figures not. Null without figures.")
                  .orNull(),
              km2(
                      "rounding_bound_km2",
                      "Bound, not estimate: how far roundings, noding and closing can have moved any figure of the period, in all regions together. Says nothing of how right the map is.")
                  .orNull(),
              text("period_kind", "day, week, month, quarter, year, rolling-28-day, all, named.")));

  static final Table CHANGE_POLYGON =
      new Table(
          "change_polygon",
          "Connected pieces of ground that a side gained or lost over a period, by month and named period unless the config says otherwise. GeoParquet 1.1; rows in spatial order. The pieces of a period add up, exactly, to what area_delta has as gained and lost. A row of some square metres with no width is the remainder of roundings where no piece is.",
          List.of("source_id", "side", "layer_set", "period_kind", "period_id", "piece_id"),
          List.of(),
          List.of(
              text("source_id", "The source."),
              text("side", "Whose gain or loss it is."),
              text("layer_set", "The statuses that count as controlled; see the config."),
              text("period_kind", "As in area_delta."),
              text("period_id", "As in area_delta."),
              text(
                  "piece_id",
                  "Made of source, map dates, holdings and ground: the same for one side's gain and the other's loss, and in every layer set and period."),
              text("change", "gained or lost."),
              text("from_side", "Who held it on the opening map; none for nobody."),
              text("from_status", "How."),
              text("to_side", "Who holds it on the closing map; none for nobody."),
              text("to_status", "How."),
              date("opening_map_date", "The day whose end the opening map shows."),
              date("closing_map_date", "The day whose end the closing map shows."),
              km2("area_km2", "Its area."),
              km2("noise_km2", "The part of it that is narrower than the noise width."),
              flag("noisy", "Whether more than half of it is noise."),
              metres(
                      "width_metres",
                      "Twice the area over the length of its rim: a strip's width, half a square's side; null for a row of no shape.")
                  .orNull(),
              metres(
                      "depth_metres",
                      "Greatest distance of a point of it from the ground the side controlled on the opening map, or from its country's border where that is nearer; null where neither is near.")
                  .orNull(),
              text("depth_from", "own-ground or border: what the depth is measured from.").orNull(),
              metres(
                      "mean_depth_metres",
                      "Area over the length of old line that it touches; null where it touches too little.")
                  .orNull(),
              new Column(
                  "bearing_degrees",
                  DataTypes.DoubleType,
                  true,
                  "degrees",
                  "From the old line to the piece, clockwise from north."),
              new Column(
                  "regions",
                  DataTypes.createArrayType(
                      DataTypes.createStructType(
                          List.of(
                              DataTypes.createStructField("region_id", DataTypes.StringType, false),
                              DataTypes.createStructField("level", DataTypes.IntegerType, false),
                              DataTypes.createStructField(
                                  "area_km2", DataTypes.DoubleType, false))),
                      false),
                  false,
                  "km²",
                  "Where it lies: regions and countries, with its area in each."),
              Column.geometry("Its shape; null where the source's terms forbid passing it on."),
              Column.box("The box around it.")));

  static final Table QUARANTINE =
      new Table(
          "quarantine",
          "Whatever was left out, and whatever was used only after repair.",
          List.of("source_id", "file", "feature_index", "part_index", "reason", "detail"),
          List.of(),
          List.of(
              text("source_id", "The source."),
              text("file", "The file; input_file.path."),
              integer(
                      "feature_index",
                      "The feature's place in the file, from 0; null for the file as a whole.")
                  .orNull(),
              integer(
                      "part_index",
                      "The polygon's place in the feature, from 0; null for the file as a whole.")
                  .orNull(),
              text("reason", "Why; see the list of reasons."),
              text(
                  "outcome",
                  "rejected: left out; repaired: used after repair; file-failed: nothing of the file is used; set-aside: the map, whose date is in the detail, says nothing of its day."),
              text("detail", "What was found, and where."),
              km2(
                      "area_km2",
                      "Ground as drawn, the shell less the holes; null where it cannot be told.")
                  .orNull(),
              km2("used_km2", "Ground used after repair; null where none was.").orNull(),
              text("raw", "The first 2 kB of the feature as the file has it.")));

  static Table named(String name) {
    return all().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  static Stream<Table> all() {
    return Stream.concat(runs(), ReportTables.all());
  }

  private static Stream<Table> runs() {
    return Stream.of(
        INPUT_FILE,
        SNAPSHOT,
        MAP_DAY,
        REGION,
        LAYER_SET,
        CONTROL_AREA,
        TRANSITION,
        AREA_DELTA,
        CHANGE_POLYGON,
        AgreementTables.SOURCE_AGREEMENT,
        AgreementTables.DISAGREEMENT_POLYGON,
        BreakTables.SERIES_BREAK,
        RuleTables.RULE_MATCH,
        QUARANTINE);
  }
}
