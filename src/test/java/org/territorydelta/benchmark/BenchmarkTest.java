package org.territorydelta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole benchmark, on next to nothing. */
class BenchmarkTest {
  @TempDir Path folder;

  @Test
  void aSmallArchiveIsMeasuredFromEndToEnd() throws IOException {
    Path markdown = folder.resolve("table.md");
    int code =
        Benchmark.execute(
            "--days=4",
            "--vertices=300",
            "--runs=1",
            "--one-more-file",
            "--work=" + folder.resolve("work"),
            "--markdown=" + markdown);

    assertThat(code).isZero();
    String table = Files.readString(markdown);
    assertThat(table).contains("4 days, 300 vertices a map, 1 source").contains("4 files");
    assertThat(figure(table, "the sample")).isPositive();
    assertThat(figure(table, "the job")).isPositive();
    assertThat(figure(table, "read")).isPositive();
    assertThat(figure(table, "the job again after one file was added")).isPositive();
    assertThat(figure(table, "changed edges")).isPositive();
    assertThat(figure(table, "largest difference of a gain or loss")).isLessThan(1e-6);
  }

  @Test
  void aPeerNeedsMapsOfAnArchivesShape() {
    int code =
        Benchmark.execute(
            "--config=data/sample/config.yaml",
            "--peers=geopandas",
            "--work=" + folder.resolve("work"));

    assertThat(code).isEqualTo(2);
  }

  private static double figure(String markdown, String name) {
    return markdown
        .lines()
        .map(line -> line.split("\\|"))
        .filter(cells -> cells.length > 2 && cells[1].strip().equals(name))
        .mapToDouble(cells -> Double.parseDouble(cells[2].strip().replace(",", "")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no '" + name + "' in\n" + markdown));
  }
}
