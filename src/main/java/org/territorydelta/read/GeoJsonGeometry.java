package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.territorydelta.read.RawShape.Kind;

/** The geometry member of a GeoJSON feature, its members in any order. */
final class GeoJsonGeometry {
  /** A position read where a list was to come; it tells a ring from a list of rings. */
  private static final Object POSITION = new Object();

  private final JsonParser parser;
  private double lon;
  private double lat;
  private boolean text;

  GeoJsonGeometry(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the coordinates of one polygon, from their first token to their last. */
  List<double[]> rings() throws IOException {
    return polygons(List.of(array()), "Polygon").get(0).rings();
  }

  /** Reads from the geometry's first token to its last. */
  List<RawShape> shapes() throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return List.of(RawShape.without(Kind.NULL, "null geometry"));
    }
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return List.of(RawShape.without(Kind.MALFORMED, "the geometry is no object"));
    }
    String type = "none";
    Object coordinates = POSITION;
    List<RawShape> members = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "type" -> {
          type = String.valueOf(parser.getValueAsString());
          parser.skipChildren();
        }
        case "coordinates" -> {
          text = false;
          coordinates = array();
        }
        case "geometries" -> members.addAll(members());
        default -> parser.skipChildren();
      }
    }
    return switch (type) {
      case "Polygon" -> orEmpty(polygons(List.of(coordinates), type), type);
      case "MultiPolygon" -> orEmpty(polygons(coordinates, type), type);
      case "GeometryCollection" -> orEmpty(members, type);
      case "Point", "MultiPoint", "LineString", "MultiLineString" ->
          List.of(RawShape.without(Kind.POINT_OR_LINE, type));
      default -> List.of(RawShape.without(Kind.MALFORMED, "geometry type " + type));
    };
  }

  private List<RawShape> members() throws IOException {
    List<RawShape> members = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return List.of(RawShape.without(Kind.MALFORMED, "geometries is no array"));
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      members.addAll(shapes());
    }
    return members;
  }

  private static List<RawShape> orEmpty(List<RawShape> shapes, String type) {
    return shapes.isEmpty() ? List.of(RawShape.without(Kind.EMPTY, "empty " + type)) : shapes;
  }

  private List<RawShape> polygons(Object coordinates, String type) {
    List<RawShape> shapes = new ArrayList<>();
    if (!(coordinates instanceof List<?> polygons)) {
      return List.of(malformed(type));
    }
    for (Object polygon : polygons) {
      if (!(polygon instanceof List<?> parts)) {
        shapes.add(malformed(type));
        continue;
      }
      List<double[]> rings = new ArrayList<>();
      boolean wellFormed = true;
      for (Object part : parts) {
        if (part instanceof double[] ring) {
          rings.add(ring);
        } else if (part instanceof List<?> list && list.isEmpty()) {
          rings.add(new double[0]);
        } else {
          wellFormed = false;
        }
      }
      if (!wellFormed) {
        shapes.add(malformed(type));
      } else if (!rings.isEmpty()) {
        shapes.add(text ? RawShape.withText(rings) : RawShape.polygon(rings));
      }
    }
    return shapes;
  }

  private static RawShape malformed(String type) {
    return RawShape.without(Kind.MALFORMED, "the coordinates are not those of a " + type);
  }

  /**
   * Reads a nested array: a list of positions becomes a {@code double[]}, anything else a list.
   *
   * @return {@link #POSITION} when the array itself was a position
   */
  private Object array() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return POSITION;
    }
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      return List.of();
    }
    if (token != JsonToken.START_ARRAY) {
      position();
      return POSITION;
    }
    List<Object> items = new ArrayList<>();
    double[] ring = new double[64];
    int size = 0;
    for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      Object item = array();
      if (item != POSITION) {
        items.add(item);
        continue;
      }
      if (size + 2 > ring.length) {
        ring = Arrays.copyOf(ring, ring.length * 2);
      }
      ring[size++] = lon;
      ring[size++] = lat;
    }
    if (size == 0) {
      return items;
    }
    // Positions and lists side by side are neither a ring nor a list of rings.
    return items.isEmpty() ? Arrays.copyOf(ring, size) : POSITION;
  }

  private void position() throws IOException {
    lon = Double.NaN;
    lat = Double.NaN;
    int count = 0;
    for (JsonToken token = parser.currentToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      double value = token.isNumeric() ? parser.getDoubleValue() : Double.NaN;
      text |= token == JsonToken.VALUE_STRING;
      parser.skipChildren();
      if (count == 0) {
        lon = value;
      } else if (count == 1) {
        lat = value;
      }
      count++;
    }
  }
}
