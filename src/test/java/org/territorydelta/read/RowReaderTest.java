package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.Defaults;

class RowReaderTest {
  @Test
  void aRowOfCsvIsReadByItsHeader() throws IOException {
    RawRows file = read("id,Source URL,value\na,here,1.50\nb,,\n");

    assertThat(file.columns()).containsExactly("id", "source_url", "value");
    assertThat(file.rows())
        .containsExactly(
            row(0, Map.of("id", "a", "source_url", "here", "value", "1.50"), "a,here,1.50"),
            row(1, Map.of("id", "b"), "b,,"));
  }

  @Test
  void aLineOfJsonIsARow() throws IOException {
    RawRows file = read("{\"id\":\"a\",\"value\":1.50}\n\n{\"id\":\"b\",\"value\":null}\n");

    assertThat(file.columns()).containsExactly("id", "value");
    assertThat(file.rows())
        .containsExactly(
            row(0, Map.of("id", "a", "value", "1.50"), "{\"id\":\"a\",\"value\":1.50}"),
            row(1, Map.of("id", "b"), "{\"id\":\"b\",\"value\":null}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,value\na,1\nb,2\n",
        "id;value\na;1\nb;2\n",
        "id\tvalue\na\t1\nb\t2\n",
        "\uFEFFid,value\r\na,1\r\nb,2\r\n",
        "id,value\na,1\n\nb,2",
        " id , value \n a , 1 \n b , 2 \n",
        "\"id\",\"value\"\n\"a\",\"1\"\n\"b\",\"2\"\n",
        "{\"id\":\"a\",\"value\":1}\n{\"value\":2,\"id\":\"b\"}",
        "\uFEFF{\"ID\":\"a\",\"Value\":\"1\"}\r\n{\"ID\":\"b\",\"Value\":\"2\"}\r\n"
      })
  void theSameRowsComeOfManyForms(String text) throws IOException {
    assertThat(read(text).rows())
        .extracting(RawRow::values)
        .containsExactly(Map.of("id", "a", "value", "1"), Map.of("id", "b", "value", "2"));
  }

  @Test
  void aQuotedCellMayHoldDelimitersQuotesAndLines() throws IOException {
    RawRows file = read("id,text\na,\"one, \"\"two\"\"; three\nfour\"\nb,x\n");

    assertThat(file.rows().get(0).values()).containsEntry("text", "one, \"two\"; three\nfour");
    assertThat(file.rows().get(1).values()).containsEntry("id", "b");
  }

  @Test
  void aRowThatBeginsWithANumberSignIsARow() throws IOException {
    assertThat(read("id,value\n#a,1\n").rows()).hasSize(1);
  }

  @Test
  void cellsBeyondTheHeaderAreAFaultOfTheirRowAlone() throws IOException {
    RawRows file = read("id,value\na,1,2\nb,2\n");

    assertThat(file.rows().get(0).fault()).contains("3 cells, expected at most 2");
    assertThat(file.rows().get(0).values()).isEmpty();
    assertThat(file.rows().get(0).raw()).isEqualTo("a,1,2");
    assertThat(file.rows().get(1).values()).containsEntry("id", "b");
  }

  @Test
  void aQuoteThatIsNotClosedIsAFaultOfItsLineAlone() throws IOException {
    RawRows file = read("id;value\na;1\nb;\"open\nc;3\nd;\"also open\ne;5\n");

    assertThat(file.rows()).extracting(RawRow::index).containsExactly(0, 1, 2, 3, 4);
    assertThat(file.rows().get(1).fault()).contains("a quote is not closed");
    assertThat(file.rows().get(1).raw()).isEqualTo("b;\"open");
    assertThat(file.rows().get(2).values()).isEqualTo(Map.of("id", "c", "value", "3"));
    assertThat(file.rows().get(3).fault()).isPresent();
    assertThat(file.rows().get(4).values()).isEqualTo(Map.of("id", "e", "value", "5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\"",
        "[1]",
        "{\"id\":[1]}",
        "{\"id\":{\"x\":1}}",
        "{\"id\":1}{\"id\":2}",
        "{\"id\":1,\"ID\":2}",
        "{id:1}",
        "null",
        "{\"id\":NaN}"
      })
  void aLineThatIsNoObjectOfSingleValuesIsAFaultOfItsOwn(String line) throws IOException {
    RawRows file = read("{\"id\":\"before\"}\n" + line + "\n{\"id\":\"after\"}\n");

    assertThat(file.rows()).hasSize(3);
    assertThat(file.rows().get(1).fault()).isPresent();
    assertThat(file.rows().get(1).values()).isEmpty();
    assertThat(file.rows().get(1).raw()).isEqualTo(line);
    assertThat(file.rows().get(2).values()).containsEntry("id", "after");
  }

  @Test
  void anyNumberOfOpenQuotesIsBorne() throws IOException {
    RawRows file = read("id,value\n" + "a,\"open\n".repeat(2_000) + "b,2\n");

    assertThat(file.rows()).hasSize(2_001);
    assertThat(file.rows().get(2_000).values()).containsEntry("id", "b");
  }

  @Test
  void aVeryLongCellIsReadAndShownInPart() throws IOException {
    RawRow row = read("id,text\na," + "x".repeat(100_000) + "\n").rows().get(0);

    assertThat(row.values().get("text")).hasSize(100_000);
    assertThat(row.raw()).hasSize(2048);
  }

  @Test
  void whatIsNoTextOfRowsIsUnreadable() {
    assertUnreadable(new byte[] {'i', 'd', '\n', (byte) 0xff, (byte) 0xfe}, "UTF-8");
    assertUnreadable("".getBytes(StandardCharsets.UTF_8), "the file is empty");
    assertUnreadable(" \n".getBytes(StandardCharsets.UTF_8), "the file is empty");
    assertUnreadable("id,ID\na,b\n".getBytes(StandardCharsets.UTF_8), "the header has 'id' twice");
  }

  @Test
  void theHashIsOfTheFilesBytes() throws IOException {
    // printf 'id\na\n' | sha256sum
    assertThat(read("id\na\n").sha256())
        .isEqualTo("1830fc9c555d1d487575d177ff91a65767af948c8319af93d72ca6cffa43c7f9");
    assertThat(read("id\na\n").bytes()).isEqualTo(5);
  }

  @Test
  void columnsAreTheSameUnderAnyLocale() throws Exception {
    List<RawRow> expected = read("ID,IİI,Value\n1,2,3\n").rows();
    Defaults.vary(
        locale -> assertThat(read("ID,IİI,Value\n1,2,3\n").rows()).as(locale).isEqualTo(expected));
  }

  private static void assertUnreadable(byte[] bytes, String message) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> RowReader.read(new ByteArrayInputStream(bytes)))
        .withMessageContaining(message);
  }

  private static RawRow row(int index, Map<String, String> values, String raw) {
    return new RawRow(index, values, Optional.empty(), RawRow.Decimals.POINT, raw);
  }

  private static RawRows read(String text) throws IOException {
    return RowReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
