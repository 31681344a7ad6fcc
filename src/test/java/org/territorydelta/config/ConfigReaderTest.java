package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.territorydelta.Defaults;
import org.territorydelta.config.RunConfig.OnBadFile;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.claim.StatedArea;
import org.territorydelta.model.figure.Diagonal;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.Denominator;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;

class ConfigReaderTest {
  private static final String LEAST =
      """
      sources:
        - {id: deepstate, profile: deepstate-archive, path: "maps/*.geojson"}
      """;

  private static final String FULL =
      """
      sources:
        - {id: deepstate, profile: deepstate-archive, path: "maps/deepstate/*.geojson"}
        - {id: nzz, profile: nzz, path: maps/nzz}
        - {id: own, profile: own.yaml, path: "hdfs://host/own/*"}
      regions:
        - {path: regions/admin1.geojson}
        - {path: raions.json, id: code, name: title, country: land, level: 2}
      border-band-km: 2.5
      layer-sets: {controlled: [held], wide: [held, claimed], home: home}
      noise-width-metres: 75.5
      change-polygons: {every: [week, month]}
      max-staleness-days: 5
      on-bad-file: quarantine
      max-rejected-share: 0.25
      max-set-aside-share: 0.75
      max-claimed-share: 2
      agreement: {every: week, baseline-width-km: 12.5}
      exclude-breaks: [spike, dropout]
      periods:
        every: [month, day, rolling-28-day, all]
        named:
          - {id: kursk-week-1, first-day: 2024-08-06, last-day: 2024-08-12}
          - {id: one-day, first-day: 2024-08-12, last-day: 2024-08-12}
      band: {lag-days: 3}
      transitions: {diagonal: true}
      denominators:
        - {country: UA, area-km2: 603628, source: "an atlas, 2021"}
        - {region: UA-14, area-km2: 26517.5, source: the same}
        - {region: "1401", level: 2, area-km2: 12, source: a gazetteer}
      out: out/tables
      """;

  private static final String OWN =
      """
      map-date: {property: day}
      firm-to-soft: [RED held, RED claimed]
      rules:
        - {name: held, when: {layer: a}, holding: RED held}
        - {name: claimed, holding: RED claimed}
      """;

  @Test
  void theLeastConfigHasDefaults() {
    RunConfig config = read(LEAST);
    assertThat(config.sources()).hasSize(1);
    assertThat(config.regions()).isEmpty();
    assertThat(config.borderBandKm()).isEqualTo(10);
    assertThat(config.layerSets()).containsExactly(new LayerSet("controlled", Set.of("held")));
    assertThat(config.periods().every())
        .containsExactly(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH);
    assertThat(config.periods().named()).isEmpty();
    assertThat(config.pieces()).isEqualTo(new RunConfig.Pieces(50, List.of(PeriodKind.MONTH)));
    assertThat(config.limits()).isEqualTo(new RunConfig.Limits(3, OnBadFile.STOP, 0.01, 0.5, 1.1));
    assertThat(config.figures())
        .isEqualTo(
            new RunConfig.Figures(
                1,
                Diagonal.LEFT_OUT,
                List.of(),
                new RunConfig.Weighing(7, 0.1, SourceSpreads.OF_ARCHIVES)));
    assertThat(config.out()).isEmpty();
  }

  @Test
  void everySourceHasItsPathAndProfile() {
    assertThat(read(FULL).sources())
        .extracting(RunConfig.Source::id, RunConfig.Source::path, source -> source.profile().name())
        .containsExactly(
            tuple("deepstate", "maps/deepstate/*.geojson", "deepstate-archive"),
            tuple("nzz", "maps/nzz", "nzz"),
            tuple("own", "hdfs://host/own/*", "own.yaml"));
  }

  @Test
  void regionsNameTheirProperties() {
    assertThat(read(FULL).regions())
        .containsExactly(
            new RunConfig.Regions("regions/admin1.geojson", 1, "region_id", "name", "country"),
            new RunConfig.Regions("raions.json", 2, "code", "title", "land"));
  }

