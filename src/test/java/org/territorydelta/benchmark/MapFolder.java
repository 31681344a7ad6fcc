package org.territorydelta.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder with the maps of one source. */
record MapFolder(String id, MapShape shape, Path folder) {
  /**
   * The maps right in a folder that are named as one of the archives names them; nothing when there
   * are none.
   */
  static List<MapFolder> in(Path folder) throws IOException {
    List<MapFolder> found = new ArrayList<>();
    for (MapShape shape : MapShape.values()) {
      var maps = new MapFolder(shape.id(), shape, folder);
      if (!maps.files().isEmpty()) {
        found.add(maps);
      }
    }
    return found;
  }

  /** In the order of their dates. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> shape.isNamedSo(file.getFileName().toString())).sorted().toList();
    }
  }

  /** The same maps in another folder, which is made. */
  MapFolder copiedTo(Path target) throws IOException {
    Files.createDirectories(target);
    for (Path file : files()) {
      Files.copy(file, target.resolve(file.getFileName()));
    }
    return new MapFolder(id, shape, target);
  }
}
