package org.territorydelta.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The keys in which two resolved configs differ. An item of a list of objects is known by its
 * {@code id}, {@code name} or {@code level}, the first that tells all items of both lists apart; an
 * item of any other list is not looked into.
 */
final class ConfigDifferences {
  private static final List<String> LABELS = List.of("id", "name", "level");

  /**
   * A key with two values, as JSON.
   *
   * @param path {@code sources[nzz].profile.rules[held].when}
   * @param before empty when only the new config has the key
   * @param after empty when only the old one has it
   */
  record Difference(String path, String before, String after) {}

  private final List<Difference> found = new ArrayList<>();

  private ConfigDifferences() {}

  /** In the order of the keys. */
  static List<Difference> between(JsonNode before, JsonNode after) {
    var differences = new ConfigDifferences();
    differences.compare("", before, after);
    return List.copyOf(differences.found);
  }

  private void compare(String path, JsonNode before, JsonNode after) {
    if (before.equals(after)) {
      return;
    }
    Optional<String> label = label(before, after);
    if (before.isObject() && after.isObject()) {
      compareItems(fields(path, before), fields(path, after));
    } else if (label.isPresent()) {
      Map<String, JsonNode> old = items(path, label.get(), before);
      Map<String, JsonNode> now = items(path, label.get(), after);
      compareItems(old, now);
      compareOrder(path, old.keySet(), now.keySet());
    } else {
      found.add(new Difference(path, before.toString(), after.toString()));
    }
  }

  private void compareItems(Map<String, JsonNode> before, Map<String, JsonNode> after) {
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (String path : paths) {
      if (!after.containsKey(path)) {
        found.add(new Difference(path, before.get(path).toString(), ""));
      } else if (!before.containsKey(path)) {
        found.add(new Difference(path, "", after.get(path).toString()));
      } else {
        compare(path, before.get(path), after.get(path));
      }
    }
  }

  /** Of rules the first that matches decides, so their order is a value of its own. */
  private void compareOrder(String path, Set<String> before, Set<String> after) {
    List<String> old = before.stream().filter(after::contains).toList();
    List<String> now = after.stream().filter(before::contains).toList();
    if (!old.equals(now)) {
      found.add(new Difference(path + " in order", old.toString(), now.toString()));
    }
  }

  private static Map<String, JsonNode> fields(String path, JsonNode object) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    String prefix = path.isEmpty() ? "" : path + ".";
    object.properties().forEach(field -> fields.put(prefix + field.getKey(), field.getValue()));
    return fields;
  }

  private static Map<String, JsonNode> items(String path, String label, JsonNode list) {
    Map<String, JsonNode> items = new LinkedHashMap<>();
    list.forEach(item -> items.put(path + "[" + item.get(label).asText() + "]", item));
    return items;
  }

  private static Optional<String> label(JsonNode before, JsonNode after) {
    if (!before.isArray() || !after.isArray()) {
      return Optional.empty();
    }
    return LABELS.stream()
        .filter(label -> Stream.of(before, after).allMatch(list -> tellsApart(label, list)))
        .findFirst();
  }

  private static boolean tellsApart(String label, JsonNode list) {
    Set<String> seen = new HashSet<>();
    for (JsonNode item : list) {
      if (!item.hasNonNull(label) || !seen.add(item.get(label).asText())) {
        return false;
      }
    }
    return true;
  }
}
