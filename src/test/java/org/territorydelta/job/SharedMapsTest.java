package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.Browser;
import org.territorydelta.SharedData;
import org.territorydelta.spark.SharedSession;

/**
 * The real maps, whole, held against what their publishers said of them and against an independent
 * overlay. Border band 0, so that regions are a raw overlay that any other program can repeat.
 */
class SharedMapsTest {
  @TempDir static Path folder;
  private static Path data;
  private static String out;

  @BeforeAll
  static void runOnce() throws IOException {
    data = SharedData.path("").toAbsolutePath().normalize();
    out = folder.resolve("out").toString();
    Path config = config();
    TinyWorld.Ended ended = TinyWorld.execute("run", "--config", config.toString(), "--out", out);
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private static Path config() throws IOException {
    return Files.writeString(
        folder.resolve("shared.yaml"),
        """
        sources:
          - {id: deepstate, profile: deepstate-archive, path: "%1$s/deepstate/*.geojson"}
          - {id: nzz, profile: nzz, path: "%1$s/nzz/*.json"}
        regions: {path: "%1$s/regions/admin1.geojson"}
        border-band-km: 0
        periods: {every: [day, week, month]}
        """
            .formatted(data));
  }

  @Test
  void theLawsHold() {
    assertThat(TinyWorld.execute("check", out).code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2025-06, 556", "2025-07, 564", "2025-08, 464"})
  void deepStatesMonthsComeOutAsPublished(String month, double publishedKm2) {
    Row delta =
        table("area_delta")
            .where("source_id = 'deepstate' and side = 'RU' and region_id = 'ALL'")
            .where("period_kind = 'month' and period_id = '" + month + "'")
            .first();

    assertThat(delta.<Double>getAs("net_km2")).isCloseTo(publishedKm2, within(1.0));
    assertThat(delta.<String>getAs("coverage")).isEqualTo("full");
  }

  /** Whole `losses` polygons in Russia, measured by another program when the maps were gathered. */
  @ParameterizedTest
  @CsvSource({"2024-08-11, 628.99", "2024-08-18, 1119.64", "2024-08-29, 1223.58"})
  void theGroundUkraineHoldsInRussiaIsThatOfTheLossesPolygonsThere(
      String mapDate, double expectedKm2) {
    assertThat(ukraine(mapDate, "ALL")).isCloseTo(expectedKm2, within(0.5));
    assertThat(ukraine(mapDate, "RU-KRS"))
        .isLessThan(expectedKm2)
        .isCloseTo(expectedKm2, within(4.0));
  }

  @Test
  void theirPageIsSmallAndShowsNoShapesOfTheirs() throws Exception {
    Path page = folder.resolve("real.html");
    assertThat(TinyWorld.execute("report", out, "--to", page.toString()).code()).isZero();

    // Two years of two sources have to stay below 5 MB; these are 21 months of maps in all.
    assertThat(Files.size(page)).isLessThan(2_000_000);
    assertThat(Files.readString(page).contains("\"shapes\":[]")).isTrue();
    try (Browser browser = Browser.open(folder.resolve("profile"))) {
      browser.show(page, 1280, false);
      assertThat(browser.text("document.querySelector('h1').textContent"))
          .isEqualTo(gainOfTheLastWholeMonth());
      assertThat(browser.number("document.querySelectorAll('#map [class*=gain]').length"))
          .isPositive();
      for (int width : List.of(390, 1280)) {
        for (boolean dark : List.of(false, true)) {
          browser.look(width, dark);
          browser.picture(
              Path.of("target", "page", "real-" + width + (dark ? "-dark" : "-light") + ".png"));
        }
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  /** As the tables have it: which month is the last depends on how long the shared slice is. */
  private static String gainOfTheLastWholeMonth() {
    Row last =
        table("area_delta")
            .where("source_id = 'deepstate' and side = 'RU' and region_id = 'ALL'")
            .where("period_kind = 'month' and coverage = 'full'")
            .orderBy(functions.desc("period_id"))
            .first();
    YearMonth month = YearMonth.parse(last.<String>getAs("period_id"));
    return String.format(
        Locale.ROOT,
        "RU gained %.1f\u00a0km² net in %s %d",
        last.<Double>getAs("net_km2"),
        month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
        month.getYear());
  }

  private static double ukraine(String mapDate, String region) {
    return table("control_area")
        .where("source_id = 'nzz' and side = 'UA' and map_date = date'" + mapDate + "'")
        .where("region_id = '" + region + "'")
        .first()
        .getAs("area_km2");
  }

  @Test
  void theFirstDeepStateMapIsWholeToHalfAThousandth() {
    double area =
        table("control_area")
            .where("source_id = 'deepstate' and map_date = date'2024-07-06'")
            .where("region_id = 'ALL'")
            .first()
            .getAs("area_km2");

    assertThat(area).isCloseTo(109_361.4071, within(0.0005));
  }

  @Test
  void everyRegionAgreesWithAnIndependentOverlay() throws IOException, InterruptedException {
    Path python = PythonTools.interpreterOrSkip();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(python.toString(), "src/test/python/overlay_oracle.py"));
    command.addAll(List.of("--maps", data + "/deepstate/*.geojson"));
    command.addAll(List.of("--regions", data + "/regions/admin1.geojson"));
    command.addAll(List.of("--out", out, "--source", "deepstate"));
    command.addAll(List.of("--tolerance-km2", "0.01"));
    command.addAll(List.of("--periods", "2024-08", "2025-01", "2025-06"));
    File log = Files.createTempFile(folder, "oracle", ".txt").toFile();
    int code =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start().waitFor();

    assertThat(code).as(Files.readString(log.toPath(), StandardCharsets.UTF_8)).isZero();
  }

  private static Dataset<Row> table(String name) {
    return SharedSession.get().read().parquet(out + "/" + name);
  }
}
