package org.territorydelta.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.territorydelta.model.SourcePair;
import org.territorydelta.spark.ReadStage.FileFacts;

/**
 * What a finished run leaves in its output for the next one: what it knew of every file, and what
 * it found out from the maps. The next run takes over whatever still holds.
 */
final class FormerRun {
  /** A folder in the output; no table. */
  static final String FOLDER = "_rerun";

  private static final Logger LOG = LoggerFactory.getLogger(FormerRun.class);

  private final String code;
  private final HashMap<String, Source> sources;
  private final HashMap<SourcePair, Pair> pairs;

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
   * @param pairs whose flows are kept
   * @param told those of them whose pieces are kept, too
   * @param steps those of them whose larger blocks are kept, too
   * @param telling what the pieces were told by
   * @param stocks of which maps are kept
   * @param chains of maps that were looked through for ground that changed hands more than once
   * @param surveys on which maps the holders of which places are kept
   */
  record Source(
      Fingerprints.OfSource prints,
      ArrayList<KnownFile> files,
      HashSet<MapKey.Pair> pairs,
      HashSet<MapKey.Pair> told,
      HashSet<MapKey.Pair> steps,
      String telling,
      HashSet<MapKey> stocks,
      HashSet<String> chains,
      HashSet<MapKey.Survey> surveys)
      implements Serializable {}

  /**
   * What is known of two sources held against each other.
   *
   * @param print what it hangs on beside the maps
   * @param months that were looked through
   */
  record Pair(String print, HashSet<String> months) implements Serializable {}

  private record State(
      String code, HashMap<String, Source> sources, HashMap<SourcePair, Pair> pairs)
      implements Serializable {}

  private FormerRun(String code, HashMap<String, Source> sources, HashMap<SourcePair, Pair> pairs) {
    this.code = code;
    this.sources = sources;
    this.pairs = pairs;
  }

  static FormerRun none() {
    return new FormerRun("", new HashMap<>(), new HashMap<>());
  }

  static FormerRun of(
      String code, HashMap<String, Source> sources, HashMap<SourcePair, Pair> pairs) {
    return new FormerRun(code, sources, pairs);
  }

  /** What an output holds; nothing, with a line that says why, when it cannot be used. */
  static FormerRun in(String output, String code, Configuration hadoop) throws IOException {
    var file = index(output);
    if (!file.getFileSystem(hadoop).exists(file)) {
      return none();
    }
    State state;
    try {
      state = StateFile.read(State.class, file, hadoop);
      if (!state.code.equals(code)) {
        LOG.info("Nothing is taken over from the former run: other code made it");
        return none();
      }
      for (String source : state.sources.keySet()) {
        StateFile.refuseDamaged(changesFile(output, source), hadoop);
      }
      for (SourcePair pair : state.pairs.keySet()) {
        StateFile.refuseDamaged(differencesFile(output, pair), hadoop);
      }
    } catch (IOException e) {
      LOG.info("Nothing is taken over from the former run: {}", e.getMessage());
      return none();
    }
    return new FormerRun(state.code, state.sources, state.pairs);
  }

  Optional<Source> source(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  Optional<Pair> pair(SourcePair pair) {
    return Optional.ofNullable(pairs.get(pair));
  }

  void write(String output, Configuration hadoop) throws IOException {
    StateFile.write(new State(code, sources, pairs), index(output), hadoop);
  }

  private static Path index(String output) {
    return new Path(new Path(output, FOLDER), "files");
  }

  /** Where the flows and stocks of a source lie. */
  static Path changesFile(String output, String sourceId) {
    return new Path(new Path(output, FOLDER), "changes-" + sourceId);
  }

  /** Where lies what two sources differ in. */
  static Path differencesFile(String output, SourcePair pair) {
    return new Path(new Path(output, FOLDER), "differences-" + pair.a() + "+" + pair.b());
  }

  static SourceDifferences differences(String output, SourcePair pair, Configuration hadoop)
      throws IOException {
    return StateFile.read(SourceDifferences.class, differencesFile(output, pair), hadoop);
  }

  /** Findings on two sources that a task has written, not yet in their place. */
  record LeftPair(SourcePair sources, String made, HashSet<String> months)
      implements Serializable {}

  /** Writes the findings on two sources from a task. */
  static LeftPair leave(SourceDifferences differences, String output, long attempt)
      throws IOException {
    Path place = differencesFile(output, differences.sources());
    Path made = TableWriter.attempt(output, Long.toString(attempt)).suffix("/" + place.getName());
    StateFile.write(differences, made, TaskHadoop.configuration());
    return new LeftPair(
        differences.sources(), made.toString(), new HashSet<>(differences.months().keySet()));
  }

  static SourceChanges changes(String output, String sourceId, Configuration hadoop)
      throws IOException {
    return StateFile.read(SourceChanges.class, changesFile(output, sourceId), hadoop);
  }

  /** Findings that a task has written, not yet in their place. */
  record Left(
      String sourceId,
      String made,
      HashSet<MapKey.Pair> pairs,
      HashSet<MapKey.Pair> told,
      HashSet<MapKey.Pair> steps,
      HashSet<MapKey> stocks,
      HashSet<String> chains,
      HashSet<MapKey.Survey> surveys)
      implements Serializable {}

  /** Writes a source's findings from a task. */
  static Left leave(SourceChanges changes, HashSet<MapKey.Pair> told, String output, long attempt)
      throws IOException {
    Path made =
        TableWriter.attempt(output, Long.toString(attempt))
            .suffix("/changes-" + changes.sourceId());
    StateFile.write(changes, made, TaskHadoop.configuration());
    return new Left(
        changes.sourceId(),
        made.toString(),
        new HashSet<>(changes.pairs().keySet()),
        told,
        new HashSet<>(changes.blocks().keySet()),
        new HashSet<>(changes.stocks().keySet()),
        new HashSet<>(changes.turnovers().keySet()),
        new HashSet<>(changes.holders().keySet()));
  }
}
