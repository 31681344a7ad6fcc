package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.territorydelta.geo.RingNesting;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawShape.Kind;

/**
 * What ArcGIS servers answer to {@code f=json}: rings without an order, nested here by which lies
 * in which, in the system that {@code spatialReference} names. A server that hands out a part only,
 * or an error with status 200, has given no map.
 */
final class EsriJsonBody implements FormatBody {
  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    var window = new RawWindow(in);
    try (JsonParser parser = JsonArrays.JSON.createParser(window)) {
      parser.nextToken();
      return new Parse(parser, window).file();
    }
  }

  /** One pass over one answer. */
  private static final class Parse {
    private final JsonParser parser;
    private final RawWindow window;
    private final List<RawFeature> features = new ArrayList<>();
    private Optional<String> crs = Optional.empty();
    private boolean found;

    Parse(JsonParser parser, RawWindow window) {
      this.parser = parser;
      this.window = window;
    }

    RawFile file() throws IOException {
      JsonArrays.expectObject(parser, "an answer of an ArcGIS server");
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "features" -> features();
          case "spatialReference" -> crs = reference().or(() -> crs);
          case "error" ->
              throw new UnreadableFileException("the server answered an error: " + error());
          case "exceededTransferLimit" -> refuseCut();
          default -> parser.skipChildren();
        }
      }
      if (!found) {
        throw new UnreadableFileException("found no member 'features'");
      }
      if (parser.nextToken() != null) {
        throw new UnreadableFileException("more follows the end of the answer");
      }
      return RawFile.of(crs, Map.of(), features);
    }

    private void refuseCut() throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_TRUE) {
        throw new UnreadableFileException(
            "the server cut its answer off (exceededTransferLimit): fetch the rest by resultOffset");
      }
      parser.skipChildren();
    }

    private String error() throws IOException {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        return parser.getText();
      }
      FeatureProperties told = new GeoJsonProperties(parser).read();
      return told.text("code").map(code -> code + " ").orElse("")
          + told.text("message").orElse("without a message");
    }

    private Optional<String> reference() throws IOException {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return Optional.empty();
      }
      FeatureProperties reference = new GeoJsonProperties(parser).read();
      return reference
          .text("latestWkid")
          .or(() -> reference.text("wkid"))
          .map(code -> "EPSG:" + code)
          .or(() -> reference.text("wkt"));
    }

    private void features() throws IOException {
      found = true;
      JsonArrays.expectArray(parser, "features");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        features.add(feature(features.size()));
      }
    }

    private RawFeature feature(int index) throws IOException {
      long start = parser.currentTokenLocation().getByteOffset();
      window.mark(start);
      FeatureProperties attributes = FeatureProperties.NONE;
      List<RawShape> shapes = List.of(RawShape.without(Kind.NULL, "no geometry"));
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        shapes = List.of(RawShape.without(Kind.MALFORMED, "the feature is no object"));
      } else {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          switch (name) {
            case "attributes" -> attributes = new GeoJsonProperties(parser).read();
            case "geometry" -> shapes = geometry();
            default -> parser.skipChildren();
          }
        }
      }
      parser.finishToken();
      return new RawFeature(
          index, attributes, shapes, window.shown(start, parser.currentLocation().getByteOffset()));
    }

    private List<RawShape> geometry() throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        return List.of(RawShape.without(Kind.NULL, "null geometry"));
      }
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        return List.of(RawShape.without(Kind.MALFORMED, "the geometry is no object"));
      }
      List<RawShape> shapes = List.of(RawShape.without(Kind.MALFORMED, "a geometry without rings"));
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        switch (name) {
          case "rings" -> shapes = polygons();
          case "curveRings" ->
              shapes = List.of(RawShape.without(Kind.MALFORMED, "rings with curves in them"));
          case "x", "points", "paths", "curvePaths" ->
              shapes = List.of(RawShape.without(Kind.POINT_OR_LINE, name));
          case "spatialReference" -> {
            Optional<String> own = reference();
            if (crs.isPresent() && own.isPresent() && !own.equals(crs)) {
              throw new UnreadableFileException(
                  "features in several reference systems: " + crs.get() + " and " + own.get());
            }
            crs = crs.or(() -> own);
            continue;
          }
          default -> {}
        }
        parser.skipChildren();
      }
      return shapes;
    }

    private List<RawShape> polygons() throws IOException {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        return List.of(RawShape.without(Kind.MALFORMED, "rings is no list"));
      }
      List<RawShape> shapes = new ArrayList<>();
      List<double[]> rings = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
          rings.add(JsonArrays.ring(parser));
        } else {
          parser.skipChildren();
          shapes.add(RawShape.without(Kind.MALFORMED, "a ring is no list"));
        }
      }
      RingNesting.polygons(rings).forEach(polygon -> shapes.add(RawShape.polygon(polygon)));
      return shapes.isEmpty() ? List.of(RawShape.without(Kind.EMPTY, "no rings")) : shapes;
    }
  }
}
