package org.territorydelta.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;

/**
 * JSON Schemas of config and profile, for editors: made by letting the readers ask for everything
 * that they know of, so that the two cannot differ.
 */
public final class ConfigSchema {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private ConfigSchema() {}

  public static String ofConfig() {
    var schema = new SchemaObject();
    ConfigReader.describe(YamlMap.asking(schema));
    return text(schema, "Territory Delta: config of a run");
  }

  public static String ofProfile() {
    var schema = new SchemaObject();
    new ProfileReader("schema", new ArrayList<>(), path -> "").describe(YamlMap.asking(schema));
    return text(schema, "Territory Delta: profile of a publisher");
  }

  private static String text(SchemaObject schema, String title) {
    ObjectNode json = schema.json();
    json.put("$schema", DIALECT);
    json.put("title", title);
    return json.toPrettyString() + "\n";
  }
}
