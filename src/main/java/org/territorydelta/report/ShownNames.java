package org.territorydelta.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Sources and sides as readers see them: by the names and colours of the run's config, by their ids
 * where it has none.
 */
final class ShownNames {
  private final JsonNode config;
  private final JsonNode display;

  private ShownNames(JsonNode config) {
    this.config = config;
    this.display = config.path("display");
  }

  static ShownNames of(RunManifest run) {
    return new ShownNames(run.config());
  }

  String source(String id) {
    return display.path("source-names").path(id).asText(id);
  }

  String side(String id) {
    for (JsonNode side : display.path("sides")) {
      if (side.path("id").asText().equals(id) && !side.path("name").asText().isEmpty()) {
        return side.path("name").asText();
      }
    }
    return id;
  }

  void add(ObjectNode run) {
    if (display.isObject()) {
      run.set("sourceNames", display.path("source-names").deepCopy());
      run.set("sides", display.path("sides").deepCopy());
    }
    run.set("kin", RunManifest.tree(kin()));
  }

  /**
   * Sources that are not independent of each other, with what they have in common: one is drawn
   * after the other or its profile, or both after the same publisher.
   */
  private Map<String, List<String>> kin() {
    Map<String, List<String>> kin = new LinkedHashMap<>();
    for (JsonNode a : config.path("sources")) {
      for (JsonNode b : config.path("sources")) {
        if (a != b && !shared(a, b).isEmpty()) {
          kin.computeIfAbsent(a.path("id").asText(), id -> new ArrayList<>())
              .add(b.path("id").asText());
        }
      }
    }
    return kin;
  }

  private static TreeSet<String> shared(JsonNode a, JsonNode b) {
    TreeSet<String> shared = origins(a);
    shared.retainAll(origins(b));
    return shared;
  }

  private static TreeSet<String> origins(JsonNode source) {
    var origins = new TreeSet<String>();
    origins.add(source.path("id").asText());
    origins.add(source.path("profile").path("name").asText());
    source
        .path("profile")
        .path("lineage")
        .path("derived-from")
        .forEach(of -> origins.add(of.asText()));
    return origins;
  }
}
