package org.territorydelta.spark;

import java.util.List;
import java.util.stream.Collectors;
import org.territorydelta.model.LawBrokenException;

/** Names maps by their files, for a person who has to find them. */
final class BrokenMaps {
  private BrokenMaps() {}

  /** Source, day and file of each; all sources where no map is known to be concerned. */
  static String named(List<LawBrokenException.OfMap> maps, List<SourceMaps> sources) {
    return maps.isEmpty()
        ? sources.stream().map(s -> s.source().id()).collect(Collectors.joining(", "))
        : maps.stream().map(map -> named(map, sources)).collect(Collectors.joining(", "));
  }

  private static String named(LawBrokenException.OfMap map, List<SourceMaps> sources) {
    String files =
        sources.stream()
            .filter(source -> source.source().id().equals(map.sourceId()))
            .flatMap(source -> source.timeline().recorded().stream())
            .filter(recorded -> recorded.current())
            .map(recorded -> recorded.facts())
            .filter(facts -> facts.id().mapDate().equals(map.mapDate()))
            .map(facts -> facts.path())
            .collect(Collectors.joining(", "));
    return map.sourceId() + " " + map.mapDate() + " (" + files + ")";
  }
}
