package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows of a JSON Lines text: an object of single values on each line. */
final class JsonLines {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonLines() {}

  static List<RawRow> rows(String text, Set<String> columns) throws IOException {
    List<RawRow> rows = new ArrayList<>();
    for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
      RawRow row = row(rows.size(), line);
      columns.addAll(row.values().keySet());
      rows.add(row);
    }
    return rows;
  }

  private static RawRow row(int index, String line) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    Optional<String> fault = Optional.empty();
    try (JsonParser parser = JSON.createParser(line)) {
      fault = fill(parser, values);
    } catch (JsonProcessingException e) {
      fault = Optional.of("not readable as JSON: " + JsonProblem.text(e));
    }
    return new RawRow(
        index,
        fault.isPresent() ? Map.of() : values,
        fault,
        RawRow.Decimals.POINT,
        RowReader.shown(line));
  }

  private static Optional<String> fill(JsonParser parser, Map<String, String> values)
      throws IOException {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      return Optional.of(
          "expected an object, found " + JsonProblem.kind(Optional.ofNullable(first)));
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = RowReader.column(parser.currentName());
      JsonToken value = parser.nextToken();
      if (!value.isScalarValue()) {
        return Optional.of(
            "expected one value in '" + name + "', found " + JsonProblem.kind(value));
      }
      // A number keeps the digits it is written with.
      String text = value == JsonToken.VALUE_NULL ? "" : parser.getText().strip();
      if (!text.isEmpty() && values.put(name, text) != null) {
        return Optional.of("'" + name + "' is there twice");
      }
    }
    return parser.nextToken() == null
        ? Optional.empty()
        : Optional.of("more follows the end of the object");
  }
}
