package org.territorydelta.job;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real maps beside the checkout, which are not ours to commit. */
final class SharedMaps {
  static final Path FOLDER = Path.of("..", "shared", "data");

  private SharedMaps() {}

  /** Skips the test where the folder is absent. */
  static void assumePresent() {
    assumeTrue(
        Files.isDirectory(FOLDER),
        "skipped: there are no real maps at ../shared/data; see the README on how to get them");
  }

  /** A config over all of them, written to a folder. */
  static Path config(Path folder, double borderBandKm, String periods) throws IOException {
    Path data = FOLDER.toAbsolutePath().normalize();
    return Files.writeString(
        folder.resolve("shared.yaml"),
        """
        sources:
          - {id: deepstate, profile: deepstate-archive, path: "%1$s/deepstate/*.geojson"}
          - {id: nzz, profile: nzz, path: "%1$s/nzz/*.json"}
        regions: {path: "%1$s/regions/admin1.geojson"}
        border-band-km: %2$s
        periods: %3$s
        """
            .formatted(data, borderBandKm, periods));
  }
}
