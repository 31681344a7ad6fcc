package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.JobSession;

/** The former output stays whole until the new one is. */
class OutputFolderTest {
  private static final Configuration HADOOP = JobSession.hadoop();

  @TempDir Path folder;

  @Test
  void aPublishedFolderHoldsWhatWasStaged() throws IOException {
    publish("first");

    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("first");
    assertThat(folder).isDirectoryNotContaining("glob:**/.out.*");
  }

  @Test
  void aNewOutputTakesThePlaceOfTheFormerOne() throws IOException {
    publish("first");
    publish("second");

    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("second");
  }

  @Test
  void aRunThatFailsLeavesTheFormerOutputAsItWas() throws IOException {
    publish("first");
    try (OutputFolder open = open()) {
      open.writeText(RunManifest.FILE_NAME, "half");
    }

    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("first");
    assertThat(folder.resolve(".out.staging")).doesNotExist();
  }

  @Test
  void aSecondRunIsRefusedWhileTheFirstGoesOn() throws IOException {
    try (OutputFolder first = open()) {
      assertThat(first.staging()).isNotNull();
      assertThatThrownBy(this::open)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("another run is writing there");
    }
  }

  @Test
  void theLockOfAProcessThatIsGoneIsTakenOver() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    String host = java.net.InetAddress.getLocalHost().getHostName();
    Files.writeString(folder.resolve(".out.lock"), "process " + process.pid() + " on " + host);

    publish("after a crash");

    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("after a crash");
  }

  @Test
  void theLockOfAnotherMachineIsRespected() throws IOException {
    Files.writeString(folder.resolve(".out.lock"), "process 1 on another-machine");

    assertThatThrownBy(this::open)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("another-machine");
  }

  @Test
  void aCrashBetweenTheRenamesIsMendedAtTheNextStart() throws IOException {
    publish("first");
    Files.move(out(), folder.resolve(".out.previous"));

    try (OutputFolder open = open()) {
      assertThat(open.staging()).isNotNull();
    }

    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("first");
  }

  @Test
  void aCrashAfterTheRenamesLeavesTheNewOutput() throws IOException {
    publish("second");
    Files.createDirectories(folder.resolve(".out.previous"));

    try (OutputFolder open = open()) {
      assertThat(open.staging()).isNotNull();
    }

    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("second");
    assertThat(folder.resolve(".out.previous")).doesNotExist();
  }

  @Test
  void aFolderWithOtherThingsInItIsNotTouched() throws IOException {
    Files.createDirectories(out());
    Files.writeString(out().resolve("thesis.txt"), "years of work");

    assertThatThrownBy(this::open)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no output of this program");
    assertThat(out().resolve("thesis.txt")).hasContent("years of work");
  }

  private void publish(String manifest) throws IOException {
    try (OutputFolder open = open()) {
      open.writeText(RunManifest.FILE_NAME, manifest);
      open.publish();
    }
  }

  private OutputFolder open() throws IOException {
    return OutputFolder.open(new org.apache.hadoop.fs.Path(out().toString()), HADOOP);
  }

  private Path out() {
    return folder.resolve("out");
  }
}
