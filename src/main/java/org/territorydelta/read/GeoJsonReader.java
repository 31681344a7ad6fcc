package org.territorydelta.read;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.territorydelta.model.FeatureProperties;
import org.territorydelta.model.Sha256;

/**
 * Reads a GeoJSON FeatureCollection (RFC 7946, and its 2008 ancestor's {@code crs} member), plain
 * or wrapped in other JSON, plain or gzip. Heights are dropped. {@code NaN} is let through as a
 * number that is none, so that one bad polygon is rejected and not its file.
 */
final class GeoJsonReader implements FeatureReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  private final List<String> unwrap;
  private final Set<String> members;

  GeoJsonReader(List<String> unwrap, Set<String> members) {
    this.unwrap = List.copyOf(unwrap);
    this.members = Set.copyOf(members);
  }

  @Override
  public RawFile read(InputStream in) throws IOException {
    var counted = new CountedStream(in);
    var digested = new DigestInputStream(counted, Sha256.digest());
    try {
      var window = new RawWindow(unpacked(digested));
      RawFile content;
      try (JsonParser parser = JSON.createParser(window)) {
        parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        content = new Parse(parser, window).file();
      }
      // The hash is of the whole file, whatever follows the collection.
      digested.transferTo(OutputStream.nullOutputStream());
      String sha256 = Sha256.hex(digested.getMessageDigest());
      return new RawFile(
          content.crs(), content.members(), content.features(), sha256, counted.bytes());
    } catch (JsonProcessingException e) {
      throw new UnreadableFileException("not readable as JSON: " + JsonProblem.text(e), e);
    } catch (EOFException e) {
      throw new UnreadableFileException("not readable as gzip: the file ends too early", e);
    } catch (ZipException e) {
      throw new UnreadableFileException("not readable as gzip: " + e.getMessage(), e);
    }
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    boolean gzip = first == 0x1f && second == 0x8b;
    return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
  }

  /** One pass over one file. */
  private final class Parse {
    private final JsonParser parser;
    private final RawWindow window;
    private final List<RawFeature> features = new ArrayList<>();
    private final Map<String, String> beside = new LinkedHashMap<>();
    private Optional<String> crs = Optional.empty();

    Parse(JsonParser parser, RawWindow window) {
      this.parser = parser;
      this.window = window;
    }

    RawFile file() throws IOException {
      if (parser.nextToken() == null) {
        throw new UnreadableFileException("the file is empty");
      }
      collection(0);
      if (parser.nextToken() != null) {
        throw new UnreadableFileException("more follows the end of the collection");
      }
      return new RawFile(crs, beside, features, "", 0);
    }

    private void collection(int depth) throws IOException {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new UnreadableFileException(
            "expected "
                + expected(depth)
                + ", found "
                + JsonProblem.kind(Optional.ofNullable(parser.currentToken())));
      }
      boolean found = false;
      Optional<String> type = Optional.empty();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (depth < unwrap.size() && name.equals(unwrap.get(depth))) {
          collection(depth + 1);
          found = true;
        } else if (depth == unwrap.size() && name.equals("features")) {
          features();
          found = true;
        } else if (depth == unwrap.size() && name.equals("crs")) {
          crs = crsName();
        } else if (depth == unwrap.size() && name.equals("type")) {
          type = Optional.ofNullable(parser.getValueAsString());
          parser.skipChildren();
        } else {
          member(inside(depth) + name);
        }
      }
      if (!found) {
        throw new UnreadableFileException("found no member '" + missing(depth) + "'");
      }
      if (depth == unwrap.size() && !type.equals(Optional.of("FeatureCollection"))) {
        throw new UnreadableFileException(
            "expected type FeatureCollection, found " + type.orElse("none"));
      }
    }

    /** The path of what is in the wrapper of a depth, but for its own name. */
    private String inside(int depth) {
      return unwrap.subList(0, depth).stream().map(name -> name + ".").collect(joining());
    }

    /** Takes up a member beside the collection, or what is in it, where it is wanted. */
    private void member(String path) throws IOException {
      JsonToken value = parser.currentToken();
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL && members.contains(path)) {
        beside.putIfAbsent(path, parser.getText());
      } else if (value == JsonToken.START_OBJECT
          && members.stream().anyMatch(wanted -> wanted.startsWith(path + "."))) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          member(path + "." + name);
        }
      } else {
        parser.skipChildren();
      }
    }

    private String missing(int depth) {
      return depth < unwrap.size() ? unwrap.get(depth) : "features";
    }

    private String expected(int depth) {
      return depth < unwrap.size() ? "an object with '" + unwrap.get(depth) + "'" : "a collection";
    }

    private Optional<String> crsName() throws IOException {
      if (parser.currentToken() == JsonToken.VALUE_NULL) {
        return Optional.empty();
      }
      String found = "unnamed";
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        for (int depth = 1; depth > 0; ) {
          JsonToken token = parser.nextToken();
          if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            depth++;
          } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            depth--;
          } else if (token == JsonToken.VALUE_STRING && "name".equals(parser.currentName())) {
            found = parser.getText();
          }
        }
      } else {
        found = parser.getText();
      }
      return Optional.of(found);
    }

    private void features() throws IOException {
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw new UnreadableFileException("expected an array of features");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        features.add(feature(features.size()));
      }
    }

    private RawFeature feature(int index) throws IOException {
      long start = parser.currentTokenLocation().getByteOffset();
      window.mark(start);
      FeatureProperties properties = FeatureProperties.NONE;
      Optional<String> id = Optional.empty();
      List<RawShape> shapes = List.of(RawShape.without(RawShape.Kind.NULL, "no geometry"));
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        shapes = List.of(RawShape.without(RawShape.Kind.MALFORMED, "the feature is no object"));
      } else {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          switch (name) {
            case "properties" -> properties = new GeoJsonProperties(parser).read();
            case "id" -> {
              id = Optional.ofNullable(parser.getValueAsString());
              parser.skipChildren();
            }
            case "geometry" -> shapes = new GeoJsonGeometry(parser).shapes();
            default -> parser.skipChildren();
          }
        }
      }
      parser.finishToken();
      long end = parser.currentLocation().getByteOffset();
      FeatureProperties named =
          id.isEmpty() ? properties : GeoJsonProperties.withId(properties, id.get());
      return new RawFeature(index, named, shapes, window.shown(start, end));
    }
  }
}
