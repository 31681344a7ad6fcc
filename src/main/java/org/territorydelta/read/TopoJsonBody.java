package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawShape.Kind;

/**
 * TopoJSON (its specification 1.0): geometries that share arcs, quantised or not. Each object of
 * the topology is a layer of its name. Quantised positions are whole steps of the file's own grid.
 */
final class TopoJsonBody implements FormatBody {
  private static final int DEEPEST = 32;

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    try (JsonParser parser = JsonArrays.JSON.createParser(in)) {
      parser.nextToken();
      return new Parse(parser).file();
    }
  }

  /** A geometry whose arcs are known by number only. */
  private record Drawn(
      String layer, FeatureProperties properties, String type, List<List<int[]>> polygons) {}

  /** One pass over one topology. */
  private static final class Parse {
    private final JsonParser parser;
    private final List<Drawn> drawn = new ArrayList<>();
    private List<double[]> arcs = List.of();
    private double[] scale = {1, 1};
    private double[] translate = {0, 0};
    private boolean quantised;
    private boolean found;
    private Optional<String> crs = Optional.empty();

    Parse(JsonParser parser) {
      this.parser = parser;
    }

    RawFile file() throws IOException {
      JsonArrays.expectObject(parser, "a topology");
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "objects" -> objects();
          case "arcs" -> arcs = JsonArrays.rings(parser);
          case "transform" -> transform();
          case "crs" -> {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
              crs = new GeoJsonProperties(parser).read().text("properties.name");
            }
            parser.skipChildren();
          }
          default -> parser.skipChildren();
        }
      }
      if (!found) {
        throw new UnreadableFileException("found no member 'objects'");
      }
      if (parser.nextToken() != null) {
        throw new UnreadableFileException("more follows the end of the topology");
      }
      if (quantised) {
        arcs = arcs.stream().map(this::unpacked).toList();
      }
      List<RawFeature> features = new ArrayList<>();
      for (Drawn one : drawn) {
        FeatureProperties properties = one.properties.with(FeatureProperties.LAYER, one.layer);
        features.add(
            new RawFeature(features.size(), properties, shapes(one), one.properties.toString()));
      }
      return RawFile.of(crs, Map.of(), features);
    }

    private void transform() throws IOException {
      JsonArrays.expectObject(parser, "a transform");
      quantised = true;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        double[] numbers = JsonArrays.numbers(parser);
        if (numbers.length != 2) {
          throw new UnreadableFileException("the transform's " + name + " has no two numbers");
        }
        if (name.equals("scale")) {
          scale = numbers;
        } else {
          translate = numbers;
        }
      }
    }

    private double[] unpacked(double[] steps) {
      double[] arc = new double[steps.length];
      double x = 0;
      double y = 0;
      for (int i = 0; i + 1 < steps.length; i += 2) {
        x += steps[i];
        y += steps[i + 1];
        arc[i] = x * scale[0] + translate[0];
        arc[i + 1] = y * scale[1] + translate[1];
      }
      return arc;
    }

    private void objects() throws IOException {
      found = true;
      JsonArrays.expectObject(parser, "the topology's objects");
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String layer = parser.currentName();
        parser.nextToken();
        geometry(layer, FeatureProperties.NONE, 0);
      }
    }

    private void geometry(String layer, FeatureProperties inherited, int depth) throws IOException {
      if (depth > DEEPEST) {
        throw new UnreadableFileException("collections lie in each other too deep");
      }
      JsonArrays.expectObject(parser, "a geometry");
      String type = "none";
      FeatureProperties properties = inherited;
      Optional<String> id = Optional.empty();
      List<List<int[]>> polygons = List.of();
      boolean collection = false;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "type" -> {
            type = String.valueOf(parser.getValueAsString());
            parser.skipChildren();
          }
          case "id" -> {
            id = Optional.ofNullable(parser.getValueAsString());
            parser.skipChildren();
          }
          case "properties" -> properties = new GeoJsonProperties(parser).read();
          case "arcs" -> polygons = polygons();
          case "geometries" -> {
            collection = true;
            JsonArrays.expectArray(parser, "geometries");
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              geometry(layer, properties, depth + 1);
            }
          }
          default -> parser.skipChildren();
        }
      }
      if (!collection) {
        FeatureProperties named =
            id.isEmpty() ? properties : GeoJsonProperties.withId(properties, id.get());
        drawn.add(new Drawn(layer, named, type, polygons));
      }
    }

    /** Rings by their arcs' numbers, as polygons; of a single one as of several. */
    private List<List<int[]>> polygons() throws IOException {
      JsonArrays.expectArray(parser, "arcs");
      List<List<int[]>> polygons = new ArrayList<>();
      List<int[]> own = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
          continue;
        }
        List<int[]> rings = new ArrayList<>();
        int[] ring = new int[0];
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          if (parser.currentToken() == JsonToken.START_ARRAY) {
            rings.add(whole(JsonArrays.numbers(parser)));
          } else {
            ring = Arrays.copyOf(ring, ring.length + 1);
            ring[ring.length - 1] = whole(number());
          }
        }
        if (rings.isEmpty()) {
          own.add(ring);
        } else {
          polygons.add(rings);
        }
      }
      if (!own.isEmpty()) {
        polygons.add(own);
      }
      return polygons;
    }

    private double number() throws IOException {
      return parser.currentToken().isNumeric() ? parser.getDoubleValue() : Double.NaN;
    }

    private static int[] whole(double[] numbers) throws UnreadableFileException {
      int[] whole = new int[numbers.length];
      for (int i = 0; i < whole.length; i++) {
        whole[i] = whole(numbers[i]);
      }
      return whole;
    }

    private static int whole(double number) throws UnreadableFileException {
      if (number != (int) number) {
        throw new UnreadableFileException("an arc's number is " + number);
      }
      return (int) number;
    }

    private List<RawShape> shapes(Drawn one) {
      return switch (one.type) {
        case "Polygon", "MultiPolygon" -> {
          List<RawShape> shapes = new ArrayList<>();
          for (List<int[]> polygon : one.polygons) {
            shapes.add(shape(polygon));
          }
          yield shapes.isEmpty() ? List.of(RawShape.without(Kind.EMPTY, one.type)) : shapes;
        }
        case "null", "none" -> List.of(RawShape.without(Kind.NULL, "null geometry"));
        case "Point", "MultiPoint", "LineString", "MultiLineString" ->
            List.of(RawShape.without(Kind.POINT_OR_LINE, one.type));
        default -> List.of(RawShape.without(Kind.MALFORMED, "geometry type " + one.type));
      };
    }

    private RawShape shape(List<int[]> polygon) {
      List<double[]> rings = new ArrayList<>();
      for (int[] numbers : polygon) {
        var ring = new RingList();
        for (int number : numbers) {
          int index = number < 0 ? ~number : number;
          if (index >= arcs.size()) {
            return RawShape.without(Kind.MALFORMED, "there is no arc " + number);
          }
          append(ring, arcs.get(index), number < 0);
        }
        rings.add(ring.ring());
      }
      return RawShape.polygon(rings);
    }

    /** Each arc begins where the one before ended; that position is there once. */
    private static void append(RingList ring, double[] arc, boolean backwards) {
      int positions = arc.length / 2;
      for (int i = ring.isEmpty() ? 0 : 1; i < positions; i++) {
        int at = 2 * (backwards ? positions - 1 - i : i);
        ring.add(arc[at], arc[at + 1]);
      }
    }
  }
}
