package org.territorydelta.spark.inputs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.GlobExpander;
import org.apache.hadoop.fs.GlobFilter;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.territorydelta.read.Companions;

/**
 * Finds and opens what a user has, whatever it is called. Hadoop's own globs, and its checksums of
 * local files, take a name with a colon for a URI and fail.
 */
public final class InputFiles {
  private static final String SHAPEFILE = ".shp";

  /** A scheme has two letters at least; one is a drive. */
  private static final Pattern WITH_SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

  private InputFiles() {}

  /** A path as a user writes it: a URI, or relative to a folder with whatever characters. */
  public static Path resolve(Path folder, String path) {
    return path.startsWith("/") || WITH_SCHEME.matcher(path).matches()
        ? new Path(folder, path)
        : child(folder, path);
  }

  private static Path child(Path folder, String name) {
    return new Path(folder, new Path(null, null, name));
  }

  /** Opens a file. */
  public static InputStream open(Path file, Configuration hadoop) throws IOException {
    return fileSystem(file, hadoop).open(file);
  }

  private static FileSystem fileSystem(Path path, Configuration hadoop) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    return files instanceof LocalFileSystem local ? local.getRaw() : files;
  }

  /**
   * The files and folders that a path matches: the very one of that name, or else all that its
   * globs match, as Hadoop writes them; none when there are none.
   */
  public static List<FileStatus> matches(Path pattern, Configuration hadoop) throws IOException {
    FileSystem files = fileSystem(pattern, hadoop);
    try {
      return List.of(files.getFileStatus(pattern));
    } catch (FileNotFoundException e) {
      // No file has the name; it may be a pattern.
    }
    List<FileStatus> matches = new ArrayList<>();
    Path root = new Path(files.makeQualified(pattern).toUri().resolve("/"));
    for (String expanded : GlobExpander.expand(pattern.toUri().getPath())) {
      matches.addAll(matches(root, List.of(expanded.substring(1).split("/")), files));
    }
    return matches.stream().distinct().toList();
  }

  private static List<FileStatus> matches(Path folder, List<String> names, FileSystem files)
      throws IOException {
    List<String> rest = names.subList(1, names.size());
    List<FileStatus> matches = new ArrayList<>();
    for (FileStatus found : named(folder, names.get(0), files)) {
      if (rest.isEmpty()) {
        matches.add(found);
      } else if (found.isDirectory()) {
        matches.addAll(matches(found.getPath(), rest, files));
      }
    }
    return matches;
  }

  private static List<FileStatus> named(Path folder, String name, FileSystem files)
      throws IOException {
    var glob = new GlobFilter(name);
    List<FileStatus> found = new ArrayList<>();
    if (glob.hasPattern()) {
      for (FileStatus status : list(folder, files)) {
        if (glob.accept(status.getPath())) {
          found.add(status);
        }
      }
    } else {
      try {
        found.add(files.getFileStatus(child(folder, name.replaceAll("\\\\(.)", "$1"))));
      } catch (FileNotFoundException e) {
        return List.of();
      }
    }
    return found;
  }

  /** What is right inside a folder; nothing where it is none any more. */
  private static FileStatus[] list(Path folder, FileSystem files) throws IOException {
    try {
      return files.listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /** What is right inside a folder. */
  public static List<FileStatus> inside(Path folder, Configuration hadoop) throws IOException {
    return List.of(list(folder, fileSystem(folder, hadoop)));
  }

  /** A shapefile's other files, whichever there are beside it; none of any other file. */
  public static Companions companions(Path file, Configuration hadoop) {
    return isShapefile(file)
        ? ending -> {
          Optional<FileStatus> found = companion(file, ending, hadoop);
          if (found.isEmpty()) {
            return Optional.empty();
          }
          try (InputStream in = open(found.get().getPath(), hadoop)) {
            return Optional.of(in.readAllBytes());
          }
        }
        : Companions.NONE;
  }

  /** The status of each of a file's companions. */
  public static List<FileStatus> beside(Path file, Configuration hadoop) throws IOException {
    List<FileStatus> beside = new ArrayList<>();
    if (isShapefile(file)) {
      for (String ending : Companions.ENDINGS) {
        companion(file, ending, hadoop).ifPresent(beside::add);
      }
    }
    return beside;
  }

  private static boolean isShapefile(Path file) {
    return file.getName().toLowerCase(Locale.ROOT).endsWith(SHAPEFILE);
  }

  /** With its ending in small or in capital letters. */
  private static Optional<FileStatus> companion(Path file, String ending, Configuration hadoop)
      throws IOException {
    FileSystem files = fileSystem(file, hadoop);
    String base = file.getName().substring(0, file.getName().length() - SHAPEFILE.length());
    for (String name : List.of(ending, ending.toUpperCase(Locale.ROOT))) {
      try {
        return Optional.of(files.getFileStatus(child(file.getParent(), base + "." + name)));
      } catch (FileNotFoundException e) {
        // Not by this name.
        continue;
      }
    }
    return Optional.empty();
  }
}
