package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.territorydelta.model.map.FeatureProperties;

/**
 * What is in a GeoJSON feature, its members in any order.
 *
 * @param shapes at least one
 */
record GeoJsonFeature(FeatureProperties properties, List<RawShape> shapes) {
  /** Without its properties and its geometry. */
  static final GeoJsonFeature EMPTY =
      new GeoJsonFeature(
          FeatureProperties.NONE, List.of(RawShape.without(RawShape.Kind.NULL, "no geometry")));

  /** Reads from a feature's first token to its last. */
  static GeoJsonFeature read(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return new GeoJsonFeature(
          FeatureProperties.NONE,
          List.of(RawShape.without(RawShape.Kind.MALFORMED, "the feature is no object")));
    }
    FeatureProperties properties = EMPTY.properties;
    List<RawShape> shapes = EMPTY.shapes;
    Optional<String> id = Optional.empty();
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
    return new GeoJsonFeature(properties, shapes).withId(id);
  }

  /** The same with its own id among its properties, where it has one. */
  GeoJsonFeature withId(Optional<String> id) {
    return id.isEmpty()
        ? this
        : new GeoJsonFeature(GeoJsonProperties.withId(properties, id.get()), shapes);
  }
}
