package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected texts follow from RFC 4180 and from what spreadsheets take for a formula. */
class SpreadsheetCsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "-", "+"})
  void whatASpreadsheetWouldRunBecomesText(String text) {
    String written = written(text);

    assertThat(written.replaceFirst("^\"", "")).startsWith("'" + text.charAt(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-390", "+1.5", "-3.9E+2", "1-2", "2024-08-12", "a=b", "'x", ""})
  void otherTextStaysAsItIs(String text) {
    assertThat(written(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "-5.3, -5.3",
    "1.0E-8, 0.000000010",
    "109343.40000001, 109343.40000001",
    "12, 12",
    "1.0E10, 10000000000"
  })
  void numbersAreWrittenInFull(double number, String text) {
    assertThat(written(number)).isEqualTo(text);
    assertThat(Double.parseDouble(written(number))).isEqualTo(number);
  }

  @Test
  void cellsAreQuotedWhereTheyHaveToBe() {
    assertThat(written("a,b")).isEqualTo("\"a,b\"");
    assertThat(written("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
    assertThat(written("one\ntwo")).isEqualTo("\"one\ntwo\"");
    assertThat(written("one\r\ntwo")).isEqualTo("\"one\r\ntwo\"");
    assertThat(written(" held ")).isEqualTo(" held ");
    assertThat(written("# no comment")).isEqualTo("# no comment");
  }

  @Test
  void rowsEndWithBothCharactersAndAbsentCellsAreEmpty() {
    var out = new StringWriter();
    try (var csv = new SpreadsheetCsv(out, List.of("day", "km2", "full"))) {
      csv.row(Arrays.asList(LocalDate.of(2024, 8, 12), null, true));
      csv.row(Arrays.asList(null, null, null));
    }

    assertThat(out).hasToString("day,km2,full\r\n2024-08-12,,true\r\n,,\r\n");
  }

  @Test
  void aListOfTextsIsOneCellAndAListOfRowsIsJson() {
    assertThat(written(List.of("SIDE", "COUNTRY"))).isEqualTo("SIDE; COUNTRY");
    assertThat(written(List.of())).isEmpty();
    assertThat(written(List.of(Map.of("day", LocalDate.of(2024, 8, 12)))))
        .isEqualTo("\"[{\"\"day\"\":\"\"2024-08-12\"\"}]\"");
  }

  /** A cell after another, so that an empty row is none. */
  private static String written(Object value) {
    var out = new StringWriter();
    try (var csv = new SpreadsheetCsv(out, List.of("a", "b"))) {
      csv.row(List.of("x", value));
    }
    String text = out.toString();
    assertThat(text).startsWith("a,b\r\nx,").endsWith("\r\n");
    return text.substring("a,b\r\nx,".length(), text.length() - 2);
  }
}
