package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Arrays of numbers and of positions in JSON; a value that is no number is {@code NaN}. */
final class JsonArrays {
  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private JsonArrays() {}

  /** An array of numbers, from its first token to its last. */
  static double[] numbers(JsonParser parser) throws IOException {
    expectArray(parser, "numbers");
    double[] numbers = new double[16];
    int size = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
      parser.skipChildren();
    }
    return Arrays.copyOf(numbers, size);
  }

  /** An array of positions; of each only the first two numbers. */
  static double[] ring(JsonParser parser) throws IOException {
    expectArray(parser, "positions");
    var ring = new RingList();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      double[] position =
          parser.currentToken() == JsonToken.START_ARRAY ? numbers(parser) : new double[0];
      parser.skipChildren();
      ring.add(
          position.length > 0 ? position[0] : Double.NaN,
          position.length > 1 ? position[1] : Double.NaN);
    }
    return ring.ring();
  }

  /** An array of arrays of positions. */
  static List<double[]> rings(JsonParser parser) throws IOException {
    expectArray(parser, "rings");
    List<double[]> rings = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      rings.add(ring(parser));
    }
    return rings;
  }

  static void expectArray(JsonParser parser, String what) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw unexpected(parser, "a list of " + what);
    }
  }

  static void expectObject(JsonParser parser, String what) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw unexpected(parser, what);
    }
  }

  static UnreadableFileException unexpected(JsonParser parser, String expected) {
    return new UnreadableFileException(
        "expected "
            + expected
            + ", found "
            + (parser.currentToken() == null ? "nothing" : JsonProblem.kind(parser.currentToken()))
            + ", line "
            + parser.currentTokenLocation().getLineNr()
            + " column "
            + parser.currentTokenLocation().getColumnNr());
  }
}
