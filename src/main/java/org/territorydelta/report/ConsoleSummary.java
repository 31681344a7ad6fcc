package org.territorydelta.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.figure.SideSummary;
import org.territorydelta.model.map.FileRole;

/**
 * The end of a run as a person wants to read it, at most 80 columns wide but for the folder's name.
 */
public final class ConsoleSummary {
  private static final String SIDE_HEADING = "side, layer set";

  /** The rest is in the table. */
  private static final int SHOWN_BREAKS = 6;

  /** How many of a kind are told; all are in a table. */
  private static final int SHOWN = 5;

  /** As much of a text as fits on three or four lines. */
  private static final int SHOWN_LENGTH = 260;

  /** What the numbers beside a side's name take. */
  private static final int NUMBER_COLUMNS = 54;

  private final List<String> lines = new ArrayList<>();
  private final Emphasis emphasis;

  private ConsoleSummary(Emphasis emphasis) {
    this.emphasis = emphasis;
  }

  /**
   * @param out where the output is
   * @param seconds the whole run took
   */
  public static String text(
      List<SourceReport> sources,
      Optional<ReportSummary> reports,
      String runId,
      String out,
      double seconds,
      Emphasis emphasis) {
    var summary = new ConsoleSummary(emphasis);
    for (SourceReport source : sources) {
      summary.lines.add("");
      summary.add(source);
    }
    reports.ifPresent(summary::add);
    summary.lines.add("");
    List<String> unused = reports.map(ReportSummary::unusedFiles).orElse(List.of());
    for (String file : unused) {
      summary.lines.addAll(
          Paragraph.lines("", "  ", Paragraph.plain(file)).stream()
              .map(emphasis::warning)
              .toList());
    }
    summary.lines.add(
        (unused.isEmpty()
                ? emphasis.good("Written as computed.")
                : "Written as computed, the rest.")
            + String.format(Locale.ROOT, " Run %s, %.1f s.", runId.substring(0, 12), seconds));
    summary.lines.add("Tables, data-dictionary.md and _run.json are in " + out);
    return String.join("\n", summary.lines) + "\n";
  }

  private void add(ReportSummary reports) {
    lines.add("");
    List<String> told = reports.lines();
    lines.add(emphasis.heading(told.get(0)));
    lines.addAll(told.subList(1, told.size()));
    reports.unknownSides().forEach(text -> addText("  ", text));
    if (!reports.rejections().isEmpty()) {
      lines.add("  in quarantine:");
      addSome(reports.rejections());
    }
  }

