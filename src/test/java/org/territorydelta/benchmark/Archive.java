package org.territorydelta.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.RegionSurvey;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.map.Region;
import org.territorydelta.normalise.RegionReader;
import org.territorydelta.spark.JobSession;

/**
 * Maps to measure on, as a config names them.
 *
 * @param name what they are, in words
 * @param folders where they are the benchmark's own, so that one may be taken away for a while;
 *     none for a user's config
 */
record Archive(String name, Path config, List<MapFolder> folders) {
  static final Path REGIONS = Path.of("data", "regions", "admin1.geojson");

  /** Maps of a user's own config, which are only read. */
  static Archive of(Path config) {
    return new Archive(config.toString(), config.toAbsolutePath(), List.of());
  }

  /** Maps drawn into a work folder. */
  static Archive of(SyntheticArchive maps, Path work) throws IOException {
    Path folder = work.resolve("maps");
    maps.write(folder);
    List<MapFolder> folders =
        maps.drawn().stream()
            .map(s -> new MapFolder(s.id(), s.shape(), folder.resolve(s.id())))
            .toList();
    return withConfig(maps.description(), folders, work);
  }

  /**
   * Copies, in a work folder, of maps that are named as one of the archives names them.
   *
   * @param given folders with maps right in them or one folder below
   */
  static Archive copied(List<Path> given, Path work) throws IOException {
    List<MapFolder> folders = new ArrayList<>();
    for (Path folder : given) {
      try (Stream<Path> below = Files.list(folder)) {
        for (Path maybe : Stream.concat(Stream.of(folder), below.sorted()).toList()) {
          if (Files.isDirectory(maybe)) {
            for (MapFolder maps : MapFolder.in(maybe)) {
              folders.add(maps.copiedTo(work.resolve("maps").resolve(maps.id())));
            }
          }
        }
      }
    }
    if (folders.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot find maps: folders="
              + given
              + ", expected files named as "
              + List.of(MapShape.values())
              + " names them, there or one folder below");
    }
    String names = given.stream().map(Path::toString).collect(Collectors.joining(", "));
    return withConfig("Maps in " + names, folders, work);
  }

  private static Archive withConfig(String name, List<MapFolder> folders, Path work)
      throws IOException {
    var yaml = new StringBuilder("sources:\n");
    for (MapFolder maps : folders) {
      yaml.append("  - {id: ").append(maps.id()).append(", profile: ");
      yaml.append(maps.shape().profile()).append(", path: \"");
      yaml.append(maps.folder().toAbsolutePath()).append("\"}\n");
    }
    yaml.append("regions: {path: \"").append(REGIONS.toAbsolutePath()).append("\"}\n");
    yaml.append("periods: {every: [day, week, month]}\n");
    Path config = work.resolve("config.yaml").toAbsolutePath();
    return new Archive(name, Files.writeString(config, yaml), folders);
  }

  RunConfig read() throws IOException {
    return ConfigReader.read(
        config.toString(),
        Files.readString(config),
        path -> Files.readString(config.resolveSibling(path)));
  }

  /** The files of a source, in the order of their names. */
  List<Path> files(RunConfig.Source source) throws IOException {
    var pattern =
        new org.apache.hadoop.fs.Path(
            new org.apache.hadoop.fs.Path(config.getParent().toUri()), source.path());
    FileSystem system = pattern.getFileSystem(JobSession.hadoop());
    List<Path> files = new ArrayList<>();
    for (FileStatus match : system.globStatus(pattern)) {
      FileStatus[] found =
          match.isDirectory() ? system.listStatus(match.getPath()) : new FileStatus[] {match};
      for (FileStatus file : found) {
        files.add(Path.of(file.getPath().toUri()));
      }
    }
    return files.stream().sorted().toList();
  }

  /** All levels of regions, as the job splits a source's ground by them. */
  RegionIndex regions(RunConfig run, RunConfig.Source source) throws IOException {
    List<Region> regions = new ArrayList<>();
    for (RunConfig.Regions level : run.regions()) {
      try (InputStream in = Files.newInputStream(config.resolveSibling(level.path()))) {
        regions.addAll(RegionReader.read(level, in).regions());
      }
    }
    return RegionIndex.of(
        regions,
        RegionSurvey.of(regions).overlappingLevels(),
        source.profile().scope(),
        run.borderBandKm());
  }
}
