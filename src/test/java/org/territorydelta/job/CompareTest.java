package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.job.TinyWorld.box;
import static org.territorydelta.job.TinyWorld.stripKm2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.SharedSession;

/**
 * Two outputs of the tiny world. In the new one the map of the fourth day gives red a tenth of a
 * degree less as held, from 31.3 to 31.4 in region B, and claimed instead; and there is a file
 * more, which cannot be read.
 */
class CompareTest {
  private static final String UNREADABLE_DAY = "maps/map_20231230.geojson";

  @TempDir static Path folder;
  private static String before;
  private static String after;
  private static TinyWorld.Ended ended;

  @BeforeAll
  static void runTwice() throws IOException {
    TinyWorld world =
        TinyWorld.in(folder)
            .withFourDays()
            .config("on-bad-file: quarantine\nmax-rejected-share: 0.5\n")
            .file("maps/map_20231231.geojson", "no map");
    before = run(world, "before");
    world
        .file(UNREADABLE_DAY, "no map either")
        .map(
            "2024-01-04",
            box("RED", "held", 30.1, 49.1, 31.3, 49.9),
            box("RED", "claimed", 31.3, 49.1, 31.5, 49.9),
            box("BLUE", "held", 29.5, 50.2, 30.6, 50.4));
    after = run(world, "after");
    ended = TinyWorld.execute("compare", before, after, "--top", "15");
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private static String run(TinyWorld world, String out) {
    String target = world.path(out).toString();
    TinyWorld.Ended run =
        TinyWorld.execute("run", "--config", world.path("config.yaml").toString(), "--out", target);
    assertThat(run.code()).as(run.err()).isZero();
    return target;
  }

  /** Red's ground in ALL, X and B, over the day, week, month, whole and named period. */
  @Test
  void theLargestDifferencesAreATenthOfAStripInFifteenRows() {
    Pattern line = Pattern.compile(" +[-+ 0-9.]+  ([-+0-9.]+)  tiny RED controlled (.*)");
    Set<String> keys = new HashSet<>();
    ended
        .out()
        .lines()
        .dropWhile(text -> !text.equals("  largest differences of net_km2"))
        .takeWhile(text -> !text.isEmpty())
        .forEach(
            text -> {
              Matcher matcher = line.matcher(text);
              if (matcher.matches()) {
                keys.add(matcher.group(2));
                assertThat(Double.parseDouble(matcher.group(1)))
                    .isCloseTo(-0.1 * stripKm2(), within(0.06));
              }
            });

    Set<String> expected = new HashSet<>();
    for (String region : List.of("-1 ALL", "0 X", "1 B")) {
      for (String period :
          List.of("day 2024-01-04", "week 2024-W01", "month 2024-01", "all all", "named named")) {
        expected.add(region + " " + period);
      }
    }
    assertThat(keys).isEqualTo(expected);
    // And in the whole's and the named period's rows of the other layer set, 3 regions each, the
    // spread over layer sets: 6 more. The month opens within itself and has no band.
    assertThat(counts("area_delta")).endsWith(" 0 0 21");
  }

  @Test
  void everyTableIsCountedAndWhatDoesNotDifferIsIdentical() {
    // Four regions, two countries, ALL, and UNASSIGNED of either level.
    assertThat(counts("region")).isEqualTo("region 9 identical");
    assertThat(counts("input_file")).isEqualTo("input_file 4 1 0 1");
    // The map of the fourth day has another content, and with it another key.
    assertThat(counts("snapshot")).isEqualTo("snapshot 3 1 1 0");
    assertThat(ended.out()).contains("an edited map's rows are removed and added");
  }

  /** A whole file in quarantine has no feature: its key holds nulls. */
  @Test
  void rowsWithNullsInTheirKeyAreMatched() {
    assertThat(counts("quarantine")).isEqualTo("quarantine 1 1 0 0");
  }

  @Test
  void inputFilesAreToldByWhatBecameOfThem() {
    assertThat(ended.out())
        .contains(
            """
            input files: 4 the same, 1 added, 1 changed
              added tiny maps/map_20231230.geojson
              changed tiny maps/map_20240104.geojson
            """);
  }

  @Test
  void theTextIsAtMostEightyColumnsWide() {
    assertThat(ended.out().lines().filter(line -> !line.matches("(old|new): .*")))
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
  }

  @Test
  void anOutputAndItsCopyAreIdentical() throws IOException {
    Path copy = copied(after, "copy");

    TinyWorld.Ended same = TinyWorld.execute("compare", after, copy.toString());

    assertThat(same.code()).isZero();
    assertThat(same.out())
        .contains("run id: the same")
        .contains("config: the same")
        .contains("input files: 6, all the same")
        .contains("Nothing moved");
  }

  @Test
  void aConfigIsToldByTheKeysThatDiffer(@TempDir Path other) throws IOException {
    TinyWorld world = TinyWorld.in(other).withFourDays();
    String old = run(world, "old");
    String now = run(world.config("border-band-km: 0\n"), "now");

    assertThat(TinyWorld.execute("compare", old, now).out())
        .contains("config: 1 difference\n  border-band-km: 10.0 -> 0.0\n")
        .contains("input files: 4, all the same\n");
  }

  @Test
  void oneTableCanBeComparedAlone() {
    TinyWorld.Ended alone =
        TinyWorld.execute("compare", before, after, "--table", "snapshot", "--top", "0");

    assertThat(alone.code()).isZero();
    assertThat(alone.out())
        .contains("snapshot")
        .contains("1 of 1 table moved.")
        .doesNotContain("area_delta");
  }

  /** Another version may know a column more; the others are compared. */
  @Test
  void aColumnOfOneOutputAloneIsToldAndLeftOut() throws IOException {
    Path copy = copied(after, "wider");
    String name = "map_day/map_day-00000.parquet";
    Path scratch = folder.resolve("scratch");
    SharedSession.get()
        .read()
        .parquet(copy.resolve(name).toString())
        .withColumn("cloud_cover", functions.lit(0.5))
        .coalesce(1)
        .write()
        .parquet(scratch.toString());
    try (var files = Files.newDirectoryStream(scratch, "*.parquet")) {
      Files.copy(files.iterator().next(), copy.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    WrittenFiles.forge(copy, name);
    WrittenFiles.forgetContents(copy);

    TinyWorld.Ended wider = TinyWorld.execute("compare", after, copy.toString());

    assertThat(wider.code()).as(wider.err()).isZero();
    assertThat(wider.out())
        .contains("map_day: 0 rows changed\n  only the new one has cloud_cover\n")
        .contains("No row moved");
  }

  @Test
  void aFileThatIsNotTheOneThatWasWrittenIsRefused() throws IOException {
    Path copy = copied(after, "cut");
    Path file = copy.resolve("area_delta/period_kind=month/area_delta-00000.parquet");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    TinyWorld.Ended cut = TinyWorld.execute("compare", before, copy.toString());

    assertThat(cut.code()).isEqualTo(3);
    assertThat(cut.err())
        .contains("period_kind=month/area_delta-00000.parquet")
        .contains("hash")
        .doesNotContain("\tat ");
  }

  @Test
  void aMissingFileIsRefused() throws IOException {
    Path copy = copied(after, "torn");
    Files.delete(copy.resolve("snapshot/snapshot-00000.parquet"));

    TinyWorld.Ended torn = TinyWorld.execute("compare", before, copy.toString());

    assertThat(torn.code()).isEqualTo(3);
    assertThat(torn.err())
        .contains("[snapshot/snapshot-00000.parquet]: every listed file is there");
  }

  @Test
  void aManifestThatCannotBeReadIsRefused() throws IOException {
    Path copy = copied(after, "garbled");
    Path manifest = copy.resolve(RunManifest.FILE_NAME);
    String text = Files.readString(manifest);
    for (String garbled : List.of(text.substring(0, text.length() / 2), "{}", "")) {
      Files.writeString(manifest, garbled);

      TinyWorld.Ended refused = TinyWorld.execute("compare", before, copy.toString());

      assertThat(refused.code()).as(refused.err()).isEqualTo(3);
      assertThat(refused.err()).contains("_run.json cannot be read");
    }
  }

  @Test
  void wrongUsageIsTold() {
    TinyWorld.Ended noOutput = TinyWorld.execute("compare", before, folder.toString());
    assertThat(noOutput.code()).isEqualTo(2);
    assertThat(noOutput.err()).contains("it holds no _run.json");

    TinyWorld.Ended noTable = TinyWorld.execute("compare", before, after, "--table", "delta");
    assertThat(noTable.code()).isEqualTo(2);
    assertThat(noTable.err())
        .contains("--table=delta")
        .contains("area_delta, change_polygon, claim_assessment");

    assertThat(TinyWorld.execute("compare", before, after, "--top", "-1").code()).isEqualTo(2);
    assertThat(TinyWorld.execute("compare", before).code()).isEqualTo(2);
  }

  @Test
  void helpTeachesHowToUseIt() {
    TinyWorld.Ended help = TinyWorld.execute("compare", "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("OLD").contains("--table").contains("Exits 0 when compared");
  }

  private static Path copied(String output, String name) throws IOException {
    Path copy = folder.resolve(name);
    WrittenFiles.copy(Path.of(output), copy);
    return copy;
  }

  /** A table's line among the counts, its blanks drawn together. */
  private static String counts(String table) {
    return ended
        .out()
        .lines()
        .filter(line -> line.startsWith(table + " "))
        .findFirst()
        .orElseThrow()
        .replaceAll("(?<=\\d) (?=\\d{3})", "")
        .replaceAll(" +", " ");
  }
}
