package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.territorydelta.model.Sha256;
import org.territorydelta.report.RunManifest;

/** The files of an output. */
final class WrittenFiles {
  private WrittenFiles() {}

  /** Hash of the rows of every table file in their order, by its path below the output folder. */
  static Map<String, String> hashes(Path out) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        hashes.put(out.relativize(file).toString(), rows(file));
      }
    }
    assertThat(hashes).isNotEmpty();
    return hashes;
  }

  /** As Parquet's own example classes read them, without Spark and without our code. */
  private static String rows(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    var path = new org.apache.hadoop.fs.Path(file.toUri());
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), path).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        digest.update(group.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return Sha256.hex(digest);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.of(in);
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  /** Writes a changed file's own hash into the manifest. */
  static void forge(Path out, String changed) throws IOException {
    Path manifest = out.resolve(RunManifest.FILE_NAME);
    String text = Files.readString(manifest);
    String listed =
        RunManifest.fromJson(text).tables().stream()
            .filter(file -> file.path().equals(changed))
            .map(RunManifest.TableFile::sha256)
            .findFirst()
            .orElseThrow();
    Files.writeString(manifest, text.replace(listed, sha256(out.resolve(changed))));
  }

  /** Takes the hashes of rows out of the manifest, as an earlier version has none. */
  static void forgetContents(Path out) throws IOException {
    Path manifest = out.resolve(RunManifest.FILE_NAME);
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceAll("\"content-hash\" : \"[0-9a-f]*\"", "\"content-hash\" : \"\""));
  }
}
