package org.territorydelta.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
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
}
