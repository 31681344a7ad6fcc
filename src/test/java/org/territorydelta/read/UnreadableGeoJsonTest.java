package org.territorydelta.read;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableGeoJsonTest {
  private static final String COLLECTION =
      GeoJsonReaderTest.collection(
          "{\"type\": \"Feature\", \"properties\": {\"name\": \"Оккупация\"}, \"geometry\":"
              + " {\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}");

  @Test
  void everyTruncationIsUnreadable() {
    byte[] whole = GeoJsonReaderTest.bytes(COLLECTION);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(UnreadableFileException.class)
          .as("first %d of %d bytes", length, whole.length)
          .isThrownBy(() -> GeoJsonReaderTest.read(cut));
    }
  }

  @Test
  void everyTruncationOfAGzipFileIsUnreadable() throws IOException {
    byte[] whole = GeoJsonReaderTest.gzip(COLLECTION);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatExceptionOfType(UnreadableFileException.class)
          .as("first %d of %d bytes", length, whole.length)
          .isThrownBy(() -> GeoJsonReaderTest.read(cut));
    }
  }

  @Test
  void aGzipFileWithAWrongCheckSumIsUnreadable() throws IOException {
    byte[] bytes = GeoJsonReaderTest.gzip(COLLECTION);
    bytes[bytes.length - 8] ^= 1;
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> GeoJsonReaderTest.read(bytes))
        .withMessageContaining("gzip");
  }

  @Test
  void anEmptyFileSaysSo() {
    unreadable("", "the file is empty");
    unreadable(" \n ", "the file is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{}", "]", " , ", "{\"type\": \"FeatureCollection\"}"})
  void anythingAfterTheEndIsUnreadable(String garbage) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> GeoJsonReaderTest.read(COLLECTION + garbage));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Feature\"",
        "\"Topology\"",
        "null",
        "7",
        "[\"FeatureCollection\"]",
        "[]",
        "{}",
        "{\"type\": \"FeatureCollection\"}"
      })
  void aWrongTypeOfFileIsUnreadable(String type) {
    unreadable(
        "{\"type\": %s, \"features\": []}".formatted(type), "expected type FeatureCollection");
    unreadable(
        "{\"features\": [], \"type\": %s}".formatted(type), "expected type FeatureCollection");
  }

  @Test
  void aFileThatIsNoObjectIsUnreadable() {
    unreadable("[]", "expected a collection");
    unreadable("7", "expected a collection");
    unreadable("null", "expected a collection");
  }

  @Test
  void aCollectionWithoutFeaturesMemberIsUnreadable() {
    unreadable("{\"type\": \"FeatureCollection\"}", "found no member 'features'");
    unreadable(
        "{\"type\": \"FeatureCollection\", \"features\": null}", "expected an array of features");
  }

  @Test
  void aMissingWrapperIsNamed() {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> GeoJsonReaderTest.read(COLLECTION, "value"))
        .withMessageContaining("found no member 'value'");
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> GeoJsonReaderTest.read("{\"a\": {\"c\": 1}}", "a", "b"))
        .withMessageContaining("found no member 'b'");
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> GeoJsonReaderTest.read("{\"value\": null}", "value"));
  }

  @Test
  void theMessageHasThePlace() {
    unreadable("{\"type\": \"FeatureCollection\",\n  \"features\": [}", "line 2 column 16");
  }

  @Test
  void bytesThatAreNoTextAreUnreadable() {
    byte[] bytes = GeoJsonReaderTest.bytes(COLLECTION.replace("Оккупация", "??"));
    int at = COLLECTION.indexOf("Оккупация");
    bytes[at] = (byte) 0xce;
    bytes[at + 1] = (byte) 0xea;
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> GeoJsonReaderTest.read(bytes))
        .withMessageContaining("not readable as JSON");
  }

  @Test
  void nestingWithoutEndIsUnreadable() {
    String deep = "[".repeat(100_000);
    unreadable(
        GeoJsonReaderTest.collection(
            "{\"geometry\": {\"type\": \"Polygon\", \"coordinates\": " + deep + "}}"),
        "not readable as JSON");
  }

  private static void unreadable(String text, String message) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> GeoJsonReaderTest.read(text))
        .withMessageContaining(message);
  }
}
