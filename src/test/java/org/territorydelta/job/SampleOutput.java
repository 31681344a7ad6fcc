package org.territorydelta.job;

import java.nio.file.Path;

/** The sample's tables, for tests of other packages. */
public final class SampleOutput {
  private SampleOutput() {}

  /** Runs the sample into a folder of this one. */
  public static Path in(Path folder) {
    Path out = folder.resolve("sample");
    TinyWorld.Ended ended =
        TinyWorld.execute("run", "--config", "data/sample/config.yaml", "--out", out.toString());
    if (ended.code() != 0) {
      throw new IllegalStateException(ended.err());
    }
    return out;
  }
}
