package org.territorydelta.job;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.InputException;
import org.territorydelta.normalise.SameDayFiles;
import org.territorydelta.spark.inputs.InputFiles;
import org.territorydelta.spark.inputs.SourceFile;

/** Finds what a config speaks of: its paths are relative to the config's own folder. */
final class Places {
  private static final Pattern BESIDE_A_SHAPEFILE =
      Pattern.compile(
          "(?i)(.*?)\\.(dbf|prj|cpg|shx|sbn|sbx|qix|fix|qpj|qmd|shp\\.xml|cst|idx|atx)");

  private final Path base;
  private final Configuration hadoop;

  private Places(Path base, Configuration hadoop) {
    this.base = base;
    this.hadoop = hadoop;
  }

  static Places besideConfig(String config, Configuration hadoop) throws IOException {
    var path = new Path(config);
    Path qualified = path.getFileSystem(hadoop).makeQualified(path);
    return new Places(qualified.getParent(), hadoop);
  }

  Path resolve(String path) {
    return InputFiles.resolve(base, path);
  }

  String text(String path) throws IOException {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException e) {
      throw new FileNotFoundException("there is no file " + resolve(path));
    }
  }

  InputStream open(String path) throws IOException {
    return InputFiles.open(resolve(path), hadoop);
  }

  /**
   * The files of a source: those its path matches, and those right inside a folder it matches;
   * hidden ones left out. Sorted.
   *
   * @throws InputException when there is none
   */
  List<SourceFile> files(RunConfig.Source source) {
    List<SourceFile> files = files(source.id(), source.path(), "maps of source " + source.id());
    return SameDayFiles.of(source.profile(), files, SourceFile::shownPath).stream()
        .map(SourceFile::together)
        .toList();
  }

  /**
   * The files of claims, events and places, each with its kind for a source; found as those of
   * sources are, one that several paths match once.
   *
   * @throws InputException when a path matches none
   */
  List<SourceFile> reports(RunConfig.Reports reports) {
    Set<SourceFile> files = new LinkedHashSet<>();
    for (String path : reports.claims()) {
      files.addAll(files(RunConfig.Reports.CLAIMS, path, RunConfig.Reports.CLAIMS));
    }
    for (String path : reports.events()) {
      files.addAll(files(RunConfig.Reports.EVENTS, path, RunConfig.Reports.EVENTS));
    }
    for (String path : reports.settlements()) {
      files.addAll(files(RunConfig.Reports.PLACES, path, RunConfig.Reports.PLACES));
    }
    for (String path : reports.proposals().texts()) {
      files.addAll(files(RunConfig.Reports.TEXTS, path, RunConfig.Reports.TEXTS));
    }
    return List.copyOf(files);
  }

  private List<SourceFile> files(String id, String path, String what) {
    Path pattern = resolve(path);
    List<FileStatus> found;
    try {
      found = matching(pattern);
    } catch (IOException | RuntimeException e) {
      // Hadoop says by runtime exceptions, too, that a file system's library is missing.
      throw new InputException(
          "Cannot find " + what + ": path='" + path + "', " + FileProblem.text(e), e);
    }
    List<FileStatus> maps =
        found.stream()
            .filter(file -> !isHidden(file.getPath().getName()))
            .filter(file -> !belongsToAnother(file, found))
            .sorted(Comparator.comparing(FileStatus::getPath))
            .toList();
    List<SourceFile> sourceFiles = new ArrayList<>();
    for (FileStatus file : maps) {
      sourceFiles.add(sourceFile(id, file));
    }
    if (sourceFiles.isEmpty()) {
      throw new InputException(
          "Cannot find " + what + ": path='" + path + "', no file matches " + pattern);
    }
    return sourceFiles;
  }

  private List<FileStatus> matching(Path pattern) throws IOException {
    List<FileStatus> found = new ArrayList<>();
    for (FileStatus match : InputFiles.matches(pattern, hadoop)) {
      if (match.isDirectory()) {
        InputFiles.inside(match.getPath(), hadoop).stream()
            .filter(FileStatus::isFile)
            .forEach(found::add);
      } else {
        found.add(match);
      }
    }
    return found;
  }

  /** With the files that belong to it: a shapefile whose table changed has changed. */
  private SourceFile sourceFile(String id, FileStatus file) {
    long bytes = file.getLen();
    long modified = file.getModificationTime();
    try {
      for (FileStatus beside : InputFiles.beside(file.getPath(), hadoop)) {
        bytes += beside.getLen();
        modified = Math.max(modified, beside.getModificationTime());
      }
    } catch (IOException e) {
      throw new InputException(
          "Cannot look beside " + file.getPath() + ": " + FileProblem.text(e), e);
    }
    return new SourceFile(id, file.getPath().toString(), shown(file.getPath()), bytes, modified);
  }

  /** Whether it is one of the files that lie beside a shapefile's .shp. */
  static boolean belongsToAnother(FileStatus file, List<FileStatus> all) {
    Matcher matcher = BESIDE_A_SHAPEFILE.matcher(file.getPath().getName());
    return matcher.matches()
        && all.stream()
            .map(FileStatus::getPath)
            .anyMatch(
                other ->
                    other.getParent().equals(file.getPath().getParent())
                        && other.getName().equalsIgnoreCase(matcher.group(1) + ".shp"));
  }

  static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private String shown(Path file) {
    return "file".equals(base.toUri().getScheme())
        ? shown(file, base.toUri().getPath())
        : file.toString();
  }

  /**
   * Relative to a folder where both are local, so that it reads alike everywhere.
   *
   * @param folder a local one; empty for none
   */
  static String shown(Path file, String folder) {
    if (!"file".equals(file.toUri().getScheme())) {
      return file.toString();
    }
    java.nio.file.Path to = java.nio.file.Path.of(file.toUri().getPath()).normalize();
    java.nio.file.Path from = java.nio.file.Path.of(folder).normalize();
    return (folder.isEmpty() ? to : from.relativize(to)).toString().replace('\\', '/');
  }
}
