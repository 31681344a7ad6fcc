package org.territorydelta.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.territorydelta.config.RunConfig;
import org.territorydelta.normalise.MapInput;
import org.territorydelta.normalise.NormalisedFile;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.spark.inputs.InputFiles;
import org.territorydelta.spark.inputs.SourceFile;
import org.territorydelta.spark.tables.Tables;

/** What a run would read, take over, compute and write, and about how long that takes. */
public final class DryRun {
  /** Files that are read to see how long the others may take. */
  private static final int SAMPLE = 3;

  /** Starting, writing and checking, whatever the size: the sample's seconds on two cores. */
  private static final double STARTING_SECONDS = 6;

  /**
   * Comparing takes between as long as reading, where maps change little, and four times that,
   * where much ground changes hands or regions are many.
   */
  private static final double LEAST_COMPARING = 1;

  private static final double MOST_COMPARING = 4;
  private static final double NANOS = 1e9;
  private static final double MEGABYTE = 1 << 20;

  private DryRun() {}

  /**
   * Lines for a person.
   *
   * @param cores that would read and compare
   */
  public static String text(
      RunConfig config,
      List<SourceFile> files,
      TerritoryRun.Former former,
      int cores,
      Configuration hadoop)
      throws IOException {
    Set<SourceFile> known = known(config, former, hadoop);
    List<String> lines = new ArrayList<>();
    double seconds = 0;
    for (RunConfig.Source source : config.sources()) {
      List<SourceFile> own =
          files.stream().filter(file -> file.sourceId().equals(source.id())).toList();
      List<SourceFile> unknown = own.stream().filter(file -> !known.contains(file)).toList();
      double megabytes = unknown.stream().mapToLong(SourceFile::bytes).sum() / MEGABYTE;
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %d files or groups of layers, %d as the former run knew them, %d to read (%.1f MB)",
              source.id(),
              own.size(),
              own.size() - unknown.size(),
              unknown.size(),
              megabytes));
      if (!unknown.isEmpty()) {
        seconds += sample(source, unknown, hadoop, lines) / cores;
      }
    }
    lines.add(
        Tables.all().count()
            + " tables to write; of pairs of maps, those that a file to read has a part in are compared");
    lines.add(
        String.format(
            Locale.ROOT,
            "about %.0f to %.0f s on %d cores, by what reading a few of the files takes",
            STARTING_SECONDS + seconds * (1 + LEAST_COMPARING),
            STARTING_SECONDS + seconds * (1 + MOST_COMPARING),
            cores));
    return String.join("\n", lines) + "\n";
  }

  private static Set<SourceFile> known(
      RunConfig config, TerritoryRun.Former former, Configuration hadoop) {
    Set<SourceFile> known = new HashSet<>();
    if (former.output().isEmpty()) {
      return known;
    }
    Fingerprints prints = Fingerprints.of(former.code(), config, former.regionHashes());
    try {
      FormerRun then = FormerRun.in(former.output().get(), hadoop);
      prints
          .sources()
          .forEach(
              (id, now) ->
                  then.source(id)
                      .filter(source -> source.prints().reading().equals(now.reading()))
                      .ifPresent(source -> source.files().forEach(file -> known.add(file.file()))));
    } catch (IOException e) {
      // There is none, or none that can be read: everything is to be done.
      known.clear();
    }
    return known;
  }

  /** Seconds of one core for all of the files, by reading a few of them. */
  private static double sample(
      RunConfig.Source source, List<SourceFile> files, Configuration hadoop, List<String> lines)
      throws IOException {
    var normaliser = new SnapshotNormaliser(source);
    long bytes = 0;
    long maps = 0;
    int read = 0;
    long started = System.nanoTime();
    for (int i = 0; i < Math.min(SAMPLE, files.size()); i++) {
      SourceFile file = files.get(i * (files.size() - 1) / Math.max(1, SAMPLE - 1));
      NormalisedFile normalised =
          normaliser.normalise(file.files().stream().map(one -> input(one, hadoop)).toList());
      bytes += file.bytes();
      maps += normalised.maps().size();
      read++;
      normalised.rejections().stream()
          .filter(rejection -> normalised.failed())
          .forEach(rejection -> lines.add("  " + rejection.file() + ": " + rejection.detail()));
    }
    double seconds = (System.nanoTime() - started) / NANOS;
    lines.add(
        String.format(
            Locale.ROOT, "  %d of them read now: %d maps in %.1f s", read, maps, seconds));
    long all = files.stream().mapToLong(SourceFile::bytes).sum();
    return seconds * all / Math.max(1, bytes);
  }

  private static MapInput input(SourceFile file, Configuration hadoop) {
    var path = new Path(file.uri());
    return new MapInput(
        file.shownPath(), () -> InputFiles.open(path, hadoop), InputFiles.companions(path, hadoop));
  }
}
