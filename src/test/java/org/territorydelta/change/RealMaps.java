package org.territorydelta.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.territorydelta.SharedData;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.normalise.RegionReader;
import org.territorydelta.normalise.SnapshotNormaliser;

/** Real maps by a built-in profile, and real regions; a test that asks is skipped without them. */
final class RealMaps {
  private static final String CONFIG =
      """
      sources:
        - {id: maps, profile: %s, path: maps}
      regions: {path: regions.geojson}
      """;

  private final RunConfig config;
  private final Path folder;

  private RealMaps(RunConfig config, Path folder) {
    this.config = config;
    this.folder = folder;
  }

  static RealMaps of(String profile, String folder) {
    return new RealMaps(
        ConfigReader.read("run.yaml", CONFIG.formatted(profile), name -> ""),
        SharedData.path(folder));
  }

  /** Raw, without border band. */
  RegionIndex regions() throws IOException {
    try (var in = Files.newInputStream(SharedData.path("regions/admin1.geojson"))) {
      List<Region> regions = RegionReader.read(config.regions().get(0), in).regions();
      return RegionIndex.of(
          regions, RegionSurvey.of(regions).overlappingLevels(), Set.of(), config.borderBandKm());
    }
  }

  /** The maps of the files whose names begin with the first or come after, up to the other. */
  List<ControlSnapshot> snapshots(String firstFile, String beyondFile) throws IOException {
    var normaliser = new SnapshotNormaliser(config.sources().get(0));
    Map<SnapshotId, ControlSnapshot> snapshots = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.compareTo(firstFile) >= 0 && name.compareTo(beyondFile) < 0) {
          try (var in = Files.newInputStream(file)) {
            for (NormalisedMap map : normaliser.normalise(name, in).maps()) {
              snapshots.put(map.snapshot().id(), map.snapshot());
            }
          }
        }
      }
    }
    return new ArrayList<>(snapshots.values());
  }

  /** The one map in each of two files. */
  SnapshotPair pair(String openingFile, String closingFile) throws IOException {
    return new SnapshotPair(
        snapshots(openingFile, openingFile + "~").get(0),
        snapshots(closingFile, closingFile + "~").get(0));
  }
}
