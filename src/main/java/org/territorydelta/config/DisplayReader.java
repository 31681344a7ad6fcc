package org.territorydelta.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.territorydelta.model.map.Holding;

/** Reads the names and colours by which a config shows sources and sides to readers. */
final class DisplayReader {
  private static final String COLOUR = "#[0-9a-fA-F]{6}";

  private DisplayReader() {}

  static RunConfig.Display read(YamlMap yaml, List<RunConfig.Source> sources) {
    Map<String, String> names = new TreeMap<>();
    for (YamlMap source : yaml.maps("sources")) {
      source.optionalText("name").ifPresent(name -> names.put(source.text("id"), name));
    }
    Set<String> known =
        sources.stream()
            .flatMap(source -> source.profile().holdings().stream())
            .map(Holding::side)
            .collect(Collectors.toCollection(TreeSet::new));
    List<RunConfig.ShownSide> sides = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlMap side : yaml.maps("sides")) {
      String id = side.text("id");
      String name = side.optionalText("name").orElse("");
      String colour = side.optionalText("colour").orElse("");
      side.finish();
      if (!ids.add(id)) {
        side.problem("id", "Cannot use id: value='" + id + "' names two sides");
      }
      if (!known.isEmpty() && !id.isEmpty() && !known.contains(id)) {
        side.problem(
            "id", "Cannot name side: id='" + id + "', expected one of " + String.join(", ", known));
      }
      if (!colour.isEmpty() && !colour.matches(COLOUR)) {
        side.problem(
            "colour", "Cannot use colour: value='" + colour + "', expected the form '#1f6fb4'");
      }
      sides.add(new RunConfig.ShownSide(id, name, colour));
    }
    return new RunConfig.Display(names, sides);
  }
}
