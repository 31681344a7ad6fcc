package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FilterInputStream;
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
 * GeoJSON values one after the other: a line each, parted by record separators (RFC 8142), or as
 * the items of an array; a value on its own is a sequence of one. A value is a feature, a bare
 * geometry, a collection, or a wrapper with features in the member that the profile unwraps; single
 * values beside them in the wrapper or collection count as properties of each of its features.
 */
final class GeoJsonSequenceBody implements FormatBody {
  private static final JsonMapper MAPPER = JsonMapper.builder(JsonArrays.JSON).build();
  private static final int RECORD_SEPARATOR = 0x1e;

  private final List<String> unwrap;

  GeoJsonSequenceBody(List<String> unwrap) {
    this.unwrap = List.copyOf(unwrap);
  }

  /** Record separators are white space between values. */
  private static final class WithoutSeparators extends FilterInputStream {
    WithoutSeparators(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      return value == RECORD_SEPARATOR ? '\n' : value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      for (int i = offset; i < offset + count; i++) {
        if (target[i] == RECORD_SEPARATOR) {
          target[i] = '\n';
        }
      }
      return count;
    }
  }

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    var window = new RawWindow(new WithoutSeparators(in));
    try (JsonParser parser = MAPPER.createParser(window)) {
      return new Parse(parser, window).file();
    }
  }

  /** One pass over one file. */
  private final class Parse {
    private final JsonParser parser;
    private final RawWindow window;
    private final List<RawFeature> features = new ArrayList<>();
    private Optional<String> crs = Optional.empty();
    private String raw = "";

    Parse(JsonParser parser, RawWindow window) {
      this.parser = parser;
      this.window = window;
    }

    RawFile file() throws IOException {
      int values = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        values++;
        if (token != JsonToken.START_ARRAY) {
          value();
          continue;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value();
        }
      }
      if (values == 0) {
        throw new UnreadableFileException("the file is empty");
      }
      return RawFile.of(crs, Map.of(), features);
    }

    private void value() throws IOException {
      JsonArrays.expectObject(parser, "a feature, a geometry or a collection");
      long start = parser.currentTokenLocation().getByteOffset();
      window.mark(start);
      JsonNode node = MAPPER.readTree(parser);
      raw = window.shown(start, parser.currentLocation().getByteOffset());
      item(node, new LinkedHashMap<>(), 0);
    }

    private void item(JsonNode node, Map<String, String> beside, int depth) throws IOException {
      if (node.isArray()) {
        for (JsonNode one : node) {
          item(one, beside, depth);
        }
        return;
      }
      if (!node.isObject()) {
        throw new UnreadableFileException("expected features, found " + node.getNodeType());
      }
      String type = node.path("type").asText("none");
      JsonNode wrapped = depth < unwrap.size() ? node.get(unwrap.get(depth)) : null;
      if (wrapped != null) {
        item(wrapped, and(beside, node), depth + 1);
      } else if (node.path("features").isArray()) {
        takeCrs(node);
        Map<String, String> told = and(beside, node);
        told.remove("type");
        for (JsonNode one : node.get("features")) {
          feature(one, told);
        }
      } else if (depth < unwrap.size() && !type.equals("Feature")) {
        throw new UnreadableFileException("found no member '" + unwrap.get(depth) + "'");
      } else {
        feature(node, beside);
      }
    }

    private void takeCrs(JsonNode collection) throws UnreadableFileException {
      JsonNode name = collection.path("crs").path("properties").path("name");
      if (name.isMissingNode()) {
        return;
      }
      if (crs.isPresent() && !crs.get().equals(name.asText())) {
        throw new UnreadableFileException(
            "collections in several reference systems: " + crs.get() + " and " + name.asText());
      }
      crs = Optional.of(name.asText());
    }

    private static Map<String, String> and(Map<String, String> beside, JsonNode node) {
      Map<String, String> more = new LinkedHashMap<>(beside);
      for (Map.Entry<String, JsonNode> member : node.properties()) {
        if (member.getValue().isValueNode() && !member.getValue().isNull()) {
          more.put(member.getKey(), member.getValue().asText());
        }
      }
      return more;
    }

    private void feature(JsonNode node, Map<String, String> beside) throws IOException {
      boolean bare = node.has("coordinates") || node.has("geometries");
      FeatureProperties properties =
          node.path("properties").isObject()
              ? new GeoJsonProperties(parser(node.get("properties"))).read()
              : FeatureProperties.NONE;
      if (node.path("id").isValueNode() && !node.path("id").isNull()) {
        properties = GeoJsonProperties.withId(properties, node.get("id").asText());
      }
      for (Map.Entry<String, String> told : beside.entrySet()) {
        if (properties.isAbsent(told.getKey())) {
          properties = properties.with(told.getKey(), told.getValue());
        }
      }
      JsonNode geometry = bare ? node : node.path("geometry");
      boolean readable = bare || node.path("type").asText("none").equals("Feature");
      List<RawShape> shapes =
          !readable
              ? List.of(RawShape.without(Kind.MALFORMED, "neither a feature nor a geometry"))
              : geometry.isMissingNode() || geometry.isNull()
                  ? List.of(RawShape.without(Kind.NULL, "no geometry"))
                  : new GeoJsonGeometry(parser(geometry)).shapes();
      features.add(new RawFeature(features.size(), properties, shapes, raw));
    }

    private JsonParser parser(JsonNode node) throws IOException {
      JsonParser tree = node.traverse(MAPPER);
      tree.nextToken();
      return tree;
    }
  }
}
