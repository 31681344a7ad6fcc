package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Test
  void whatIsTheUsersOwnComesAlong() throws IOException {
    publish("first");
    writeOwn("notes.txt", "mine");
    writeOwn("figures/june/map.svg", "drawn");
    Files.createDirectories(out().resolve("empty"));

    assertThat(publish("second")).containsExactly("empty", "figures", "notes.txt");

    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("second");
    assertThat(out().resolve("notes.txt")).hasContent("mine");
    assertThat(out().resolve("figures/june/map.svg")).hasContent("drawn");
    assertThat(out().resolve("empty")).isEmptyDirectory();
    assertThat(folder).isDirectoryNotContaining("glob:**/.out.*");
  }

  @Test
  void filesOfTheFormerRunDoNot() throws IOException {
    publish("first");
    for (String name :
        List.of(
            "report.html",
            "claim-review.jsonld",
            "data-dictionary.md",
            "csv/area_delta.csv",
            "_rerun/files",
            "region/region-00000.parquet",
            "area_delta/period_kind=day/area_delta-00000.parquet",
            "area_delta/.DS_Store")) {
      writeOwn(name, "of the former run");
    }

    assertThat(publish("second")).isEmpty();

    assertThat(Files.list(out())).containsExactly(out().resolve(RunManifest.FILE_NAME));
  }

  @Test
  void linksComeAlongAsLinks(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("data.txt"), "far away");
    publish("first");
    Files.createSymbolicLink(out().resolve("linked"), elsewhere);
    Files.createSymbolicLink(out().resolve("dangling"), elsewhere.resolve("gone"));

    assertThat(publish("second")).containsExactly("dangling", "linked");

    assertThat(Files.readSymbolicLink(out().resolve("linked"))).isEqualTo(elsewhere);
    assertThat(Files.isSymbolicLink(out().resolve("dangling"))).isTrue();
    assertThat(elsewhere.resolve("data.txt")).hasContent("far away");
  }

  @Test
  void aLinkToAnOutputStaysALink(@TempDir Path disk) throws IOException {
    Files.createDirectories(disk.resolve("real"));
    Files.createSymbolicLink(out(), disk.resolve("real"));

    publish("first");
    writeOwn("notes.txt", "mine");
    publish("second");

    assertThat(Files.isSymbolicLink(out())).isTrue();
    assertThat(disk.resolve("real").resolve(RunManifest.FILE_NAME)).hasContent("second");
    assertThat(disk.resolve("real/notes.txt")).hasContent("mine");
    assertThat(disk).isDirectoryNotContaining("glob:**/.real.*");
  }

  @Test
  void aReadOnlyFileComesAlong() throws IOException {
    publish("first");
    writeOwn("notes.txt", "mine");
    assertThat(out().resolve("notes.txt").toFile().setReadOnly()).isTrue();

    publish("second");

    assertThat(out().resolve("notes.txt")).hasContent("mine");
    assertThat(Files.getPosixFilePermissions(out().resolve("notes.txt")))
        .doesNotContain(PosixFilePermission.OWNER_WRITE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "area_delta/mine.csv",
        "area_delta/period_kind=day/copy of area_delta-00000.parquet",
        "csv/my-own.csv",
        "_rerun/notes.txt",
        "quarantine"
      })
  void aFileOfTheUsersOwnWhereTablesLieIsRefusedBeforeAnythingIsDone(String name)
      throws IOException {
    publish("first");
    writeOwn(name, "mine");

    assertThatThrownBy(this::open)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no run wrote " + name);

    assertThat(out().resolve(name)).hasContent("mine");
    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("first");
    assertThat(folder).isDirectoryNotContaining("glob:**/.out.*");
  }

  @Test
  void aFileThatCameWhereTablesLieWhileTheRunWentOnIsNotDeleted() throws IOException {
    publish("first");
    try (OutputFolder open = open()) {
      open.writeText(RunManifest.FILE_NAME, "second");
      writeOwn("area_delta/mine.csv", "mine");

      assertThatThrownBy(open::publish)
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("area_delta")
          .hasMessageContaining(".out.previous");
    }

    assertThat(folder.resolve(".out.previous/area_delta/mine.csv")).hasContent("mine");
    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("second");
    assertThatThrownBy(this::open).hasMessageContaining(".out.previous");
    assertThat(folder.resolve(".out.previous/area_delta/mine.csv")).hasContent("mine");
  }

  @Test
  void aCrashAmongTheFilesThatComeAlongIsMendedAtTheNextStart() throws IOException {
    publish("first");
    writeOwn("came.txt", "came already");
    writeOwn("later/to-come.txt", "to come");
    // As a crash leaves it: both renames done, one of two files moved.
    Files.move(out(), folder.resolve(".out.previous"));
    Files.createDirectories(out());
    Files.writeString(out().resolve(RunManifest.FILE_NAME), "second");
    Files.move(folder.resolve(".out.previous/came.txt"), out().resolve("came.txt"));

    try (OutputFolder open = open()) {
      assertThat(open.staging()).isNotNull();
    }

    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("second");
    assertThat(out().resolve("came.txt")).hasContent("came already");
    assertThat(out().resolve("later/to-come.txt")).hasContent("to come");
    assertThat(folder).isDirectoryNotContaining("glob:**/.out.*");
  }

  @Test
  void aCrashBeforeTheNewOutputCameLeavesTheUsersFilesInTheFormerOne() throws IOException {
    publish("first");
    writeOwn("notes.txt", "mine");
    Files.move(out(), folder.resolve(".out.previous"));

    try (OutputFolder open = open()) {
      assertThat(open.staging()).isNotNull();
    }

    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("first");
    assertThat(out().resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void ofTwoFilesWithOneNameNeitherIsLost() throws IOException {
    publish("first");
    writeOwn("notes.txt", "before the crash");
    Files.move(out(), folder.resolve(".out.previous"));
    Files.createDirectories(out());
    Files.writeString(out().resolve(RunManifest.FILE_NAME), "second");
    writeOwn("notes.txt", "after the crash");

    assertThatThrownBy(this::open)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("notes.txt")
        .hasMessageContaining("Nothing is lost");

    assertThat(out().resolve("notes.txt")).hasContent("after the crash");
    assertThat(folder.resolve(".out.previous/notes.txt")).hasContent("before the crash");
  }

  @Test
  void rejectedTablesLieBesideTheOutput() throws IOException {
    publish("first");
    try (OutputFolder open = open()) {
      open.writeText(RunManifest.FILE_NAME, "broken");
      open.reject();
    }

    assertThat(folder.resolve("out.rejected").resolve(RunManifest.FILE_NAME)).hasContent("broken");
    assertThat(out().resolve(RunManifest.FILE_NAME)).hasContent("first");
    assertThat(folder).isDirectoryNotContaining("glob:**/.out.*");
  }

  private void writeOwn(String name, String text) throws IOException {
    Path file = out().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> publish(String manifest) throws IOException {
    try (OutputFolder open = open()) {
      open.writeText(RunManifest.FILE_NAME, manifest);
      return open.publish();
    }
  }

  private OutputFolder open() throws IOException {
    return OutputFolder.open(new org.apache.hadoop.fs.Path(out().toString()), HADOOP);
  }

  private Path out() {
    return folder.resolve("out");
  }
}