  @Test
  void limitsAndBandAreAsGiven() {
    RunConfig config = read(FULL);
    assertThat(config.borderBandKm()).isEqualTo(2.5);
    assertThat(config.limits())
        .isEqualTo(new RunConfig.Limits(5, OnBadFile.QUARANTINE, 0.25, 0.75, 2));
    assertThat(config.out()).isEqualTo("out/tables");
  }

  @Test
  void piecesHaveANoiseWidthAndPeriodsOfTheirOwn() {
    assertThat(read(FULL).pieces())
        .isEqualTo(new RunConfig.Pieces(75.5, List.of(PeriodKind.WEEK, PeriodKind.MONTH)));
    assertThat(read(LEAST + "noise-width-metres: 0\nchange-polygons: {every: []}\n").pieces())
        .isEqualTo(new RunConfig.Pieces(0, List.of()));
  }

  @Test
  void sourcesAreHeldAgainstEachOtherDailyUnlessToldOtherwise() {
    assertThat(read(LEAST).checks())
        .isEqualTo(
            new RunConfig.SeriesChecks(AgreementDays.DAY, 20, Set.of(), BreakLimits.DEFAULT));
    assertThat(read(FULL).checks())
        .isEqualTo(
            new RunConfig.SeriesChecks(
                AgreementDays.WEEK,
                12.5,
                Set.of(BreakKind.DROPOUT, BreakKind.SPIKE),
                BreakLimits.DEFAULT));
  }

  @Test
  void layerSetsMayHaveOneStatusOrMany() {
    assertThat(read(FULL).layerSets())
        .containsExactly(
            new LayerSet("controlled", Set.of("held")),
            new LayerSet("wide", Set.of("held", "claimed")),
            new LayerSet("home", Set.of("home")));
  }

  @Test
  void bandAndDiagonalAreAsAskedFor() {
    RunConfig.Figures figures = read(FULL).figures();
    assertThat(figures.bandLagDays()).isEqualTo(3);
    assertThat(figures.diagonal()).isEqualTo(Diagonal.GIVEN);
  }

  @Test
  void denominatorsAreOfCountriesOrRegionsAndHaveTheirSources() {
    assertThat(read(FULL).figures().denominators())
        .containsExactly(
            new StatedArea(
                RegionId.country("UA"), new Denominator(603_628_000_000L, "an atlas, 2021")),
            new StatedArea(new RegionId("UA-14", 1), new Denominator(26_517_500_000L, "the same")),
            new StatedArea(new RegionId("1401", 2), new Denominator(12_000_000L, "a gazetteer")));
  }

  @Test
  void periodsHaveBothTheirDays() {
    RunConfig.Periods periods = read(FULL).periods();
    assertThat(periods.every())
        .containsExactly(
            PeriodKind.DAY, PeriodKind.MONTH, PeriodKind.ROLLING_28_DAY, PeriodKind.ALL);
    assertThat(periods.named()).hasSize(2);
    assertThat(periods.named().get(0).id()).isEqualTo("kursk-week-1");
    assertThat(periods.named().get(0).days()).isEqualTo(7);
    assertThat(periods.named().get(1).days()).isEqualTo(1);
  }

  @Test
  void defaultLocaleAndZoneDoNotMatter() throws Exception {
    String expected = read(FULL).toString();
    Defaults.vary(locale -> assertThat(read(FULL)).as(locale).hasToString(expected));
  }

  private static RunConfig read(String text) {
    return ConfigReader.read("run.yaml", text, texts(Map.of("own.yaml", OWN)));
  }

  static ConfigReader.TextSource texts(Map<String, String> files) {
    return path -> {
      if (!files.containsKey(path)) {
        throw new IOException("no such file");
      }
      return files.get(path);
    };
  }

  /** The problems of a config, without any when it is right. */
  static List<String> problems(String text, Map<String, String> files) {
    try {
      ConfigReader.read("run.yaml", text, texts(files));
      return List.of();
    } catch (ConfigException e) {
      assertThat(e.problems()).isNotEmpty().allMatch(problem -> e.getMessage().contains(problem));
      return e.problems();
    }
  }
}
