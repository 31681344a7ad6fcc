package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.KnownTexts.Known;
import org.territorydelta.read.RawShape.Kind;

/**
 * Reads a feature in memory as far as must be: its properties, and where its polygons begin and
 * end. What is not as nearly all maps have it, by member names or by grammar, is left to the
 * parser, so that whatever is read here is what {@link GeoJsonFeature} reads.
 */
final class FeatureScanner {
  private static final int UNUSUAL = CoordinateScanner.UNUSUAL;

  /** Digits of an id that any parser takes for a whole number. */
  private static final int LONGEST_ID = 18;

  private final JsonFactory json;
  private final KnownTexts<RawShape> polygons;
  private final CoordinateScanner coordinates = new CoordinateScanner();
  private byte[] text = {0};
  private int end;
  private Optional<FeatureProperties> properties = Optional.empty();
  private Optional<String> id = Optional.empty();
  private List<RawShape> shapes = List.of();
  private List<Known<RawShape>> found = List.of();

  /**
   * @param polygons those of the file read last, which are the same shapes where they are met again
   */
  FeatureScanner(JsonFactory json, KnownTexts<RawShape> polygons) {
    this.json = json;
    this.polygons = polygons;
  }

  /**
   * @param document with a zero after its last byte
   * @param length without the zero
   */
  void nextDocument(byte[] document, int length) {
    text = document;
    end = length;
  }

  /**
   * @param from where the feature's first bracket is
   * @return where the feature ends, after its last bracket; {@link CoordinateScanner#UNUSUAL} for
   *     one that the parser has to read
   * @throws IOException when its properties are no JSON
   */
  int scan(int from) throws IOException {
    properties = Optional.empty();
    id = Optional.empty();
    shapes = List.of();
    found = new ArrayList<>();
    return object(from, this::member);
  }

  /** The feature that was scanned last. */
  GeoJsonFeature feature() {
    return new GeoJsonFeature(
            properties.orElse(FeatureProperties.NONE),
            shapes.isEmpty() ? GeoJsonFeature.EMPTY.shapes() : shapes)
        .withId(id);
  }

  /** The polygons of the feature that was scanned last. */
  List<Known<RawShape>> polygons() {
    return found;
  }

  /** Scans the value of a member and says where it ends. */
  private interface Member {
    int scan(String name, int at) throws IOException;
  }

  private int object(int from, Member member) throws IOException {
    int at = blanks(from + 1);
    while (text[at] == '"') {
      int close = string(at);
      if (close == UNUSUAL) {
        return UNUSUAL;
      }
      String name = new String(text, at + 1, close - at - 2, StandardCharsets.US_ASCII);
      at = blanks(close);
      if (text[at] != ':') {
        return UNUSUAL;
      }
      at = member.scan(name, blanks(at + 1));
      if (at == UNUSUAL) {
        return UNUSUAL;
      }
      at = blanks(at);
      if (text[at] == '}') {
        return at + 1;
      }
      if (text[at] != ',') {
        return UNUSUAL;
      }
      at = blanks(at + 1);
    }
    return UNUSUAL;
  }

  private int member(String name, int at) throws IOException {
    return switch (name) {
      case "type" -> string(at);
      case "id" -> id.isPresent() ? UNUSUAL : id(at);
      case "properties" -> properties.isPresent() ? UNUSUAL : properties(at);
      case "geometry" -> shapes.isEmpty() ? geometry(at) : UNUSUAL;
      default -> UNUSUAL;
    };
  }

  private int id(int at) {
    int close = text[at] == '"' ? string(at) : digits(at);
    if (close != UNUSUAL) {
      int quote = text[at] == '"' ? 1 : 0;
      id =
          Optional.of(
              new String(text, at + quote, close - at - 2 * quote, StandardCharsets.US_ASCII));
    }
    return close;
  }

  private int digits(int from) {
    int at = from;
    while (text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at == from || text[from] == '0' || at - from > LONGEST_ID ? UNUSUAL : at;
  }

  private int properties(int at) throws IOException {
    // A zero would have the parser take the text for UTF-16.
    if (text[at] != '{' || text[at + 1] == 0) {
      return UNUSUAL;
    }
    try (JsonParser parser = json.createParser(text, at, end - at)) {
      parser.nextToken();
      properties = Optional.of(new GeoJsonProperties(parser).read());
      return at + (int) parser.currentLocation().getByteOffset();
    }
  }

  /** A geometry of which only its coordinates' reach is needed. */
  private int geometry(int at) throws IOException {
    if (text[at] != '{') {
      return UNUSUAL;
    }
    var geometry = new Geometry();
    int close = object(at, geometry);
    if (close != UNUSUAL && geometry.isWhole()) {
      shapes = geometry.shapes();
      return shapes.isEmpty() ? UNUSUAL : close;
    }
    return UNUSUAL;
  }

  /** The two members of a geometry, in any order. */
  private final class Geometry implements Member {
    private String type = "";
    private boolean hasCoordinates;

    @Override
    public int scan(String name, int at) {
      if (name.equals("type") && type.isEmpty()) {
        int close = string(at);
        type =
            close == UNUSUAL
                ? ""
                : new String(text, at + 1, close - at - 2, StandardCharsets.US_ASCII);
        return close;
      }
      if (name.equals("coordinates") && !hasCoordinates) {
        hasCoordinates = true;
        return coordinates.scan(text, at);
      }
      return UNUSUAL;
    }

    boolean isWhole() {
      return hasCoordinates && !type.isEmpty();
    }

    /** None when the coordinates are not those of the type. */
    List<RawShape> shapes() {
      return switch (type) {
        case "Point", "MultiPoint", "LineString", "MultiLineString" ->
            List.of(RawShape.without(Kind.POINT_OR_LINE, type));
        case "Polygon" ->
            coordinates.depth() == 3
                ? List.of(polygon(coordinates.begin(), coordinates.end()))
                : List.of();
        case "MultiPolygon" -> coordinates.depth() == 4 ? polygons() : List.of();
        default -> List.of();
      };
    }

    private List<RawShape> polygons() {
      List<RawShape> parts = new ArrayList<>();
      for (int i = 0; i < coordinates.members(); i++) {
        parts.add(polygon(coordinates.begin(i), coordinates.end(i)));
      }
      return parts;
    }
  }

  private RawShape polygon(int from, int to) {
    Known<RawShape> known =
        polygons
            .find(text, from, to)
            .orElseGet(
                () -> {
                  byte[] bytes = Arrays.copyOfRange(text, from, to);
                  return Known.of(bytes, RawShape.unread(() -> rings(json, bytes)));
                });
    polygons.keep(known);
    found.add(known);
    return known.content();
  }

  private static List<double[]> rings(JsonFactory json, byte[] coordinates) {
    try (JsonParser parser = json.createParser(coordinates)) {
      parser.nextToken();
      return new GeoJsonGeometry(parser).rings();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read coordinates that were found well-formed", e);
    }
  }

  /** The end of a string of plain ASCII without escapes, after its closing quote. */
  private int string(int from) {
    if (text[from] != '"') {
      return UNUSUAL;
    }
    int at = from + 1;
    while (text[at] != '"') {
      // Bytes beyond ASCII are negative.
      if (text[at] < ' ' || text[at] == '\\') {
        return UNUSUAL;
      }
      at++;
    }
    return at + 1;
  }

  private int blanks(int from) {
    int at = from;
    while (CoordinateScanner.isBlank(text[at])) {
      at++;
    }
    return at;
  }
}
