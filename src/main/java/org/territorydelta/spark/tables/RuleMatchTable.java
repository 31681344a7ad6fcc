package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.count;
import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.territorydelta.model.map.RuleMatch;

/** {@link RuleMatch} as a row; values of properties and what the rule asks for are not in it. */
public final class RuleMatchTable extends Table<RuleMatch> {
  RuleMatchTable() {
    super(
        "rule_match",
        "Which rule of the profile took how many polygons of each map, maps that were set aside or left out included. A publisher that renames things shows here first; see series_break, kind vocabulary.",
        List.of("source_id", "map_date", "file", "rule", "outcome", "meaning"),
        List.of(),
        List.of(
            text("source_id", "The source.", match -> match.map().sourceId()),
            date("map_date", "Day whose end the map shows.", match -> match.map().mapDate()),
            date("file_date", "When it could be known.", match -> match.map().fileDate()),
            text(
                "content_hash",
                "Of the ground the rules made of it; snapshot.content_hash where the map is on record.",
                match -> match.map().contentHash()),
            text("file", "The file that has the map; input_file.path.", match -> match.file()),
            text(
                "rule",
                "Name of the rule; a built-in one for what can hold no ground (points-and-lines, empty-geometry, null-geometry); for what is rejected, the reason as in quarantine.",
                match -> match.decision().rule()),
            text(
                "outcome",
                "held: the rule gives the polygons to a holder; ignored: it leaves them out; rejected: no rule is for them, or they cannot be used.",
                match -> match.decision().outcome().word()),
            text(
                "meaning",
                "The holding; or why they are left out.",
                match -> match.decision().meaning()),
            count(
                "polygons",
                "How many; a feature without any counts as one.",
                match -> match.polygons()),
            orNull(
                km2(
                    "area_km2",
                    "Ground of the polygons as drawn, each by itself, before overlaps are resolved; null where outcome is not held, since nothing is built.",
                    match ->
                        Optional.of(match.areaM2())
                            .filter(area -> match.decision().outcome().isMeasured())))));
  }

  @Override
  public RuleMatch fromRow(Row row) {
    return new RuleMatch(
        RowValues.snapshot(row),
        RowValues.text(row, "file"),
        new RuleMatch.Decision(
            RowValues.text(row, "rule"),
            RuleMatch.Outcome.parse(RowValues.text(row, "outcome")),
            RowValues.text(row, "meaning"),
            false),
        RowValues.count(row, "polygons"),
        RowValues.optionalM2(row, "area_km2").orElse(0L),
        new TreeSet<>());
  }
}
