package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawShape.Kind;

/**
 * The fields of Liveuamap: {@code {"fields": {id: {name, description, points}}}}. Points are one
 * ring of {@code {lat, lng}} objects, or rings of them, or rings of flat numbers with latitude
 * first. The format never repeats a ring's first point at its end, so rings are closed here.
 */
final class LiveuamapBody implements FormatBody {
  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    var window = new RawWindow(in);
    try (JsonParser parser = JsonArrays.JSON.createParser(window)) {
      parser.nextToken();
      JsonArrays.expectObject(parser, "an object with 'fields'");
      List<RawFeature> features = new ArrayList<>();
      boolean found = false;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (name.equals("fields")) {
          fields(parser, window, features);
          found = true;
        } else {
          parser.skipChildren();
        }
      }
      if (!found) {
        throw new UnreadableFileException("found no member 'fields'");
      }
      if (parser.nextToken() != null) {
        throw new UnreadableFileException("more follows the end of the fields");
      }
      return RawFile.of(Optional.empty(), Map.of(), features);
    }
  }

  private static void fields(JsonParser parser, RawWindow window, List<RawFeature> features)
      throws IOException {
    boolean keyed = parser.currentToken() == JsonToken.START_OBJECT;
    if (!keyed) {
      JsonArrays.expectArray(parser, "fields, or an object of them");
    }
    JsonToken end = keyed ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    while (parser.nextToken() != end) {
      String key = keyed ? parser.currentName() : String.valueOf(features.size());
      if (keyed) {
        parser.nextToken();
      }
      features.add(field(parser, window, features.size(), key));
    }
  }

  private static RawFeature field(JsonParser parser, RawWindow window, int index, String key)
      throws IOException {
    long start = parser.currentTokenLocation().getByteOffset();
    window.mark(start);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(FeatureProperties.ID, key);
    List<RawShape> shapes = List.of(RawShape.without(Kind.NULL, "no points"));
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      shapes = List.of(RawShape.without(Kind.MALFORMED, "the field is no object"));
    } else {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("points")) {
          shapes = shapes(parser);
        } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          texts.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }
    parser.finishToken();
    return new RawFeature(
        index,
        FeatureProperties.of(texts),
        shapes,
        window.shown(start, parser.currentLocation().getByteOffset()));
  }

  private static List<RawShape> shapes(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return List.of(RawShape.without(Kind.NULL, "null points"));
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return List.of(RawShape.without(Kind.MALFORMED, "points is no list"));
    }
    List<RawShape> shapes = new ArrayList<>();
    var own = new RingList();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case START_OBJECT -> point(parser, own);
        case START_ARRAY -> shapes.add(ring(parser));
        default -> shapes.add(RawShape.without(Kind.MALFORMED, "a point is no object"));
      }
    }
    if (!own.isEmpty()) {
      shapes.add(RawShape.polygon(List.of(own.close().ring())));
    }
    return shapes.isEmpty() ? List.of(RawShape.without(Kind.EMPTY, "no points")) : shapes;
  }

  /** A ring of flat numbers, of pairs, or of objects. */
  private static RawShape ring(JsonParser parser) throws IOException {
    var ring = new RingList();
    double lat = Double.NaN;
    int numbers = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      switch (parser.currentToken()) {
        case START_OBJECT -> point(parser, ring);
        case START_ARRAY -> {
          double[] pair = JsonArrays.numbers(parser);
          ring.add(pair.length > 1 ? pair[1] : Double.NaN, pair.length > 0 ? pair[0] : Double.NaN);
        }
        default -> {
          double number = number(parser);
          if (numbers++ % 2 == 0) {
            lat = number;
          } else {
            ring.add(number, lat);
          }
        }
      }
    }
    return numbers % 2 == 0
        ? RawShape.polygon(List.of(ring.close().ring()))
        : RawShape.without(Kind.MALFORMED, "a ring of an odd count of numbers, " + numbers);
  }

  private static void point(JsonParser parser, RingList ring) throws IOException {
    double lat = Double.NaN;
    double lon = Double.NaN;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("lat")) {
        lat = number(parser);
      } else if (name.equals("lng") || name.equals("lon")) {
        lon = number(parser);
      }
      parser.skipChildren();
    }
    ring.add(lon, lat);
  }

  /** Liveuamap writes some numbers as text. */
  private static double number(JsonParser parser) throws IOException {
    if (parser.currentToken().isNumeric()) {
      return parser.getDoubleValue();
    }
    try {
      return parser.currentToken() == JsonToken.VALUE_STRING
          ? Double.parseDouble(parser.getText())
          : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
