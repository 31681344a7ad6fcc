package org.territorydelta.job;

import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.job.TinyWorld.box;
import static org.territorydelta.job.TinyWorld.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.model.Sha256;

/**
 * A run with everything asked for: the diagonal, a baseline, a denominator, a band, two sources. Of
 * red's strip, 0.8 degrees high, the part west of 30.5 was held before.
 */
class AskedFiguresTest {
  private static final double EXACT = 5e-8;

  private static final String CONFIG =
      """
      sources:
        - id: tiny
          profile: profile.yaml
          path: "maps/*"
          baseline: {path: old.geojson, holding: RED held, status: pre-war, before: 2024-01-01}
        - {id: other, profile: profile.yaml, path: "other/*"}
      regions: {path: regions.geojson}
      layer-sets: {controlled: [held], with-pre-war: [held, pre-war]}
      periods:
        every: [day, month]
        named: [{id: named, first-day: 2024-01-02, last-day: 2024-01-04}]
      transitions: {diagonal: true}
      band: {lag-days: 2}
      denominators: [{country: X, area-km2: 12345.5, source: an atlas}]
      """;

  @TempDir static Path folder;
  private static TinyWorld world;

  @BeforeAll
  static void runOnce() throws IOException {
    Files.createDirectories(folder.resolve("other"));
    world =
        TinyWorld.in(folder)
            .withFourDays()
            .file("old.geojson", collection(box("any", "any", 30, 49, 30.5, 50)))
            .file("config.yaml", CONFIG);
    for (String day : new String[] {"01", "02", "03", "04"}) {
      double east = day.equals("04") ? 31.9 : 30.9;
      world.file(
          "other/map_202401" + day + ".geojson",
          collection(box("RED", "held", 30.1, 49.1, east, 49.9)));
    }
    TinyWorld.Ended ended = world.run();
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private static Row delta(String source, String layerSet, String region) {
    return world
        .table("area_delta")
        .where("source_id = '" + source + "' and side = 'RED' and period_id = 'named'")
        .where("layer_set = '" + layerSet + "' and region_id = '" + region + "'")
        .first();
  }

  private static double km2(Row row, String column) {
    return row.<Double>getAs(column);
  }

  /** Red's strip, one degree wide, from a figure whose width is known: 30.1 to 30.9. */
  private static double strip() {
    return km2(delta("other", "controlled", "ALL"), "opening_km2") / 0.8;
  }

  @Test
  void theLawsHold() {
    TinyWorld.Ended ended = world.check();

    assertThat(ended.code()).as(ended.err()).isZero();
  }

  @Test
  void figuresComeWithAndWithoutTheBaseline() {
    // 30.1 to 30.9 is held on the first day, 0.4 of it since before; the net is the same.
    assertThat(km2(delta("tiny", "controlled", "ALL"), "opening_km2"))
        .isCloseTo(0.4 * strip(), within(1e-6));
    assertThat(km2(delta("tiny", "with-pre-war", "ALL"), "opening_km2"))
        .isCloseTo(0.8 * strip(), within(1e-6));
    assertThat(km2(delta("tiny", "controlled", "ALL"), "net_km2"))
        .isCloseTo(km2(delta("tiny", "with-pre-war", "ALL"), "net_km2"), within(1e-6));
  }

  @Test
  void theManifestKnowsTheBaselineByItsHash() throws IOException {
    JsonNode manifest = new ObjectMapper().readTree(world.path("out/_run.json").toFile());
    JsonNode profile = manifest.path("config").path("sources").get(0).path("profile");

    try (var in = Files.newInputStream(world.path("old.geojson"))) {
      assertThat(profile.path("baselines").get(0).path("ground").asText()).isEqualTo(Sha256.of(in));
    }
  }

  @Test
  void aSharesDenominatorIsTheOneThatWasStated() {
    Row country = world.table("region").where("region_id = 'X'").first();
    Row delta = delta("other", "controlled", "X");

    assertThat(km2(country, "denominator_km2")).isEqualTo(12_345.5);
    assertThat(country.<String>getAs("denominator_source")).isEqualTo("an atlas");
    assertThat(km2(delta, "opening_share"))
        .isCloseTo(km2(delta, "opening_km2") / 12_345.5, within(1e-12));
    assertThat(
            world
                .table("region")
                .where("region_id = 'A'")
                .first()
                .<String>getAs("denominator_source"))
        .isEqualTo("own border");
  }

  @Test
  void rowsOfTheMatrixSumToOpeningStocks() {
    double held =
        world
            .table("transition")
            .where("source_id = 'tiny' and pair_kind = 'period' and region_id = 'ALL'")
            .where("from_side = 'RED' and from_status = 'held'")
            .where("opening_map_date = date'2024-01-01'")
            .where("closing_map_date = date'2024-01-04'")
            .agg(sum("area_km2"))
            .first()
            .getDouble(0);

    assertThat(held)
        .isCloseTo(km2(delta("tiny", "controlled", "ALL"), "opening_km2"), within(EXACT));
  }

  @Test
  void theBandHasPartsByDatesLayerSetsAndSources() {
    // Tiny's net is 1.3 - 0.8, other's 1.8 - 0.8.
    Row tiny = delta("tiny", "controlled", "ALL");

    assertThat(tiny.<Integer>getAs("band_lag_days")).isEqualTo(2);
    assertThat(km2(tiny, "net_sources_low_km2")).isCloseTo(0.5 * strip(), within(1e-6));
    assertThat(km2(tiny, "net_sources_high_km2")).isCloseTo(1.0 * strip(), within(1e-6));
    assertThat(km2(tiny, "net_layer_sets_low_km2")).isCloseTo(0.5 * strip(), within(1e-6));
    assertThat(km2(tiny, "net_high_km2")).isCloseTo(1.0 * strip(), within(1e-6));
    // Opened on the 2nd with 1.2 wide and closed on the 3rd with 1.0.
    assertThat(km2(tiny, "net_jitter_low_km2")).isCloseTo(-0.2 * strip(), within(1e-6));
    assertThat(tiny.<String>getAs("band_widest_part")).isEqualTo("jitter");
  }

  @Test
  void aBaselineThatIsNoMapEndsAsMissingInput(@TempDir Path other) throws IOException {
    TinyWorld bad =
        TinyWorld.in(other)
            .withFourDays()
            .file("old.geojson", "{}")
            .file("config.yaml", CONFIG.replace("other/*", "maps/*"));

    TinyWorld.Ended ended = bad.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("Cannot read baseline: path='old.geojson'");
  }

  @Test
  void aDenominatorOfNoRegionEndsAsMissingInput(@TempDir Path other) throws IOException {
    TinyWorld bad =
        TinyWorld.in(other)
            .withFourDays()
            .config("denominators: {country: Z, area-km2: 1, source: nowhere}\n");

    TinyWorld.Ended ended = bad.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("Cannot take shares of a stated area: region=Z level 0");
  }
}
