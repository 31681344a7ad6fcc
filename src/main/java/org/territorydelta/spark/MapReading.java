package org.territorydelta.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.Sha256;
import org.territorydelta.read.Companions;
import org.territorydelta.spark.inputs.InputFiles;
import org.territorydelta.spark.inputs.ReadStage;
import org.territorydelta.spark.inputs.ReadStage.FileFacts;
import org.territorydelta.spark.inputs.ReadStage.ReadFile;
import org.territorydelta.spark.inputs.SourceFile;
import org.territorydelta.spark.session.TaskHadoop;

/**
 * The files of a run: what is known of each, and the ground of those that were read. A file that a
 * former run knew is read only if its ground is needed once more.
 */
final class MapReading implements AutoCloseable {
  private final JavaSparkContext context;
  private final RunConfig config;
  private final Fingerprints prints;
  private final List<SourceFile> all;
  private final List<JavaRDD<ReadFile>> read = new ArrayList<>();
  private final List<FileFacts> facts = new ArrayList<>();
  private final Set<String> again = new HashSet<>();
  private Reuse reuse;

  MapReading(
      JavaSparkContext context, RunConfig config, Fingerprints prints, List<SourceFile> files) {
    this.context = context;
    this.config = config;
    this.prints = prints;
    this.all = files;
  }

  /** Reads every file that is not as the former run knew it; forgets whatever was read before. */
  void read(FormerRun former, boolean verify) {
    close();
    facts.clear();
    again.clear();
    reuse = Reuse.of(former, prints, all);
    if (verify) {
      changed(reuse).forEach(reuse::forget);
    }
    facts.addAll(reuse.knownFacts());
    facts.addAll(readNow(reuse.unknown()));
  }

  /**
   * Reads files whose ground is needed after all, each once.
   *
   * @return whether they hold what they held when the former run read them
   */
  boolean readAgain(Set<String> paths) {
    List<SourceFile> needed =
        reuse.known().stream()
            .filter(file -> paths.contains(place(file)) && again.add(place(file)))
            .toList();
    Map<String, String> then = new HashMap<>();
    reuse.knownFacts().forEach(known -> then.put(place(known), known.file().content().sha256()));
    return readNow(needed).stream()
        .allMatch(now -> now.file().content().sha256().equals(then.get(place(now))));
  }

  private List<FileFacts> readNow(List<SourceFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    JavaRDD<ReadFile> now = ReadStage.read(context, config.sources(), files);
    read.add(now);
    return now.map(ReadFile::facts).collect();
  }

  private List<SourceFile> changed(Reuse known) {
    Map<String, String> then = new HashMap<>();
    known.knownFacts().forEach(file -> then.put(place(file), file.file().content().sha256()));
    List<SourceFile> files = List.copyOf(known.known());
    if (files.isEmpty()) {
      return List.of();
    }
    return context
        .parallelize(files, Math.min(files.size(), 8 * context.defaultParallelism()))
        .filter(file -> !sha256(file).equals(then.get(place(file))))
        .collect();
  }

  /** As the normaliser hashes a file, the files that belong to it, and those that are one map. */
  private static String sha256(SourceFile file) {
    List<String> hashes = file.files().stream().map(MapReading::ownSha256).toList();
    return hashes.size() == 1 ? hashes.get(0) : Sha256.of(hashes);
  }

  private static String ownSha256(SourceFile file) {
    var path = new Path(file.uri());
    MessageDigest digest = Sha256.digest();
    try (InputStream in = InputFiles.open(path, TaskHadoop.configuration())) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      Companions beside = InputFiles.companions(path, TaskHadoop.configuration());
      for (String ending : Companions.ENDINGS) {
        beside.bytes(ending).ifPresent(digest::update);
      }
      return Sha256.hex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read file: path=" + file.uri(), e);
    }
  }

  /** What tells a file of one source from all others. */
  static String place(String sourceId, String shownPath) {
    return sourceId + " " + shownPath;
  }

  private static String place(SourceFile file) {
    return place(file.sourceId(), file.shownPath());
  }

  private static String place(FileFacts known) {
    return place(known.file().sourceId(), known.file().path());
  }

  /** What is known of every file. */
  List<FileFacts> facts() {
    return List.copyOf(facts);
  }

  /** The files that were read, with their ground. */
  JavaRDD<ReadFile> files() {
    JavaRDD<ReadFile> files = context.parallelize(List.<ReadFile>of(), 1);
    for (JavaRDD<ReadFile> some : read) {
      files = files.union(some);
    }
    return files;
  }

  Reuse reuse() {
    return reuse;
  }

  /** A source's files as the next run may know them. */
  ArrayList<FormerRun.KnownFile> knownFiles(String sourceId) {
    Map<String, FileFacts> byPlace = new HashMap<>();
    facts.forEach(known -> byPlace.put(place(known), known));
    var known = new ArrayList<FormerRun.KnownFile>();
    for (SourceFile file : all) {
      if (file.sourceId().equals(sourceId)) {
        known.add(new FormerRun.KnownFile(file, byPlace.get(place(file))));
      }
    }
    return known;
  }

  @Override
  public void close() {
    read.forEach(JavaRDD::unpersist);
    read.clear();
  }
}
