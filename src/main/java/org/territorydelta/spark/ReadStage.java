package org.territorydelta.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.storage.StorageLevel;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.MapFile;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.normalise.NormalisedFile;
import org.territorydelta.normalise.SnapshotNormaliser;

/** Reads and normalises every file, once, and keeps the partitions where they were made. */
final class ReadStage {
  private ReadStage() {}

  /** What the driver needs to know of a file: everything but the ground. */
  record FileFacts(MapFile file, ArrayList<SnapshotFacts> maps, ArrayList<Rejection> rejections)
      implements Serializable {}

  /** A file with its ground, one snapshot for each of its maps. */
  record ReadFile(FileFacts facts, ArrayList<EncodedSnapshot> snapshots) implements Serializable {}

  /** The files, read when first asked for and then kept. Unpersist them when done. */
  static JavaRDD<ReadFile> read(
      JavaSparkContext spark, List<RunConfig.Source> sources, List<SourceFile> files) {
    Broadcast<ArrayList<RunConfig.Source>> shared = spark.broadcast(new ArrayList<>(sources));
    List<SourceFile> ordered = dealt(files, slices(spark, files.size()));
    return spark
        .parallelize(ordered, slices(spark, files.size()))
        .mapPartitions(slice -> read(slice, shared.value()))
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static int slices(JavaSparkContext spark, int files) {
    return Math.max(1, Math.min(files, 8 * spark.defaultParallelism()));
  }

  /** Deals the files out so that every slice gets as many large ones as the next. */
  private static List<SourceFile> dealt(List<SourceFile> files, int slices) {
    List<SourceFile> bySize = new ArrayList<>(files);
    bySize.sort(
        Comparator.comparingLong(SourceFile::bytes).reversed().thenComparing(SourceFile::uri));
    List<SourceFile> dealt = new ArrayList<>();
    for (int slice = 0; slice < slices; slice++) {
      for (int i = slice; i < bySize.size(); i += slices) {
        dealt.add(bySize.get(i));
      }
    }
    return dealt;
  }

  private static Iterator<ReadFile> read(
      Iterator<SourceFile> files, List<RunConfig.Source> sources) {
    Map<String, SnapshotNormaliser> normalisers = new TreeMap<>();
    sources.forEach(source -> normalisers.put(source.id(), new SnapshotNormaliser(source)));
    List<ReadFile> read = new ArrayList<>();
    while (files.hasNext()) {
      SourceFile file = files.next();
      read.add(read(file, normalisers.get(file.sourceId())));
    }
    return read.iterator();
  }

  private static ReadFile read(SourceFile file, SnapshotNormaliser normaliser) {
    var path = new Path(file.uri());
    try (InputStream in = path.getFileSystem(SparkHadoopUtil.get().conf()).open(path)) {
      NormalisedFile normalised = normaliser.normalise(file.shownPath(), in);
      var maps = new ArrayList<SnapshotFacts>();
      var snapshots = new ArrayList<EncodedSnapshot>();
      for (NormalisedFile.NormalisedMap map : normalised.maps()) {
        maps.add(map.facts());
        snapshots.add(EncodedSnapshot.of(map.snapshot()));
      }
      var rejections = new ArrayList<>(normalised.rejections());
      return new ReadFile(new FileFacts(normalised.file(), maps, rejections), snapshots);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read file: path=" + file.uri(), e);
    }
  }
}
