package org.territorydelta.spark;

import static org.territorydelta.spark.Column.count;
import static org.territorydelta.spark.Column.date;
import static org.territorydelta.spark.Column.km2;
import static org.territorydelta.spark.Column.text;

import java.util.List;

/** The table of what a profile's rules make of each map. */
final class RuleTables {
  private RuleTables() {}

  static final Table RULE_MATCH =
      new Table(
          "rule_match",
          "Which rule of the profile took how many polygons of each map, maps that were set aside or left out included. A publisher that renames things shows here first; see series_break, kind vocabulary.",
          List.of("source_id", "map_date", "file", "rule", "outcome", "meaning"),
          List.of(),
          List.of(
              text("source_id", "The source."),
              date("map_date", "Day whose end the map shows."),
              date("file_date", "When it could be known."),
              text(
                  "content_hash",
                  "Of the ground the rules made of it; snapshot.content_hash where the map is on record."),
              text("file", "The file that has the map; input_file.path."),
              text(
                  "rule",
                  "Name of the rule; a built-in one for what can hold no ground (points-and-lines, empty-geometry, null-geometry); for what is rejected, the reason as in quarantine."),
              text(
                  "outcome",
                  "held: the rule gives the polygons to a holder; ignored: it leaves them out; rejected: no rule is for them, or they cannot be used."),
              text("meaning", "The holding; or why they are left out."),
              count("polygons", "How many; a feature without any counts as one."),
              km2(
                      "area_km2",
                      "Ground of the polygons as drawn, each by itself, before overlaps are resolved; null where outcome is not held, since nothing is built.")
                  .orNull()));
}
