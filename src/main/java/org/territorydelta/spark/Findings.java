package org.territorydelta.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.territorydelta.model.ChangedBlock;
import org.territorydelta.model.Churned;
import org.territorydelta.model.Holding;
import org.territorydelta.model.SnapshotId;

/**
 * What is known of a source's pairs and stocks: found out by this run, or else by the former one.
 * It keeps account of what was asked for, which is what the next run may want.
 */
final class Findings {
  private final SourceChanges fresh;
  private final SourceChanges former;
  private final SourceChanges used;
  private final SummaryStage.Shared shared;

  Findings(String sourceId, Iterable<SourceChanges> results, SummaryStage.Shared shared)
      throws IOException {
    this.shared = shared;
    this.fresh = SourceChanges.none(sourceId);
    results.forEach(fresh::addAll);
    this.used = SourceChanges.none(sourceId);
    this.former =
        shared.former().containsKey(sourceId)
            ? FormerRun.changes(shared.former().get(sourceId), sourceId, TaskHadoop.configuration())
            : SourceChanges.none(sourceId);
  }

  /** What changed hands between two maps. */
  SourceChanges.Flows flows(SnapshotId opening, SnapshotId closing) {
    return found(
        SourceChanges::pairs,
        key(opening, closing),
        () -> "compared " + opening + " and " + closing);
  }

  /** Of two maps whose pieces are told, a name for them. */
  MapKey.Pair key(SnapshotId opening, SnapshotId closing) {
    return new MapKey.Pair(shared.maps().get(opening), shared.maps().get(closing));
  }

  /** The larger pieces that changed hands from a map to the next. */
  List<ChangedBlock> blocks(SnapshotId opening, SnapshotId closing) {
    return found(
        SourceChanges::blocks,
        key(opening, closing),
        () -> "looked for blocks between " + opening + " and " + closing);
  }

  /** What a map shows, measured as a whole. */
  SourceChanges.Stocks stocks(SnapshotId map) {
    MapKey key = shared.maps().get(map);
    return found(SourceChanges::stocks, key, () -> "measured " + map);
  }

  /** What changed hands more than once along a chain of maps; nothing where it cannot be told. */
  Optional<Churned> turnovers(List<SnapshotId> chain) {
    String key = MapKey.chain(chain.stream().map(shared.maps()::get).toList());
    SourceChanges.Turnovers turnovers =
        found(SourceChanges::turnovers, key, () -> "looked through " + chain);
    return turnovers.found() ? Optional.of(turnovers.churned()) : Optional.empty();
  }

  /** Who holds the ground of the reports' places on a map, in their order. */
  List<Holding> holders(SnapshotId map) {
    var key = new MapKey.Survey(shared.maps().get(map), shared.reports().placesKey());
    return found(SourceChanges::holders, key, () -> "surveyed " + map);
  }

  /** A finding of one kind, by this run or else by the former one. */
  private <K, V> V found(Function<SourceChanges, Map<K, V>> kind, K key, Supplier<String> asked) {
    V finding = kind.apply(fresh).get(key);
    if (finding == null) {
      finding = kind.apply(former).get(key);
    }
    if (finding == null) {
      throw new IllegalStateException("Cannot sum up: nobody " + asked.get());
    }
    kind.apply(used).put(key, finding);
    return finding;
  }

  /** What the next run may want: all that was asked for, and all that this run found out. */
  SourceChanges kept() {
    SourceChanges kept = SourceChanges.none(fresh.sourceId());
    kept.addAll(used);
    kept.addAll(fresh);
    return kept;
  }

  /** Of all pairs and maps that were asked for. */
  Counters counters() {
    return Stream.concat(
            used.pairs().values().stream().map(SourceChanges.Flows::counters),
            used.stocks().values().stream().map(SourceChanges.Stocks::counters))
        .reduce(Counters.ZERO, Counters::plus);
  }

  /** How many there are. */
  long count() {
    return (long) used.pairs().size()
        + used.stocks().size()
        + used.turnovers().size()
        + used.holders().size();
  }

  /** How many of them the former run had found. */
  long takenOver() {
    return notFresh(SourceChanges::pairs)
        + notFresh(SourceChanges::stocks)
        + notFresh(SourceChanges::turnovers)
        + notFresh(SourceChanges::holders);
  }

  private <K> long notFresh(Function<SourceChanges, Map<K, ?>> kind) {
    Map<K, ?> now = kind.apply(fresh);
    return kind.apply(used).keySet().stream().filter(key -> !now.containsKey(key)).count();
  }
}
