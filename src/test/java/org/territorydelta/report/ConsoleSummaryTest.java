package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.FileRole;
import org.territorydelta.model.SideSummary;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.Tally;

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
        .contains("<g>All laws hold.</g> Run 0123456789ab, 12.3 s.");
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

  private static String text(Emphasis emphasis, SourceReport source) {
    return ConsoleSummary.text(
        List.of(source), Optional.empty(), "0123456789abcdef", "out", 12.34, emphasis);
  }

  private static SourceReport source(
      String id, String notice, long rejected, SideSummary... sides) {
    return new SourceReport(
        id,
        Map.of(FileRole.USED, 417L),
        new SourceReport.Days(FIRST, LAST, 417, 5),
        new SourceReport.Mended(new Tally(3129 + rejected, 3129, 0, rejected), 0, 0, 0),
        List.of(sides),
        notice);
  }

  private static SideSummary side(String side, String layerSet) {
    return new SideSummary(
        side,
        layerSet,
        new SideSummary.DatedArea(FIRST, SquareKm.toM2(109_361.4)),
        new SideSummary.DatedArea(LAST, SquareKm.toM2(114_742.3)),
        new SideSummary.MonthNet("2024-11", SquareKm.toM2(707.3)));
  }
}
