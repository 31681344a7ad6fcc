package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.Defaults;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.read.UnreadableFileException;

/** Claims as spreadsheets of many countries write them. */
class SpreadsheetRowsTest {
  private static final String HEADER =
      "claim_id;claimant;side;statement_date;quantity_type;value;unit;region_id;first_day;last_day\r\n";
  private static final String ROW =
      "one;%s;UA;20.08.2024;net_change;%s;km²;RU-KRS;5.8.2024;14.08.2024\r\n";

  @Test
  void aGermanSpreadsheetIsRead() throws Exception {
    String text = "\uFEFF" + HEADER + ROW.formatted("Général", "837,7");
    Defaults.vary(
        locale -> {
          Claim claim = only(read(text.getBytes(StandardCharsets.UTF_8), ""));
          assertThat(claim.statement().claimant()).as(locale).isEqualTo("Général");
          assertThat(claim.statement().date()).as(locale).hasToString("2024-08-20");
          assertThat(claim.time().firstDay()).as(locale).hasToString("Optional[2024-08-05]");
          assertThat(claim.amount().stated()).as(locale).isEqualTo(StatedValue.parse("837.7"));
          assertThat(claim.amount().unit()).as(locale).isEqualTo(MeasureUnit.SQUARE_KM);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5         | 1.5",
        "-1,25       | -1.25",
        "0,125       | 0.125",
        "1.234,5     | 1234.5",
        "12.345,678  | 12345.678",
        "12345,678   | 12345.678",
        "1,2-2,75    | 1.2-2.75",
        "1,5e3       | 1.5e3",
        "837.7       | 837.7"
      })
  void aDecimalCommaIsReadWhereCellsAreNotPartedByCommas(String written, String value)
      throws IOException {
    for (String separator : new String[] {";", "\t"}) {
      String text = (HEADER + ROW.formatted("General", written)).replace(";", separator);
      assertThat(only(read(text.getBytes(StandardCharsets.UTF_8), "")).amount().stated())
          .isEqualTo(StatedValue.parse(value));
    }
  }

  @Test
  void aCommaThatMayPartThousandsIsNotGuessed() throws IOException {
    String text = HEADER + ROW.formatted("General", "1,234");
    ReportFile<Claim> file = read(text.getBytes(StandardCharsets.UTF_8), "");
    assertThat(file.rejections())
        .singleElement()
        .satisfies(
            rejection ->
                assertThat(rejection.detail())
                    .contains("'1,234' is 1.234 or 1234, expected one that is written so"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,3", "1,", "1.23,4", "1.234.5,6"})
  void aNumberThatIsNoneIsRejected(String written) throws IOException {
    String text = HEADER + ROW.formatted("General", written);
    assertThat(read(text.getBytes(StandardCharsets.UTF_8), "").rejections()).hasSize(1);
  }

  @Test
  void aCommaAmongCommasIsNoDecimal() throws IOException {
    String text = HEADER.replace(';', ',') + ROW.replace(';', ',').formatted("X", "\"837,7\"");
    assertThat(read(text.getBytes(StandardCharsets.UTF_8), "").rejections()).hasSize(1);
  }

  @Test
  void separatorsInTextsDoNotCount() throws IOException {
    String text =
        "claim_id,claimant,side,statement_date,quantity_type,value,unit,region_id,first_day\n"
            + "one,\"a;b;c;d;e;f;g;h;i;j;k;l\",UA,2024-08-20,net_change,1.5,km2,RU-KRS,2024-08-05\n";
    assertThat(only(read(text.getBytes(StandardCharsets.UTF_8), "")).statement().claimant())
        .isEqualTo("a;b;c;d;e;f;g;h;i;j;k;l");
  }

  @Test
  void placesHaveDecimalCommasToo() throws IOException {
    String text =
        "name;lon;lat;region_id\nSudzha;35,272;51,191\u00a0;RU-KRS\n".replace("\u00a0", "");
    ReportFile<Settlement> file =
        new SettlementReader(ReportText.REGIONS)
            .read("places.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(file.values())
        .singleElement()
        .satisfies(
            place ->
                assertThat(place.position()).isEqualTo(new Settlement.Position(35.272, 51.191)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "KOI8-U"})
  void anEncodingThatTheConfigNamesIsRead(String encoding) throws IOException {
    byte[] bytes =
        (HEADER + ROW.formatted("Генштаб", "5").replace("²", "2"))
            .getBytes(Charset.forName(encoding));
    assertThat(only(read(bytes, encoding)).statement().claimant()).isEqualTo("Генштаб");
  }

  @Test
  void utf8IsReadAsSuchWhateverTheConfigNames() throws IOException {
    byte[] bytes = (HEADER + ROW.formatted("Генштаб", "5")).getBytes(StandardCharsets.UTF_8);
    assertThat(only(read(bytes, "windows-1251")).statement().claimant()).isEqualTo("Генштаб");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void unicodeTextWithAMarkIsRead(String encoding) throws IOException {
    byte[] bytes =
        ("\uFEFF" + HEADER + ROW.formatted("Генштаб", "5")).getBytes(Charset.forName(encoding));
    assertThat(only(read(bytes, "")).statement().claimant()).isEqualTo("Генштаб");
  }

  @Test
  void anUnknownEncodingIsShownInTheLikelyOnes() {
    byte[] bytes =
        (HEADER + ROW.formatted("Генштаб", "5").replace("²", "2"))
            .getBytes(Charset.forName("windows-1251"));
    assertUnreadable(
        bytes,
        "not readable as UTF-8 text; line 2 has 'Генштаб' in windows-1251, 'Ãåíøòàá' in windows-1252",
        "save it as UTF-8, or set reports-encoding in the config");
  }

  @Test
  void aSpreadsheetsOwnFormatIsNamed() {
    assertUnreadable(new byte[] {'P', 'K', 3, 4, 20, 0}, "a spreadsheet", "CSV UTF-8");
    assertUnreadable(
        new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}, "a spreadsheet", "CSV UTF-8");
  }

  @Test
  void aSeriesOfAreasIsNoFileOfClaims() {
    assertUnreadable(
        "date,area\n2024-08-01 00:00:00,8376.6\n".getBytes(StandardCharsets.UTF_8),
        "its columns are date, area; it looks like a series of areas by day",
        "quantity_type control_stock, the day as as_of");
  }

  private static void assertUnreadable(byte[] bytes, String... messages) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> read(bytes, ""))
        .satisfies(e -> assertThat(e.getMessage()).contains(messages));
  }

  private static Claim only(ReportFile<Claim> file) {
    assertThat(file.rejections()).isEmpty();
    assertThat(file.values()).hasSize(1);
    return file.values().get(0);
  }

  private static ReportFile<Claim> read(byte[] bytes, String encoding) throws IOException {
    return new ClaimReader(ReportText.REGIONS, 1.1)
        .read("claims.csv", new ByteArrayInputStream(bytes), encoding);
  }
}
