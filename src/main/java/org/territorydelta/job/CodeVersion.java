package org.territorydelta.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Properties;
import java.util.stream.Stream;
import org.territorydelta.model.Sha256;
import org.territorydelta.report.RunManifest;

/** Which code is running, by what the build wrote into the jar. */
final class CodeVersion {
  static final String VERSION = "0.1.0";

  private CodeVersion() {}

  static RunManifest.Code current() {
    var properties = new Properties();
    try (InputStream in = CodeVersion.class.getResourceAsStream("/git.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read git.properties from the jar", e);
    }
    return new RunManifest.Code(
        VERSION,
        properties.getProperty("git.commit.id.full", "unknown"),
        Boolean.parseBoolean(properties.getProperty("git.dirty", "false")));
  }

  /**
   * The hash of the program's own files, as they lie in its jar or its class folder: whatever
   * differs in it, what it computes may differ.
   */
  static String fingerprint() throws IOException {
    Path place;
    try {
      place =
          Path.of(CodeVersion.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("Cannot find the program's own files", e);
    }
    MessageDigest digest = Sha256.digest();
    try (Stream<Path> found = Files.walk(place)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(place.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return Sha256.hex(digest);
  }
}
