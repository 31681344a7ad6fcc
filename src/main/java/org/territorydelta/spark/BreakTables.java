package org.territorydelta.spark;

import static org.territorydelta.spark.Column.date;
import static org.territorydelta.spark.Column.flag;
import static org.territorydelta.spark.Column.km2;
import static org.territorydelta.spark.Column.text;

import java.util.List;

/** The table of places in a series that no ground truth explains. */
final class BreakTables {
  private BreakTables() {}

  static final Table SERIES_BREAK =
      new Table(
          "series_break",
          "Places in a source's series that no ground truth explains. They are flags for a reader to judge; nothing is repaired.",
          List.of("source_id", "map_date", "kind", "side"),
          List.of(),
          List.of(
              text("source_id", "The source."),
              date("map_date", "Of the first map that shows it."),
              text(
                  "kind",
                  "base-redefined: much ground comes or goes at once, away from the front; dropout: ground goes and comes back within a week; spike: it comes and goes again; misplaced: ground far from all other, or outside the scope and its band; implausible-area: more ground than there can be; batch-release: several days' change on one; block-reclassification: a block changes its status with the same side, or is no longer disputed; vocabulary: the publisher calls things differently, as the profile's rules see it."),
              text(
                  "side",
                  "Whose ground it is about; ALL for the map as a whole; none for words that give ground to nobody."),
              date("opening_map_date", "Of the map before; null for the first of the series.")
                  .orNull(),
              date("last_map_date", "Of the last map that shows it, if it reverts; else map_date."),
              km2(
                  "area_km2",
                  "The ground in question; of a vocabulary break, what the rules that stopped had on the map before and those that started have, as far as it is held, else 0."),
              text(
                  "rule",
                  "The rule that found it; its thresholds are the config's series-breaks, and in _run.json."),
              text("detail", "What the rule found."),
              text("opening_file", "File of the map before; input_file.path; null for none.")
                  .orNull(),
              text("file", "File of the first map that shows it; input_file.path."),
              text("last_file", "File of the last map that shows it; input_file.path."),
              flag(
                  "excluded",
                  "Whether its maps, from map_date to last_map_date, are left out of all figures (exclude-breaks).")));
}
