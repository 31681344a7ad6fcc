package org.territorydelta.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.spark.inputs.ReadStage.FileFacts;
import org.territorydelta.spark.inputs.SourceFile;
import org.territorydelta.spark.output.OwnFiles;
import org.territorydelta.spark.session.TaskCounts;
import org.territorydelta.spark.session.TaskHadoop;

/**
 * What a finished run leaves in its output for the next one: what it knew of every file, and what
 * it found out from the maps. The driver holds names of findings; the findings themselves lie in
 * parts, each written and read by one task. The next run uses whatever still holds.
 */
final class FormerRun {
  private static final Logger LOG = LoggerFactory.getLogger(FormerRun.class);

  private final String output;
  private final State state;

  /**
   * A file as it was found then.
   *
   * @param file by name, length and time it is known again
   */
  record KnownFile(SourceFile file, FileFacts facts) implements Serializable {}

  /**
   * What is known of one source.
   *
   * @param prints what it hangs on beside the files
   * @param pieces what its pieces hang on besides
   */
  record Source(Fingerprints.OfSource prints, String pieces, ArrayList<KnownFile> files)
      implements Serializable {}

  /**
   * All that is known but the findings.
   *
   * @param code tells the program that made it
   * @param pairs what findings on two sources hang on beside the maps
   * @param changes by part, the names of its findings by source
   * @param differences by part, the months of its findings by two sources
   */
  record State(
      String code,
      HashMap<String, Source> sources,
      HashMap<SourcePair, String> pairs,
      TreeMap<String, TreeMap<String, FindingKeys>> changes,
      TreeMap<String, TreeMap<SourcePair, HashSet<String>>> differences)
      implements Serializable {
    static State none() {
      return new State("", new HashMap<>(), new HashMap<>(), new TreeMap<>(), new TreeMap<>());
    }
  }

  FormerRun(String output, State state) {
    this.output = output;
    this.state = state;
  }

  static FormerRun none() {
    return new FormerRun("", State.none());
  }

  /** What an output holds; nothing, with a line that says why, when it cannot be used. */
  static FormerRun in(String output, String code, JavaSparkContext spark) throws IOException {
    Configuration hadoop = spark.hadoopConfiguration();
    if (!index(output).getFileSystem(hadoop).exists(index(output))) {
      return none();
    }
    FormerRun former;
    try {
      former = in(output, hadoop);
    } catch (IOException e) {
      LOG.info("Nothing is reused of the former run: {}", e.getMessage());
      return none();
    }
    if (!former.state.code.equals(code)) {
      LOG.info("Nothing is reused of the former run: other code made it");
      return none();
    }
    List<String> damaged = former.damaged(spark);
    if (!damaged.isEmpty()) {
      LOG.info("Nothing is reused of the former run: {}", damaged.get(0));
      return none();
    }
    return former;
  }

  /**
   * @throws IOException when the index is missing, damaged, or holds something else
   */
  static FormerRun in(String output, Configuration hadoop) throws IOException {
    return new FormerRun(output, StateFile.read(State.class, index(output), hadoop));
  }

  private List<String> damaged(JavaSparkContext spark) {
    List<String> parts = new ArrayList<>(state.changes.keySet());
    parts.addAll(state.differences.keySet());
    if (parts.isEmpty()) {
      return List.of();
    }
    String folder = output;
    return spark
        .parallelize(parts, Math.min(parts.size(), TaskCounts.many(spark)))
        .flatMap(
            part ->
                damage(new Path(new Path(folder, OwnFiles.FINDINGS_FOLDER), part)).stream()
                    .iterator())
        .collect();
  }

  private static Optional<String> damage(Path part) {
    try {
      StateFile.refuseDamaged(part, TaskHadoop.configuration());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    }
  }

  Optional<Source> source(String id) {
    return Optional.ofNullable(state.sources.get(id));
  }

