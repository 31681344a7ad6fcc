package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.inputs.MapKey;
import org.territorydelta.spark.inputs.ReadStage.FileFacts;
import org.territorydelta.spark.inputs.SourceFile;

/**
 * What of a former run still holds for this one: the files that are as they were, and what was
 * computed from their maps. An unchanged file is known by its name, length and time.
 */
final class Reuse {
  private final FormerRun former;
  private final Fingerprints prints;
  private final Map<SourceFile, FileFacts> known = new HashMap<>();
  private final List<SourceFile> unknown = new ArrayList<>();
  private final Map<String, String> hashes = new HashMap<>();
  private final Map<SnapshotId, MapKey> maps = new HashMap<>();
  private final Map<String, FindingKeys> findings = new HashMap<>();

  private Reuse(FormerRun former, Fingerprints prints) {
    this.former = former;
    this.prints = prints;
  }

  static Reuse of(FormerRun former, Fingerprints prints, List<SourceFile> files) {
    var reuse = new Reuse(former, prints);
    prints
        .sources()
        .forEach(
            (id, now) ->
                former
                    .source(id)
                    .filter(source -> source.prints().equals(now))
                    .ifPresent(source -> reuse.findings.put(id, former.findings(id))));
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
        reuse.known.put(file, then.get(file));
      } else {
        reuse.unknown.add(file);
      }
    }
    return reuse;
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

  /** Whether a pair's flows are known, with its pieces and blocks where they are needed. */
  boolean hasFlows(WorkUnit.Pair pair) {
    var key = new MapKey.Pair(maps.get(pair.opening()), maps.get(pair.closing()));
    String source = pair.opening().sourceId();
    FindingKeys known = findings(source);
    return known.pairs().contains(key)
        && (!pair.step() || known.steps().contains(key))
        && (!pair.byPiece() || hasPieces(source) && known.withPieces().contains(key));
  }

  /** Whether former pieces of a source are measured by what they would be now. */
  private boolean hasPieces(String source) {
    return former.source(source).filter(then -> then.pieces().equals(prints.pieces())).isPresent();
  }

  boolean hasStocks(SnapshotId map) {
    return findings(map.sourceId()).stocks().contains(maps.get(map));
  }

  /** Whether the holders of places on a map are known. */
  boolean hasHolders(SnapshotId map, String placesKey) {
    return findings(map.sourceId()).surveys().contains(new MapKey.Survey(maps.get(map), placesKey));
  }

  boolean hasTurnovers(List<SnapshotId> chain) {
    return findings(chain.get(0).sourceId())
        .chains()
        .contains(MapKey.chain(chain.stream().map(maps::get).toList()));
  }

  /** Names of the former findings on a source that hold if its maps are read and measured alike. */
  private FindingKeys findings(String source) {
    return findings.getOrDefault(source, FindingKeys.none());
  }

  /**
   * The former findings that are wanted and still hold.
   *
   * @param wanted names by source
   */
  JavaRDD<SourceChanges> changes(JavaSparkContext spark, Map<String, FindingKeys> wanted) {
    Map<String, FindingKeys> held = new HashMap<>(wanted);
    held.keySet().retainAll(findings.keySet());
    var stale = new HashSet<String>();
    held.keySet().stream().filter(source -> !hasPieces(source)).forEach(stale::add);
    return former
        .changes(spark, held)
        .map(found -> stale.contains(found.sourceId()) ? found.withoutPieces() : found);
  }

  /** The months of two sources that a former run has looked through, if they still hold. */
  Set<String> months(SourcePair pair, double baselineWidthKm) {
    return former
        .print(pair)
        .filter(print -> print.equals(prints.ofPair(pair, baselineWidthKm)))
        .map(print -> former.months(pair))
        .orElseGet(HashSet::new);
  }

  /**
   * The former findings on two sources that are wanted.
   *
   * @param wanted names of months that still hold, see {@link #months}
   */
  JavaRDD<SourceDifferences> differences(
      JavaSparkContext spark, Map<SourcePair, Set<String>> wanted) {
    return former.differences(spark, wanted);
  }
}
