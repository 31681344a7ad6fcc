package org.territorydelta.read;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A document with a GeoJSON FeatureCollection in it, token by token, in one pass. */
final class GeoJsonCollection {
  private final List<String> unwrap;
  private final Set<String> members;
  private final JsonParser parser;
  private final RawWindow window;
  private final List<RawFeature> features = new ArrayList<>();
  private final Map<String, String> beside = new LinkedHashMap<>();
  private Optional<String> crs = Optional.empty();

  /**
   * @param unwrap member names from the top of the document down to the features
   * @param members what is wanted of the document outside its features, by path
   */
  GeoJsonCollection(List<String> unwrap, Set<String> members, JsonParser parser, RawWindow window) {
    this.unwrap = unwrap;
    this.members = members;
    this.parser = parser;
    this.window = window;
  }

  /** The whole document, without its hash and size. */
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
    GeoJsonFeature feature = GeoJsonFeature.read(parser);
    parser.finishToken();
    long end = parser.currentLocation().getByteOffset();
    return new RawFeature(index, feature.properties(), feature.shapes(), window.shown(start, end));
  }
}
