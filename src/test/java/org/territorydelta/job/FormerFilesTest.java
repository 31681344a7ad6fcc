package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rerun does with everything that lies in the former output beside its tables. */
class FormerFilesTest {
  @TempDir Path folder;
  private TinyWorld world;

  @BeforeEach
  void runOnce() throws IOException {
    world = TinyWorld.in(folder).withFourDays();
    assertThat(run("--csv", "--report").code()).isZero();
  }

  @Test
  void filesOfTheUsersOwnStayAndAreNamed() throws IOException {
    Files.writeString(world.path("out/notes.txt"), "mine");
    Files.createDirectories(world.path("out/figures"));
    Files.writeString(world.path("out/figures/june.svg"), "drawn");

    TinyWorld.Ended ended = run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Yours, and still there: figures, notes.txt");
    assertThat(world.path("out/notes.txt")).hasContent("mine");
    assertThat(world.path("out/figures/june.svg")).hasContent("drawn");
    assertThat(world.check().code()).isZero();
  }

  @Test
  void thePageAndTheCsvAreMadeAnewSoThatTheyAgreeWithTheTables() throws IOException {
    String page = Files.readString(world.path("out/report.html"));
    String csv = Files.readString(world.path("out/csv/map_day.csv"));
    world.map("2024-01-05", TinyWorld.box("RED", "held", 30.1, 49.1, 31.6, 49.9));

    TinyWorld.Ended ended = run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern("tables are in csv/.*made anew")
        .containsPattern("The page is .*out/report.html.*made anew");
    assertThat(Files.readString(world.path("out/csv/map_day.csv")))
        .contains("2024-01-05")
        .isNotEqualTo(csv);
    assertThat(Files.readString(world.path("out/report.html")))
        .contains("2024-01-05")
        .isNotEqualTo(page);
  }

  @Test
  void whatTheFormerOutputDidNotHaveIsNotMade() throws IOException {
    Files.delete(world.path("out/report.html"));
    Files.delete(world.path("out/claim-review.jsonld"));
    try (var files = Files.list(world.path("out/csv"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(world.path("out/csv"));

    assertThat(run().out()).doesNotContain("made anew");

    assertThat(world.path("out/report.html")).doesNotExist();
    assertThat(world.path("out/csv")).doesNotExist();
  }

  @Test
  void aFileOfTheUsersOwnAmongTheTablesIsRefusedAndNamed() throws IOException {
    Files.writeString(world.path("out/area_delta/mine.csv"), "mine");

    TinyWorld.Ended ended = run();

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("no run wrote area_delta/mine.csv");
    assertThat(world.path("out/area_delta/mine.csv")).hasContent("mine");
  }

  private TinyWorld.Ended run(String... options) {
    List<String> args =
        new ArrayList<>(
            List.of("run", "--config", world.path("config.yaml").toString(), "--out", world.out()));
    args.addAll(List.of(options));
    return TinyWorld.execute(args.toArray(String[]::new));
  }
}
