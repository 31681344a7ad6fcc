package org.territorydelta.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.territorydelta.model.map.LayerSet;

/** Reads named lists of statuses, noting each that no rule gives. */
final class LayerSetReader {
  private LayerSetReader() {}

  /**
   * In the order of the file; none where it says nothing.
   *
   * @param known statuses that there can be
   */
  static List<LayerSet> read(YamlMap yaml, Set<String> known) {
    Optional<YamlMap> map = yaml.optionalMap("layer-sets");
    List<LayerSet> sets = new ArrayList<>();
    if (map.isEmpty()) {
      return sets;
    }
    for (String name : map.get().keys()) {
      Set<String> statuses = new TreeSet<>(map.get().texts(name));
      for (String status : statuses) {
        if (!known.contains(status)) {
          map.get()
              .problem(
                  name,
                  "Cannot use layer set "
                      + name
                      + ": no source has the status '"
                      + status
                      + "', expected some of "
                      + String.join(", ", known));
        }
      }
      sets.add(new LayerSet(name, statuses));
    }
    return sets;
  }
}
