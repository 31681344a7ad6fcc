package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.figure.FigureBreaks;
import org.territorydelta.model.figure.SideSummary;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.Tally;
import org.territorydelta.scene.SceneBreaks;

class ConsoleSummaryTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 7, 6);
  private static final LocalDate LAST = LocalDate.of(2025, 8, 31);

  /** Marks what is set off, so that a test sees it. */
  private static final Emphasis MARKS =
      new Emphasis() {
        @Override
        public String heading(String text) {
          return "<h>" + text + "</h>";
        }

        @Override
        public String good(String text) {
          return "<g>" + text + "</g>";
        }

        @Override
        public String warning(String text) {
          return "<w>" + text + "</w>";
        }
      };

  @Test
  void numbersStandInColumns() {
    String text = text(Emphasis.NONE, source("survey", "", 0, side("RU", "controlled")));

    assertThat(text)
        .contains("\nsurvey: 417 maps, 2024-07-06 to 2025-08-31\n")
        .contains("  side, layer set   first km²    last km²   net km²  top month\n")
        .contains("  RU, controlled    109 361.4   114 742.3  +5 380.9  2024-11 +707.3\n")
        .endsWith("Tables, data-dictionary.md and _run.json are in out\n");
  }

  @Test
  void settingOffChangesNoColumn() {
    SourceReport source = source("survey", "", 7, side("RU", "controlled"));

    String marked = text(MARKS, source);

    assertThat(marked)
        .contains("<h>survey</h>: 417 maps")
        .contains("<w>7 rejected</w>")
        .contains("<g>Written as computed.</g> Run 0123456789ab, 12.3 s.");
    assertThat(marked.replaceAll("</?[hgw]>", "")).isEqualTo(text(Emphasis.NONE, source));
  }

  @Test
  void nothingRejectedIsNoWarning() {
    assertThat(text(MARKS, source("survey", "", 0, side("RU", "controlled"))))
        .contains(" 0 rejected")
        .doesNotContain("<w>");
  }

  @Test
  void noLineIsLongerThanEightyColumns() {
    String notice = "Illustrative: drawn by hand for this project, not any publisher's map. ";
    SourceReport source =
        source(
            "survey",
            notice.repeat(3),
            0,
            side("RU", "controlled"),
            side("People's army of the north", "controlled-or-claimed-or-infiltrated"));

    String text = text(Emphasis.NONE, source);

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(text)
        .contains("  People's army of the north, controlled-or-claimed-or-infiltrated\n");
  }

  @Test
  void nothingReadFromAFileCanSteerTheTerminal() {
    String text =
        text(Emphasis.NONE, source("survey", "calm\u001b[2Jwords\u202e", 0, side("R\u0007U", "c")));

    assertThat(text).contains("calm [2Jwords").contains("R U, c");
    assertThat(text.replace("\n", "")).doesNotContainPattern("\\p{Cc}|\\p{Cf}");
  }

  @Test
  void whatIsLeftOutIsToldWithItsFirstReasons() {
    String setAside = "maps/0%d.json: NOTHING_DRAWN: map of 2024-01-0%d: no polygon";
    var leftOut =
        new SourceReport.LeftOut(
            IntStream.rangeClosed(1, 7).mapToObj(i -> setAside.formatted(i, i)).toList(),
            List.of("12 NO_RULE, first maps/08.json, feature_index 3: " + "words ".repeat(90)));

    String text = text(MARKS, leavingOut(leftOut));

    assertThat(text)
        .contains(
            """
              <w>7 maps set aside</w>: nothing is known from them
                maps/01.json: NOTHING_DRAWN: map of 2024-01-01: no polygon
            """)
        .contains("    maps/05.json: NOTHING_DRAWN")
        .doesNotContain("maps/06.json")
        .contains("    ... and 2 more; see the table quarantine\n")
        .contains("  in quarantine:\n    12 NO_RULE, first maps/08.json, feature_index 3: words");

    // Three or four lines of a text are enough.
    assertThat(text.split("words", -1)).hasSizeBetween(30, 50);
    assertThat(text(Emphasis.NONE, leavingOut(leftOut)).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void aReportOfWhichNoRowIsUsedIsTheHeadline() {
    var reports =
        new ReportSummary(
            0,
            0,
            3,
            new TreeMap<>(),
            List.of("No row of claims.csv was used: all 3 are in quarantine."),
            List.of("1 claim is of side 'RUS', which no source draws (sides drawn: RU): a"),
            List.of("3 MISSING_VALUE, first claims.csv, row 1: claim_id is missing"));

    String text =
        ConsoleSummary.text(
            List.of(), Optional.of(reports), "0123456789abcdef", "out", 12.34, MARKS);

    assertThat(text)
        .contains("  1 claim is of side 'RUS', which no source draws (sides drawn: RU): a\n")
        .contains("  in quarantine:\n    3 MISSING_VALUE, first claims.csv, row 1: claim_id")
        .contains(
            """

            <w>No row of claims.csv was used: all 3 are in quarantine.</w>
            Written as computed, the rest. Run 0123456789ab, 12.3 s.
            """)
        .doesNotContain("<g>");
  }

  private static SourceReport leavingOut(SourceReport.LeftOut leftOut) {
    SourceReport source = source("survey", "", 12, side("RU", "controlled"));
    return new SourceReport(
        source.sourceId(),
        source.files(),
        source.days(),
        source.mended(),
        source.sides(),
        source.breaks(),
        leftOut,
        source.notice());
  }

  private static String text(Emphasis emphasis, SourceReport source) {
    return ConsoleSummary.text(
        List.of(source), Optional.empty(), "0123456789abcdef", "out", 12.34, emphasis);
  }

  private static SourceReport source(
      String id, String notice, long rejected, SideSummary... sides) {
    return source(id, notice, rejected, List.of(), sides);
  }

  private static SourceReport source(
      String id, String notice, long rejected, List<SeriesBreak> breaks, SideSummary... sides) {
    return new SourceReport(
        id,
        Map.of(FileRole.USED, 417L),
        new SourceReport.Days(FIRST, LAST, 417, 5),
        new SourceReport.Mended(new Tally(3129 + rejected, 3129, 0, rejected), 0, 0, 0),
        List.of(sides),
        breaks,
        SourceReport.LeftOut.NOTHING,
        notice);
  }

  private static SideSummary side(String side, String layerSet) {
    return side(side, layerSet, FigureBreaks.NONE);
  }

  private static SideSummary side(String side, String layerSet, FigureBreaks breaks) {
    return new SideSummary(
        side,
        layerSet,
        new SideSummary.DatedArea(FIRST, SquareKm.toM2(109_361.4)),
        new SideSummary.DatedArea(LAST, SquareKm.toM2(114_742.3)),
        new SideSummary.MonthNet("2024-11", SquareKm.toM2(707.3)),
        breaks);
  }

  @Test
  void breaksAreToldBeforeTheFiguresAndLeftOutOfTheNet() {
    // The last map has 5 380.9 more than the first, of which the break brought 5 000.
    var breaks =
        new FigureBreaks(
            1,
            new TreeSet<>(Set.of(BreakKind.BASE_REDEFINED)),
            SquareKm.toM2(5_000),
            SquareKm.toM2(5_000),
            true);
    SeriesBreak found = SceneBreaks.at("survey", "2024-12-01", BreakKind.BASE_REDEFINED, "RU");

    String text =
        text(
            Emphasis.NONE,
            source("survey", "", 0, List.of(found), side("RU", "controlled", breaks)));

    assertThat(text)
        .contains("  breaks   2024-12-01: RU base-redefined, 100.0 km²\n")
        .contains("  RU, controlled    109 361.4   114 742.3    +380.9* 2024-11 +707.3\n")
        .contains("  * without what changed where the series breaks");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(text.indexOf("breaks ")).isLessThan(text.indexOf("side, layer set"));
  }

  @Test
  void manyBreaksAreCounted() {
    List<SeriesBreak> breaks =
        Collections.nCopies(9, SceneBreaks.at("survey", "2024-12-01", BreakKind.SPIKE, "ALL"));

    assertThat(text(Emphasis.NONE, source("survey", "", 0, breaks, side("RU", "controlled"))))
        .contains("           and 3 more breaks, all in series_break\n");
  }
}
