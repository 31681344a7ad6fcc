package org.territorydelta.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.territorydelta.model.FileRole;
import org.territorydelta.model.SideSummary;
import org.territorydelta.model.SquareKm;

/** The end of a run as a person wants to read it, at most 80 columns wide. */
public final class ConsoleSummary {
  private static final String SIDE_HEADING = "side, layer set";

  private ConsoleSummary() {}

  /**
   * @param out where the output is
   * @param seconds the whole run took
   */
  public static String text(
      List<SourceReport> sources,
      Optional<ReportSummary> reports,
      String runId,
      String out,
      double seconds) {
    List<String> lines = new ArrayList<>();
    for (SourceReport source : sources) {
      lines.add("");
      append(lines, source);
    }
    reports.ifPresent(
        found -> {
          lines.add("");
          lines.addAll(found.lines());
        });
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT, "All laws hold. Run %s, %.1f s.", runId.substring(0, 12), seconds));
    lines.add("Tables, data-dictionary.md and _run.json are in " + out);
    return String.join("\n", lines) + "\n";
  }

  private static void append(List<String> lines, SourceReport source) {
    SourceReport.Days days = source.days();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %s, %s to %s",
            source.sourceId(),
            Figures.count(days.snapshots(), "map"),
            days.first(),
            days.last()));
    if (!source.notice().isEmpty()) {
      lines.add("  " + source.notice());
    }
    lines.add("  files    " + files(source));
    lines.add(
        "  days     " + Figures.count(days.withoutMap(), "day") + " without a map of their own");
    SourceReport.Mended mended = source.mended();
    lines.add(
        String.format(
            Locale.ROOT,
            "  polygons %s read, %s used, %s ignored by rule, %s rejected",
            Figures.grouped(mended.parts().read()),
            Figures.grouped(mended.parts().used()),
            Figures.grouped(mended.parts().ignored()),
            Figures.grouped(mended.parts().rejected())));
    if (mended.repaired() > 0 || mended.overlapDm2() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "           %d repaired (%s km² changed), %s km² drawn twice",
              mended.repaired(),
              km2(mended.repairedDm2()),
              km2(mended.overlapDm2())));
    }
    appendSides(lines, source.sides());
  }

  private static void appendSides(List<String> lines, List<SideSummary> sides) {
    int width = sides.stream().mapToInt(side -> name(side).length()).max().orElse(0);
    String row = "  %-" + Math.max(width, SIDE_HEADING.length()) + "s %11s %11s %9s  %s";
    lines.add(
        String.format(
            Locale.ROOT, row, SIDE_HEADING, "first km²", "last km²", "net km²", "top month"));
    for (SideSummary side : sides) {
      lines.add(
          String.format(
              Locale.ROOT,
              row,
              name(side),
              km2(side.first().areaDm2()),
              km2(side.last().areaDm2()),
              signed(side.last().areaDm2() - side.first().areaDm2()),
              month(side.largestMonth())));
    }
  }

  private static String name(SideSummary side) {
    return side.side() + ", " + side.layerSet();
  }

  private static String files(SourceReport source) {
    List<String> parts = new ArrayList<>();
    for (FileRole role : FileRole.values()) {
      long files = source.files().getOrDefault(role, 0L);
      if (files > 0) {
        parts.add(files + " " + role.word());
      }
    }
    return String.join(", ", parts);
  }

  private static String month(SideSummary.MonthNet month) {
    return month.month().isEmpty() ? "none whole" : month.month() + " " + signed(month.netDm2());
  }

  private static String km2(long areaDm2) {
    return Figures.number(SquareKm.fromDm2(areaDm2), 1);
  }

  private static String signed(long areaDm2) {
    return (areaDm2 > 0 ? "+" : "") + km2(areaDm2);
  }
}
