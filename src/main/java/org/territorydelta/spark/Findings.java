package org.territorydelta.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.Cell;
import org.territorydelta.model.ChangedBlock;
import org.territorydelta.model.Holding;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.Turnover;

/**
 * What is known of a source's pairs and stocks: found out by this run, or else by the former one.
 * It keeps account of what was asked for, which is what the next run may want.
 */
final class Findings {
  private final SourceChanges fresh;
  private final SourceChanges former;
  private final SourceChanges used;
  private final SummaryStage.Shared shared;
  private Counters counters = Counters.ZERO;
  private long takenOver;

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
    MapKey.Pair pair = key(opening, closing);
    SourceChanges.Flows flows = fresh.pairs().get(pair);
    boolean known = flows == null;
    if (known) {
      flows = former.pairs().get(pair);
    }
    if (flows == null) {
      throw new IllegalStateException(
          "Cannot sum up: nobody compared " + opening + " and " + closing);
    }
    if (used.pairs().put(pair, flows) == null) {
      counters = counters.plus(flows.counters());
      takenOver += known ? 1 : 0;
    }
    return flows;
  }

  /** Of two maps whose pieces are told, a name for them. */
  MapKey.Pair key(SnapshotId opening, SnapshotId closing) {
    return new MapKey.Pair(shared.maps().get(opening), shared.maps().get(closing));
  }

  /** The larger pieces that changed hands from a map to the next. */
  List<ChangedBlock> blocks(SnapshotId opening, SnapshotId closing) {
    MapKey.Pair pair = key(opening, closing);
    ArrayList<ChangedBlock> blocks = fresh.blocks().get(pair);
    if (blocks == null) {
      blocks = former.blocks().get(pair);
    }
    if (blocks == null) {
      throw new IllegalStateException(
          "Cannot sum up: nobody looked for blocks between " + opening + " and " + closing);
    }
    used.blocks().put(pair, blocks);
    return blocks;
  }

  /** What a map shows, measured as a whole. */
  SortedMap<Holding, SortedMap<Cell, Long>> stocks(SnapshotId map) {
    MapKey key = shared.maps().get(map);
    SourceChanges.Stocks stocks = fresh.stocks().get(key);
    boolean known = stocks == null;
    if (known) {
      stocks = former.stocks().get(key);
    }
    if (stocks == null) {
      throw new IllegalStateException("Cannot sum up: nobody measured " + map);
    }
    if (used.stocks().put(key, stocks) == null) {
      counters = counters.plus(stocks.counters());
      takenOver += known ? 1 : 0;
    }
    return new TreeMap<>(stocks.areasDm2());
  }

  /** What changed hands more than once along a chain of maps; nothing where it cannot be told. */
  Optional<List<Turnover>> turnovers(List<SnapshotId> chain) {
    String key = MapKey.chain(chain.stream().map(shared.maps()::get).toList());
    SourceChanges.Turnovers turnovers = fresh.turnovers().get(key);
    boolean known = turnovers == null;
    if (known) {
      turnovers = former.turnovers().get(key);
    }
    if (turnovers == null) {
      throw new IllegalStateException("Cannot sum up: nobody looked through " + chain);
    }
    if (used.turnovers().put(key, turnovers) == null) {
      takenOver += known ? 1 : 0;
    }
    return turnovers.found() ? Optional.of(turnovers.all()) : Optional.empty();
  }

  /** What the next run may want: all that was asked for, and all that this run found out. */
  SourceChanges kept() {
    SourceChanges kept = SourceChanges.none(fresh.sourceId());
    kept.addAll(used);
    kept.addAll(fresh);
    return kept;
  }

  /** Who holds the ground of the reports' places on a map, in their order. */
  List<Holding> holders(SnapshotId map) {
    var key = new MapKey.Survey(shared.maps().get(map), shared.reports().placesKey());
    ArrayList<Holding> holders = fresh.holders().get(key);
    boolean known = holders == null;
    if (known) {
      holders = former.holders().get(key);
    }
    if (holders == null) {
      throw new IllegalStateException("Cannot sum up: nobody surveyed " + map);
    }
    if (used.holders().put(key, holders) == null) {
      takenOver += known ? 1 : 0;
    }
    return holders;
  }

  Counters counters() {
    return counters;
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
    return takenOver;
  }
}