  private void add(SourceReport source) {
    SourceReport.Days days = source.days();
    lines.add(
        emphasis.heading(Paragraph.plain(source.sourceId()))
            + String.format(
                Locale.ROOT,
                ": %s, %s to %s",
                Figures.count(days.snapshots(), "map"),
                days.first(),
                days.last()));
    if (!source.notice().isEmpty()) {
      lines.addAll(Paragraph.lines("  ", "  ", Paragraph.plain(source.notice())));
    }
    lines.add("  files    " + files(source));
    lines.add(
        "  days     " + Figures.count(days.withoutMap(), "day") + " without a map of their own");
    SourceReport.Mended mended = source.mended();
    String rejected = Figures.grouped(mended.parts().rejected()) + " rejected";
    lines.add(
        String.format(
            Locale.ROOT,
            "  polygons %s read, %s used, %s ignored by rule, %s",
            Figures.grouped(mended.parts().read()),
            Figures.grouped(mended.parts().used()),
            Figures.grouped(mended.parts().ignored()),
            mended.parts().rejected() > 0 ? emphasis.warning(rejected) : rejected));
    if (mended.repaired() > 0 || mended.overlapM2() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "           %d repaired (%s km² changed), %s km² drawn twice",
              mended.repaired(),
              km2(mended.repairedM2()),
              km2(mended.overlapM2())));
    }
    addBreaks(source.breaks());
    addLeftOut(source.leftOut());
    addSides(source.sides());
  }

  /** Before any figure: what of them no change on the ground explains. */
  private void addBreaks(List<SeriesBreak> breaks) {
    String heading = "  breaks   ";
    for (SeriesBreak found : breaks.subList(0, Math.min(SHOWN_BREAKS, breaks.size()))) {
      lines.addAll(Paragraph.lines(heading, " ".repeat(11), Paragraph.plain(text(found))));
      heading = " ".repeat(11);
    }
    if (breaks.size() > SHOWN_BREAKS) {
      lines.add(
          heading
              + "and "
              + Figures.count(breaks.size() - SHOWN_BREAKS, "more break")
              + ", all in series_break");
    }
  }

  private static String text(SeriesBreak found) {
    if (found.key().kind() == BreakKind.VOCABULARY) {
      return found.key().mapDate() + ": " + found.key().kind().word() + ", " + found.detail();
    }
    boolean ofAll = found.key().side().equals(SeriesBreak.Key.ALL_SIDES);
    return String.format(
        Locale.ROOT,
        "%s: %s%s, %s km²",
        found.key().mapDate(),
        ofAll ? "" : found.key().side() + " ",
        found.key().kind().word(),
        km2(found.areaM2()));
  }

  private void addLeftOut(SourceReport.LeftOut leftOut) {
    int maps = leftOut.setAside().size();
    if (maps > 0) {
      lines.add(
          "  "
              + emphasis.warning(Figures.count(maps, "map") + " set aside")
              + ": nothing is known from "
              + (maps == 1 ? "it" : "them"));
      addSome(leftOut.setAside());
    }
    if (!leftOut.rejected().isEmpty()) {
      lines.add("  in quarantine:");
      addSome(leftOut.rejected());
    }
  }

  /** The first few texts, each on a few lines at most. */
  private void addSome(List<String> texts) {
    texts.stream().limit(SHOWN).forEach(text -> addText("    ", text));
    if (texts.size() > SHOWN) {
      lines.add("    ... and " + (texts.size() - SHOWN) + " more; see the table quarantine");
    }
  }

  private void addText(String indent, String text) {
    String start = Paragraph.start(Paragraph.plain(text), SHOWN_LENGTH);
    lines.addAll(Paragraph.lines(indent, indent + "  ", start));
  }

  /** A name too long for a column has a line of its own above its numbers. */
  private void addSides(List<SideSummary> sides) {
    int most = Paragraph.WIDTH - NUMBER_COLUMNS;
    int width =
        sides.stream()
            .mapToInt(side -> name(side).length())
            .filter(length -> length <= most)
            .max()
            .orElse(0);
    String row = "  %-" + Math.max(width, SIDE_HEADING.length()) + "s %11s %11s %9s%1s %s";
    lines.add(
        String.format(
            Locale.ROOT, row, SIDE_HEADING, "first km²", "last km²", "net km²", "", "top month"));
    for (SideSummary side : sides) {
      String name = name(side);
      if (name.length() > most) {
        lines.addAll(Paragraph.lines("  ", "  ", name));
        name = "";
      }
      lines.add(
          String.format(
              Locale.ROOT,
              row,
              name,
              km2(side.first().areaM2()),
              km2(side.last().areaM2()),
              signed(side.netWithoutBreaksM2()),
              side.breaks().count() > 0 ? "*" : "",
              month(side.largestMonth())));
    }
    if (sides.stream().anyMatch(side -> side.breaks().count() > 0)) {
      lines.add("  * without what changed where the series breaks; no top month is across a break");
    }
  }

  private static String name(SideSummary side) {
    return Paragraph.plain(side.side() + ", " + side.layerSet());
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
    return month.month().isEmpty() ? "none whole" : month.month() + " " + signed(month.netM2());
  }

  private static String km2(long areaM2) {
    return Figures.number(SquareKm.fromM2(areaM2), 1);
  }

  private static String signed(long areaM2) {
    return (areaM2 > 0 ? "+" : "") + km2(areaM2);
  }
}
