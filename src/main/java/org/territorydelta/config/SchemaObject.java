package org.territorydelta.config;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a reader asks of one mapping, taken down while it asks, as a JSON Schema. */
final class SchemaObject {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Map<String, ObjectNode> properties = new LinkedHashMap<>();
  private final Map<String, SchemaObject> objects = new LinkedHashMap<>();
  private final Set<String> lists = new TreeSet<>();
  private final Set<String> required = new TreeSet<>();
  private boolean open;

  /** A single value; text, number and truth alike, as YAML tells them apart by itself. */
  ObjectNode scalar(String key, String... types) {
    ObjectNode node = properties.computeIfAbsent(key, name -> MAPPER.createObjectNode());
    ArrayNode typed = MAPPER.createArrayNode();
    for (String type : types) {
      typed.add(type);
    }
    node.set("type", typed);
    return node;
  }

  void text(String key) {
    if (!properties.containsKey(key)) {
      scalar(key, "string", "number", "boolean");
    }
  }

  boolean knows(String key) {
    return properties.containsKey(key) || objects.containsKey(key);
  }

  void need(String key) {
    required.add(key);
  }

  void number(String key, String type, double least, double most) {
    scalar(key, type).put("minimum", least).put("maximum", most);
  }

  void expected(String key, String what) {
    properties.get(key).put("description", what);
  }

  /** One word or a list of them. */
  void words(String key) {
    ObjectNode node = properties.computeIfAbsent(key, name -> MAPPER.createObjectNode());
    ObjectNode list = MAPPER.createObjectNode().put("type", "array");
    list.putObject("items")
        .set(
            "type",
            MAPPER.createArrayNode().add("string").add("number").add("boolean").add("null"));
    node.putArray("anyOf")
        .add(list)
        .add(MAPPER.createObjectNode().set("type", list.path("items").path("type")));
  }

  SchemaObject object(String key) {
    return objects.computeIfAbsent(key, name -> new SchemaObject());
  }

  /** One mapping or a list of them. */
  SchemaObject objects(String key) {
    lists.add(key);
    return object(key);
  }

  void anyKey() {
    open = true;
  }

  ObjectNode json() {
    ObjectNode json = MAPPER.createObjectNode().put("type", "object");
    ObjectNode all = json.putObject("properties");
    properties.forEach(
        (key, value) -> {
          if (!objects.containsKey(key)) {
            all.set(key, value);
          }
        });
    objects.forEach(
        (key, object) -> {
          ObjectNode one = object.json();
          if (lists.contains(key)) {
            ObjectNode list = MAPPER.createObjectNode().put("type", "array");
            list.set("items", one);
            all.putObject(key).putArray("anyOf").add(one).add(list);
          } else {
            all.set(key, one);
          }
        });
    if (!required.isEmpty()) {
      ArrayNode names = json.putArray("required");
      required.forEach(names::add);
    }
    return json.put("additionalProperties", open);
  }
}