  /** Names of all findings on a source. */
  FindingKeys findings(String source) {
    FindingKeys all = FindingKeys.none();
    state.changes.values().stream()
        .filter(part -> part.containsKey(source))
        .forEach(part -> all.addAll(part.get(source)));
    return all;
  }

  /** What findings on two sources hang on beside the maps, if there are any. */
  Optional<String> print(SourcePair pair) {
    return Optional.ofNullable(state.pairs.get(pair));
  }

  /** Names of the months of two sources that were looked through. */
  Set<String> months(SourcePair pair) {
    Set<String> months = new HashSet<>();
    state
        .differences
        .values()
        .forEach(part -> months.addAll(part.getOrDefault(pair, new HashSet<>())));
    return months;
  }

  /**
   * Some of the findings, read by tasks.
   *
   * @param wanted names of findings by source; of other sources there are none
   */
  JavaRDD<SourceChanges> changes(JavaSparkContext spark, Map<String, FindingKeys> wanted) {
    List<String> parts = new ArrayList<>();
    state.changes.forEach(
        (part, sources) -> {
          if (sources.entrySet().stream().anyMatch(s -> meets(wanted, s.getKey(), s.getValue()))) {
            parts.add(part);
          }
        });
    var keys = spark.broadcast(new HashMap<>(wanted));
    return parts(spark, parts, Changes.class, part -> part.findings)
        .filter(changes -> keys.value().containsKey(changes.sourceId()))
        .map(changes -> changes.only(keys.value().get(changes.sourceId())))
        .filter(changes -> !changes.isNothing());
  }

  private static boolean meets(Map<String, FindingKeys> wanted, String source, FindingKeys inPart) {
    return wanted.containsKey(source) && inPart.meets(wanted.get(source));
  }

  /**
   * Some of the findings on two sources, read by tasks.
   *
   * @param wanted names of months by two sources; of others there are none
   */
  JavaRDD<SourceDifferences> differences(
      JavaSparkContext spark, Map<SourcePair, Set<String>> wanted) {
    List<String> parts = new ArrayList<>();
    state.differences.forEach(
        (part, pairs) -> {
          boolean needed =
              pairs.entrySet().stream()
                  .anyMatch(
                      pair ->
                          pair.getValue().stream()
                              .anyMatch(wanted.getOrDefault(pair.getKey(), Set.of())::contains));
          if (needed) {
            parts.add(part);
          }
        });
    var keys = spark.broadcast(new HashMap<>(wanted));
    return parts(spark, parts, Differences.class, part -> part.findings)
        .map(found -> found.only(keys.value().getOrDefault(found.sources(), Set.of())))
        .filter(found -> !found.months().isEmpty());
  }

  /** What a part holds. */
  private interface Content<P, T> extends Serializable {
    List<T> of(P part);
  }

  private <P, T> JavaRDD<T> parts(
      JavaSparkContext spark, List<String> parts, Class<P> type, Content<P, T> content) {
    String folder = output;
    return spark
        .parallelize(parts, Math.max(1, Math.min(parts.size(), TaskCounts.many(spark))))
        .flatMap(
            part ->
                content
                    .of(
                        StateFile.read(
                            type,
                            new Path(new Path(folder, OwnFiles.FINDINGS_FOLDER), part),
                            TaskHadoop.configuration()))
                    .iterator());
  }

  /** A part with findings on sources. */
  record Changes(ArrayList<SourceChanges> findings) implements Serializable {}

  /** A part with findings on two sources each. */
  record Differences(ArrayList<SourceDifferences> findings) implements Serializable {}

  /** Where what is known of the files lies, and the names of the findings. */
  static Path index(String output) {
    return new Path(new Path(output, OwnFiles.FINDINGS_FOLDER), "files");
  }

  /** Where the findings lie. */
  static Path part(String output, String name) {
    return new Path(new Path(output, OwnFiles.FINDINGS_FOLDER), name);
  }

  State state() {
    return state;
  }

  void write(Configuration hadoop) throws IOException {
    StateFile.write(state, index(output), hadoop);
  }
}
