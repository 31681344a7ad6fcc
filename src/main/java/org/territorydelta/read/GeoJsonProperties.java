package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.territorydelta.model.map.FeatureProperties;

/** The properties member of a GeoJSON feature. */
final class GeoJsonProperties {
  private static final String PLAIN_ID = "id";

  private final JsonParser parser;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<String> nulls = new HashSet<>();
  private final Set<String> compounds = new HashSet<>();

  GeoJsonProperties(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads from the member's first token to its last; one that is no object has none. */
  FeatureProperties read() throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      object("");
    } else {
      parser.skipChildren();
    }
    return new FeatureProperties(texts, nulls, compounds);
  }

  /**
   * @param prefix the path of the object with a dot after it; empty for the properties themselves
   */
  private void object(String prefix) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix.isEmpty() ? parser.currentName() : prefix + parser.currentName();
      JsonToken value = parser.nextToken();
      if (prefix.isEmpty()) {
        forget(name);
      } else if (isKnown(name)) {
        parser.skipChildren();
        continue;
      }
      if (value == JsonToken.VALUE_NULL) {
        nulls.add(name);
      } else if (value.isScalarValue()) {
        texts.put(name, parser.getText());
      } else {
        compounds.add(name);
        if (value == JsonToken.START_OBJECT) {
          object(name + ".");
        } else {
          parser.skipChildren();
        }
      }
    }
  }

  /** A property of that very name comes before a member of a member with such a path. */
  private void forget(String name) {
    texts.remove(name);
    nulls.remove(name);
    compounds.remove(name);
  }

  private boolean isKnown(String name) {
    return texts.containsKey(name) || nulls.contains(name) || compounds.contains(name);
  }

  /** The same with the feature's own id. */
  static FeatureProperties withId(FeatureProperties properties, String id) {
    Map<String, String> texts = new LinkedHashMap<>(properties.texts());
    texts.put(FeatureProperties.ID, id);
    if (properties.isAbsent(PLAIN_ID)) {
      texts.put(PLAIN_ID, id);
    }
    return new FeatureProperties(texts, properties.nulls(), properties.compounds());
  }
}
