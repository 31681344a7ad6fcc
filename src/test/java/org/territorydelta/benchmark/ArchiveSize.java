package org.territorydelta.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.territorydelta.config.RunConfig;
import org.territorydelta.read.FeatureReader;
import org.territorydelta.read.FeatureReaders;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawFile;
import org.territorydelta.read.RawShape;

/**
 * How much there is to read.
 *
 * @param distinctFiles by their bytes
 * @param vertices positions in all files, those of repeated files included
 */
record ArchiveSize(long files, long distinctFiles, long bytes, long vertices) {
  private static final double BYTES_PER_MB = 1e6;

  static ArchiveSize of(Archive archive) throws IOException {
    long files = 0;
    long bytes = 0;
    long vertices = 0;
    Set<String> hashes = new HashSet<>();
    for (RunConfig.Source source : archive.read().sources()) {
      FeatureReader reader =
          FeatureReaders.of(source.profile().format(), source.profile().unwrap());
      for (Path path : archive.files(source)) {
        try (InputStream in = Files.newInputStream(path)) {
          RawFile file = reader.read(in);
          files++;
          bytes += file.bytes();
          vertices += vertices(file);
          hashes.add(file.sha256());
        }
      }
    }
    return new ArchiveSize(files, hashes.size(), bytes, vertices);
  }

  private static long vertices(RawFile file) {
    long vertices = 0;
    for (RawFeature feature : file.features()) {
      for (RawShape shape : feature.shapes()) {
        for (double[] ring : shape.rings()) {
          vertices += ring.length / 2;
        }
      }
    }
    return vertices;
  }

  /** In words. */
  String description() {
    return String.format(
        Locale.ROOT,
        "%,d files, %,d distinct, %,.1f MB, %,d vertices",
        files,
        distinctFiles,
        bytes / BYTES_PER_MB,
        vertices);
  }
}
