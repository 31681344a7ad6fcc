package org.territorydelta.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.territorydelta.model.InputException;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.output.OwnFiles;

/**
 * One folder takes another's place, and whatever in the former one is not the program's own comes
 * along. The former one is renamed aside, the fresh one to its place; then each file or folder of
 * somebody else is renamed into the fresh one, whole, and only then are the program's own files
 * deleted, one by one. So at any moment a file of somebody else is in one of the two folders; where
 * a crash or a refusal came between, the next exchange finishes or undoes what this one began. (On
 * an object store that renames by copying, a crash may leave a folder in both; then a person is
 * asked.)
 */
final class FolderExchange {
  private static final String LOCAL = "file";

  private final FileSystem files;
  private final Configuration hadoop;
  private final Path place;
  private final Path previous;

  /**
   * @param place where the fresh folder goes
   * @param previous where the former one is meanwhile, beside it
   */
  FolderExchange(Path place, Path previous, Configuration hadoop) throws IOException {
    this.files = place.getFileSystem(hadoop);
    this.hadoop = hadoop;
    this.place = place;
    this.previous = previous;
  }

  /** Finishes or undoes an exchange that was cut short. */
  void recover() throws IOException {
    if (files.exists(previous)) {
      if (files.exists(place)) {
        carryOver();
      } else {
        rename(previous, place);
      }
    }
  }

  /**
   * Files of somebody else that lie inside folders of the program's own. They cannot come along:
   * whoever reads the table would read them, too.
   */
  List<String> strays() throws IOException {
    List<String> strays = new ArrayList<>();
    if (files.exists(place)) {
      OwnFiles own = own(place);
      for (String name : names(place)) {
        if (own.isOwnName(name)) {
          filesIn(place, name).stream().filter(file -> !own.isOwn(file)).forEach(strays::add);
        }
      }
    }
    return strays;
  }

  /**
   * Puts a folder in its place.
   *
   * @return what came along of the former one, by name
   * @throws UsageException when something of somebody else could not come along; it is then still
   *     where the former folder was put
   */
  List<String> put(Path fresh) throws IOException {
    if (files.exists(place)) {
      rename(place, previous);
    }
    try {
      rename(fresh, place);
    } catch (IOException e) {
      if (!files.exists(place) && files.exists(previous)) {
        rename(previous, place);
      }
      throw e;
    }
    return files.exists(previous) ? carryOver() : List.of();
  }

  private List<String> carryOver() throws IOException {
    OwnFiles own = own(previous);
    List<String> carried = new ArrayList<>();
    Optional<IOException> refused = Optional.empty();
    for (String name : names(previous)) {
      if (!own.isOwnName(name) && !names(place).contains(name)) {
        try {
          rename(new Path(previous, name), new Path(place, name));
          carried.add(name);
        } catch (IOException e) {
          refused = Optional.of(e);
        }
      }
    }
    // The manifest goes last: it says what is the program's own.
    for (String name : names(previous)) {
      if (own.isOwnName(name) && !name.equals(RunManifest.FILE_NAME)) {
        deleteOwn(name, own);
      }
    }
    deleteOwn(RunManifest.FILE_NAME, own);
    List<String> left = names(previous);
    if (!left.isEmpty()) {
      throw new UsageException(
          "Cannot carry over into "
              + place
              + ": "
              + String.join(", ", left)
              + (refused.isPresent()
                  ? ", " + refused.get().getMessage()
                  : ", it holds the same names or folders of tables")
              + ". Nothing is lost: it lies in "
              + previous
              + ", which no run will delete. Move it from there to where you want it, then run again.");
    }
    files.delete(previous, false);
    return carried;
  }

  /** Deletes a file or folder of the program's own, but nothing in it that is not. */
  private void deleteOwn(String name, OwnFiles own) throws IOException {
    var path = new Path(previous, name);
    if (!files.exists(path)) {
      return;
    }
    if (files.getFileStatus(path).isDirectory()) {
      for (String below : names(path)) {
        deleteOwn(name + "/" + below, own);
      }
      if (names(path).isEmpty()) {
        files.delete(path, false);
      }
    } else if (own.isOwn(name)) {
      files.delete(path, false);
    }
  }

  private OwnFiles own(Path folder) throws IOException {
    List<RunManifest.TableFile> listed;
    try {
      listed = Manifests.in(folder, hadoop).map(RunManifest::tables).orElse(List.of());
    } catch (InputException damaged) {
      // Then the names alone tell.
      listed = List.of();
    }
    return OwnFiles.of(listed);
  }

  private List<String> filesIn(Path root, String name) throws IOException {
    var path = new Path(root, name);
    List<String> found = new ArrayList<>();
    if (!files.exists(path) || !files.getFileStatus(path).isDirectory()) {
      found.add(name);
      return found;
    }
    for (String below : names(path)) {
      found.addAll(filesIn(root, name + "/" + below));
    }
    return found;
  }

  /** Of all that is right inside a folder, links that lead nowhere included; in order. */
  private List<String> names(Path folder) throws IOException {
    if (isLocal()) {
      try (Stream<java.nio.file.Path> found = Files.list(local(folder))) {
        return found.map(path -> path.getFileName().toString()).sorted().toList();
      }
    }
    FileStatus[] found = files.listStatus(folder);
    return List.copyOf(
        new TreeSet<>(Arrays.stream(found).map(status -> status.getPath().getName()).toList()));
  }

  /** Renames or fails; on a local disk it never copies and never overwrites. */
  private void rename(Path from, Path to) throws IOException {
    if (isLocal()) {
      if (Files.exists(local(to), LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("Cannot rename " + from + ": there is a " + to);
      }
      Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
    } else if (!files.rename(from, to)) {
      throw new IOException("Cannot rename " + from + " to " + to);
    }
  }

  private boolean isLocal() {
    return LOCAL.equals(files.getUri().getScheme());
  }

  private static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
