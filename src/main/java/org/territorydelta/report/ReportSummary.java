package org.territorydelta.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.claim.ClaimLabel;

/**
 * What a run says of claims and events at its end.
 *
 * @param rejected rows of report files in quarantine
 * @param labels how many statements sit how, each against every source, as known now
 * @param unusedFiles texts on files of which no row was used
 * @param unknownSides texts on claims of a side that no source draws
 * @param rejections texts on rows in quarantine, one for each reason
 */
public record ReportSummary(
    long claims,
    long events,
    long rejected,
    SortedMap<ClaimLabel, Long> labels,
    List<String> unusedFiles,
    List<String> unknownSides,
    List<String> rejections) {
  private static final int COLUMNS = 80;
  private static final String INDENT = "           ";

  public ReportSummary {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    unusedFiles = List.copyOf(unusedFiles);
    unknownSides = List.copyOf(unknownSides);
    rejections = List.copyOf(rejections);
  }

  /** At most 80 columns wide. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Figures.count(claims, "claim")
            + ", "
            + Figures.count(events, "event")
            + ", "
            + Figures.count(rejected, "row")
            + " of them in quarantine");
    var line = new StringBuilder("  as known now:");
    for (var label : labels.entrySet()) {
      String part = " " + label.getValue() + " " + label.getKey().name();
      if (line.length() + part.length() >= COLUMNS) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
      }
      line.append(part).append(',');
    }
    if (!labels.isEmpty()) {
      lines.add(line.substring(0, line.length() - 1));
    }
    return lines;
  }
}
