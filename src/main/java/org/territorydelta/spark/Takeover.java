package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.SourcePair;
import org.territorydelta.spark.ReadStage.FileFacts;

/**
 * What of a former run still holds for this one: the files that are as they were, and what was
 * computed from their maps. An unchanged file is known by its name, length and time.
 */
final class Takeover {
  private final FormerRun former;
  private final Fingerprints prints;
  private final Map<SourceFile, FileFacts> known = new HashMap<>();
  private final List<SourceFile> unknown = new ArrayList<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final Map<SnapshotId, MapKey> maps = new HashMap<>();

  private Takeover(FormerRun former, Fingerprints prints) {
    this.former = former;
    this.prints = prints;
  }

  static Takeover of(FormerRun former, Fingerprints prints, List<SourceFile> files) {
    var takeover = new Takeover(former, prints);
    Map<SourceFile, FileFacts> then = new HashMap<>();
    prints
        .sources()
        .forEach(
            (id, now) ->
                former
                    .source(id)
                    .filter(source -> source.prints().reading().equals(now.reading()))
                    .ifPresent(
                        source ->
                            source.files().forEach(file -> then.put(file.file(), file.facts()))));
    for (SourceFile file : files) {
      if (then.containsKey(file)) {
        takeover.known.put(file, then.get(file));
      } else {
        takeover.unknown.add(file);
      }
    }
    return takeover;
  }

  /** Files that have to be read. */
  List<SourceFile> unknown() {
    return List.copyOf(unknown);
  }

  /** Files that need not be read to know their maps. */
  Set<SourceFile> known() {
    return Set.copyOf(known.keySet());
  }

  List<FileFacts> knownFacts() {
    return List.copyOf(known.values());
  }

  /** Reads a file after all, because its bytes are not what they were. */
  void forget(SourceFile file) {
    known.remove(file);
    unknown.add(file);
  }

  /** Learns which map is which, once all files are known. */
  void resolve(List<SourceMaps> sources) {
    for (SourceMaps source : sources) {
      source
          .files()
          .forEach(input -> hashes.put(input.file().path(), input.file().content().sha256()));
      source
          .timeline()
          .recorded()
          .forEach(
              recorded ->
                  maps.put(
                      recorded.facts().id(),
                      new MapKey(
                          hashes.get(recorded.facts().path()), recorded.facts().id().mapDate())));
    }
  }

  Map<SnapshotId, MapKey> maps() {
    return Map.copyOf(maps);
  }

  /** Whether a pair's flows are known, with its pieces and blocks where they are asked for. */
  boolean hasFlows(WorkUnit.Pair pair) {
    var key = new MapKey.Pair(maps.get(pair.opening()), maps.get(pair.closing()));
    return measured(pair.opening().sourceId())
        .filter(source -> source.pairs().contains(key))
        .filter(source -> !pair.step() || source.steps().contains(key))
        .filter(source -> !pair.told() || tells(source) && source.told().contains(key))
        .isPresent();
  }

  private boolean tells(FormerRun.Source source) {
    return source.telling().equals(prints.telling());
  }

  boolean hasStocks(SnapshotId map) {
    return measured(map.sourceId())
        .filter(source -> source.stocks().contains(maps.get(map)))
        .isPresent();
  }

  /** Whether the holders of places on a map are known. */
  boolean hasHolders(SnapshotId map, String placesKey) {
    return measured(map.sourceId())
        .filter(s -> s.surveys().contains(new MapKey.Survey(maps.get(map), placesKey)))
        .isPresent();
  }

  boolean hasTurnovers(List<SnapshotId> chain) {
    return measured(chain.get(0).sourceId())
        .filter(
            source ->
                source.chains().contains(MapKey.chain(chain.stream().map(maps::get).toList())))
        .isPresent();
  }

  /** The months of two sources that a former run has looked through, if they still hold. */
  Set<String> months(SourcePair pair, double baselineWidthKm) {
    return former
        .pair(pair)
        .filter(known -> known.print().equals(prints.ofPair(pair, baselineWidthKm)))
        .map(FormerRun.Pair::months)
        .orElseGet(HashSet::new);
  }

  /** The former findings on a source, if its maps are read and measured as they were. */
  Optional<FormerRun.Source> measured(String sourceId) {
    return former
        .source(sourceId)
        .filter(source -> source.prints().equals(prints.sources().get(sourceId)));
  }
}
