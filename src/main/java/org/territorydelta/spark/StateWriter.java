package org.territorydelta.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.spark.session.TaskHadoop;

/**
 * Writes what a run leaves for the next one. Each task writes its findings to a file of its own;
 * the driver puts the file of the attempt that counts in its place and keeps the names of what is
 * in it.
 */
final class StateWriter {
  private static final String ATTEMPTS = "attempts";

  private final JavaSparkContext spark;
  private final String output;
  private final TreeMap<String, TreeMap<String, FindingKeys>> changes = new TreeMap<>();
  private final TreeMap<String, TreeMap<SourcePair, HashSet<String>>> differences = new TreeMap<>();

  StateWriter(JavaSparkContext spark, String output) {
    this.spark = spark;
    this.output = output;
  }

  /**
   * A part as an attempt made it.
   *
   * @param made where it lies
   * @param keys names of what is in it
   */
  private record Made<K>(String made, K keys) implements Serializable {}

  /** Leaves findings on sources. */
  StateWriter changes(JavaRDD<SourceChanges> findings) throws IOException {
    String folder = output;
    List<Made<TreeMap<String, FindingKeys>>> made =
        findings.mapPartitions(task -> writeChanges(task, folder)).collect();
    for (Made<TreeMap<String, FindingKeys>> part : made) {
      changes.put(place(part, "changes", changes.size()), part.keys);
    }
    return this;
  }

  private static Iterator<Made<TreeMap<String, FindingKeys>>> writeChanges(
      Iterator<SourceChanges> task, String folder) throws IOException {
    var findings = new ArrayList<SourceChanges>();
    task.forEachRemaining(findings::add);
    var keys = new TreeMap<String, FindingKeys>();
    for (SourceChanges found : findings) {
      keys.computeIfAbsent(found.sourceId(), id -> FindingKeys.none()).addAll(found.keys());
    }
    return findings.isEmpty()
        ? List.<Made<TreeMap<String, FindingKeys>>>of().iterator()
        : List.of(write(new FormerRun.Changes(findings), keys, folder)).iterator();
  }

  /** Leaves findings on two sources. */
  StateWriter differences(JavaRDD<SourceDifferences> findings) throws IOException {
    String folder = output;
    List<Made<TreeMap<SourcePair, HashSet<String>>>> made =
        findings.mapPartitions(task -> writeDifferences(task, folder)).collect();
    for (Made<TreeMap<SourcePair, HashSet<String>>> part : made) {
      differences.put(place(part, "differences", differences.size()), part.keys);
    }
    return this;
  }

  private static Iterator<Made<TreeMap<SourcePair, HashSet<String>>>> writeDifferences(
      Iterator<SourceDifferences> task, String folder) throws IOException {
    var findings = new ArrayList<SourceDifferences>();
    task.forEachRemaining(findings::add);
    var keys = new TreeMap<SourcePair, HashSet<String>>();
    for (SourceDifferences found : findings) {
      keys.computeIfAbsent(found.sources(), pair -> new HashSet<>())
          .addAll(found.months().keySet());
    }
    return findings.isEmpty()
        ? List.<Made<TreeMap<SourcePair, HashSet<String>>>>of().iterator()
        : List.of(write(new FormerRun.Differences(findings), keys, folder)).iterator();
  }

  private static <K> Made<K> write(Serializable part, K keys, String folder) throws IOException {
    long attempt = TaskContext.get().taskAttemptId();
    Path made = FormerRun.part(folder, ATTEMPTS + "/" + attempt);
    StateFile.write(part, made, TaskHadoop.configuration());
    return new Made<>(made.toString(), keys);
  }

  private String place(Made<?> part, String kind, int number) throws IOException {
    String name = String.format(Locale.ROOT, "%s-%05d", kind, number);
    Path place = FormerRun.part(output, name);
    if (!files().rename(new Path(part.made), place)) {
      throw new IOException("Cannot put " + part.made + " in its place: " + place);
    }
    return name;
  }

  private FileSystem files() throws IOException {
    return new Path(output).getFileSystem(spark.hadoopConfiguration());
  }

  /**
   * Leaves what is known of the files and the names of all findings.
   *
   * @param pairs what findings on two sources hang on beside the maps
   */
  void finish(
      String code, HashMap<String, FormerRun.Source> sources, HashMap<SourcePair, String> pairs)
      throws IOException {
    files().delete(FormerRun.part(output, ATTEMPTS), true);
    var state = new FormerRun.State(code, sources, pairs, changes, differences);
    new FormerRun(output, state).write(spark.hadoopConfiguration());
  }
}
