package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.ChangeStage.RecordedMap;
import org.territorydelta.spark.inputs.EncodedSnapshot;
import org.territorydelta.spark.inputs.ReadStage;
import org.territorydelta.spark.inputs.Shares;
import scala.Tuple2;

/** Brings snapshots from where they were read to the units of work that need them. */
final class SnapshotShuffle {
  private static final int TASKS_A_CORE = 8;

  private SnapshotShuffle() {}

  /** Who needs a map, and the file that showed it first. */
  private record Wanted(String path, ArrayList<Integer> units) implements Serializable {}

  /**
   * The snapshots of each unit, by the unit's place in the list.
   *
   * @param needed the snapshots that each unit needs
   * @param weights how much there is to do in each unit, see {@link #vertices}
   * @param maps every map on record
   */
  static JavaPairRDD<Integer, Iterable<EncodedSnapshot>> byUnit(
      JavaSparkContext spark,
      JavaRDD<ReadStage.ReadFile> files,
      List<? extends Collection<SnapshotId>> needed,
      List<Long> weights,
      Map<SnapshotId, RecordedMap> maps) {
    var wanted = new HashMap<SnapshotId, Wanted>();
    for (int i = 0; i < needed.size(); i++) {
      for (SnapshotId id : needed.get(i)) {
        wanted
            .computeIfAbsent(id, key -> new Wanted(maps.get(key).facts().path(), new ArrayList<>()))
            .units()
            .add(i);
      }
    }
    Broadcast<HashMap<SnapshotId, Wanted>> shared = spark.broadcast(wanted);
    int tasks = Math.max(1, Math.min(needed.size(), TASKS_A_CORE * spark.defaultParallelism()));
    return files
        .flatMapToPair(file -> send(file, shared.value()))
        .groupByKey(new UnitPartitioner(Shares.of(weights, tasks), tasks));
  }

  /** What there is to look at: every vertex of the maps. */
  static long vertices(Collection<SnapshotId> unit, Map<SnapshotId, RecordedMap> maps) {
    return unit.stream().mapToLong(id -> maps.get(id).facts().size().vertices()).sum();
  }

  /** Sends each unit to the task that does it. */
  private static final class UnitPartitioner extends Partitioner {
    private static final long serialVersionUID = 1;

    private final int[] tasks;
    private final int count;

    UnitPartitioner(int[] tasks, int count) {
      this.tasks = tasks.clone();
      this.count = count;
    }

    @Override
    public int numPartitions() {
      return count;
    }

    @Override
    public int getPartition(Object unit) {
      return tasks[(Integer) unit];
    }
  }

  private static Iterator<Tuple2<Integer, EncodedSnapshot>> send(
      ReadStage.ReadFile file, Map<SnapshotId, Wanted> all) {
    List<Tuple2<Integer, EncodedSnapshot>> sent = new ArrayList<>();
    for (EncodedSnapshot snapshot : file.snapshots()) {
      Wanted wanted = all.get(snapshot.id());
      // A second file with the same map on the same day is not on record.
      if (wanted != null && wanted.path().equals(file.facts().file().path())) {
        wanted.units().forEach(unit -> sent.add(new Tuple2<>(unit, snapshot)));
      }
    }
    return sent.iterator();
  }
}
