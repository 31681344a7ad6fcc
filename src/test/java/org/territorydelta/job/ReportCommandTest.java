package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.report.RunManifest;

class ReportCommandTest {
  @TempDir Path folder;

  @Test
  void theCommandWritesWhatTheRunWouldHaveWritten() throws IOException {
    TinyWorld world = world();
    TinyWorld.Ended run = world.run("--report");
    assertThat(run.code()).as(run.err()).isZero();
    Path apart = folder.resolve("apart.html");

    TinyWorld.Ended ended = TinyWorld.execute("report", world.out(), "--to", apart.toString());

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).startsWith("The page is " + apart);
    assertThat(apart).hasSameBinaryContentAs(world.path("out/report.html"));
    assertThat(world.check().code()).isZero();
  }

  @Test
  void aRunWithoutTheWishWritesNone() throws IOException {
    TinyWorld world = world();
    world.run();

    assertThat(world.path("out/report.html")).doesNotExist();
    assertThat(TinyWorld.execute("report", world.out()).code()).isZero();
    assertThat(world.path("out/report.html")).exists();
  }

  @Test
  void aTableThatAnEarlierVersionDidNotWriteIsDoneWithout() throws IOException {
    TinyWorld world = world();
    world.run();
    Path manifest = world.path("out/" + RunManifest.FILE_NAME);
    String text = Files.readString(manifest);
    // Under another name it is no table that the page knows.
    Files.writeString(
        manifest, text.replace("\"map_day\"", "\"x\"").replace("\"change_polygon\"", "\"y\""));

    TinyWorld.Ended ended = TinyWorld.execute("report", world.out());

    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  void aFolderThatIsNoOutputIsRefused() {
    TinyWorld.Ended ended = TinyWorld.execute("report", folder.toString());

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("it holds no _run.json");
  }

  @Test
  void figuresThatNobodyWroteAreRefused() throws IOException {
    TinyWorld world = world();
    world.run();
    Path file = world.path("out/map_day/map_day-00000.parquet");
    Files.write(file, new byte[] {1, 2, 3});

    TinyWorld.Ended ended = TinyWorld.execute("report", world.out());

    assertThat(ended.code()).isEqualTo(ExitCode.INPUT);
    assertThat(ended.err()).contains("map_day/map_day-00000.parquet");
  }

  private TinyWorld world() throws IOException {
    return TinyWorld.in(folder).withFourDays();
  }
}
