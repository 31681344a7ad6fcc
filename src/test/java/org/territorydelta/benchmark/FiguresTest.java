package org.territorydelta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of measured times. */
class FiguresTest {
  @TempDir Path folder;

  @Test
  void theTableIsAlignedAndAtMostEightyColumnsWide() {
    String table =
        new Figures()
            .section("Rates")
            .add("a".repeat(54), 1_234_567_890, "pairs/s")
            .add("b", 0.5, "s")
            .text();

    assertThat(table.lines())
        .containsExactly(
            "",
            "Rates",
            "  " + "a".repeat(54) + "1,234,567,890 pairs/s",
            "  b" + " ".repeat(53) + "        0.50 s")
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void numbersHaveThreeDigitsOrAllBeforeThePoint() {
    String markdown =
        new Figures()
            .add("large", 12345.6, "")
            .add("middling", 12.34, "")
            .add("small", 1.234, "")
            .add("tiny", 0.0000001234, "")
            .add("none", 0, "")
            .count("things", 7)
            .markdown();

    assertThat(markdown.lines())
        .containsExactly(
            "| large | 12,346 |  |",
            "| middling | 12.3 |  |",
            "| small | 1.23 |  |",
            "| tiny | 1.2e-07 |  |",
            "| none | 0 |  |",
            "| things | 7 |  |");
  }

  @Test
  void aTableOfItsOwnComesLast() {
    String markdown =
        new Figures()
            .table(List.of(List.of("", "ours", "theirs"), List.of("time", "1 s", "4 s")))
            .add("small", 1.234, "")
            .markdown();

    assertThat(markdown.lines())
        .containsExactly(
            "| small | 1.23 |  |",
            "",
            "|  | ours | theirs |",
            "|---|---:|---:|",
            "| time | 1 s | 4 s |");
  }

  @Test
  void theMedianIsTheMiddleRunOrBetweenTheTwoInTheMiddle() {
    assertThat(Median.of(List.of(9.0, 1.0, 2.0), run -> run)).isEqualTo(2.0);
    assertThat(Median.of(List.of(9.0, 1.0, 2.0, 4.0), run -> run)).isEqualTo(3.0);
    assertThatThrownBy(() -> Median.of(List.<Double>of(), run -> run))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void growthInProportionHasSlopeOneAndWithTheSquareTwo() {
    double[] sizes = {1, 2, 4, 8};

    assertThat(Slope.logLog(sizes, new double[] {3, 6, 12, 24})).isCloseTo(1, within(1e-12));
    assertThat(Slope.logLog(sizes, new double[] {3, 12, 48, 192})).isCloseTo(2, within(1e-12));
    assertThat(Slope.logLog(sizes, new double[] {5, 5, 5, 5})).isCloseTo(0, within(1e-12));
  }

  @Test
  void aProgramThatFailsEndsTheBenchmarkWithWhatItSaid() {
    Path log = folder.resolve("log");

    assertThatThrownBy(() -> ProcessRun.of(List.of("sh", "-c", "echo out of luck; exit 3"), log))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("exit code 3")
        .hasMessageContaining("out of luck");
  }

  @Test
  void aProgramIsTimedFromStartToExit() throws IOException, InterruptedException {
    ProcessRun run = ProcessRun.of(List.of("sleep", "0.3"), folder.resolve("log"));

    assertThat(run.seconds()).isGreaterThanOrEqualTo(0.3);
  }

  @Test
  void foldersAreCopiedWithTheirTimesAndDeletedWhole() throws IOException {
    Path from = Files.createDirectories(folder.resolve("from/below")).getParent();
    Path file = Files.writeString(from.resolve("below/file"), "text");
    var longAgo = FileTime.from(Instant.parse("2024-01-01T00:00:00Z"));
    Files.setLastModifiedTime(file, longAgo);
    Path to = folder.resolve("to");
    Folders.copy(from, to);

    assertThat(to.resolve("below/file")).hasContent("text");
    assertThat(Files.getLastModifiedTime(to.resolve("below/file"))).isEqualTo(longAgo);
    Folders.delete(to);
    assertThat(to).doesNotExist();
    Folders.delete(to);
  }
}
