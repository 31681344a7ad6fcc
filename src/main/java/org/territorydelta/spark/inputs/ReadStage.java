package org.territorydelta.spark.inputs;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.MapWeight;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.SnapshotFacts;

/** Reads and normalises every file, once, and keeps the partitions where they were made. */
public final class ReadStage {
  /** Enough that a slow task does not hold up the others at the end. */
  private static final int TASKS_A_CORE = 8;

  private ReadStage() {}

  /**
   * What the driver needs to know of a file: everything but the ground.
   *
   * @param weights one for each of the maps
   * @param rules what each rule made of each of the maps
   */
  public record FileFacts(
      MapFile file,
      ArrayList<SnapshotFacts> maps,
      ArrayList<MapWeight> weights,
      ArrayList<RuleMatch> rules,
      ArrayList<Rejection> rejections)
      implements Serializable {}

  /** A file with its ground, one snapshot for each of its maps. */
  public record ReadFile(FileFacts facts, ArrayList<EncodedSnapshot> snapshots)
      implements Serializable {}

  /** The files, read when first asked for and then kept. Unpersist them when done. */
  public static JavaRDD<ReadFile> read(
      JavaSparkContext spark, List<RunConfig.Source> sources, List<SourceFile> files) {
    Broadcast<ArrayList<RunConfig.Source>> shared = spark.broadcast(new ArrayList<>(sources));
    List<ArrayList<SourceFile>> shares =
        FileShares.of(files, TASKS_A_CORE * spark.defaultParallelism());
    return spark
        .parallelize(shares, shares.size())
        .flatMap(share -> read(share, shared.value()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Iterator<ReadFile> read(List<SourceFile> share, List<RunConfig.Source> sources) {
    Map<String, MapReader> readers = new TreeMap<>();
    sources.forEach(source -> readers.put(source.id(), new MapReader(source)));
    return share.stream()
        .map(
            file -> {
              try {
                return readers.get(file.sourceId()).read(file);
              } catch (IOException e) {
                throw new UncheckedIOException("Cannot read file: path=" + file.uri(), e);
              }
            })
        .iterator();
  }
}
