package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;

class BaselineReaderTest {
  private static final String PROFILE =
      """
      map-date: {property: day}
      rules:
        - {name: held, holding: RED held}
      """;

  private static final String BASELINE =
      "baseline: {path: old.geojson, holding: RED held, status: pre-war, before: 2022-02-24}\n";

  private static final String SOURCE = "sources:\n  - {id: a, path: b, profile: own.yaml}\n";

  private static Map<String, String> files(String profile) {
    return Map.of("own.yaml", profile, "old.geojson", "{}", "older.geojson", "[]");
  }

  private static RunConfig read(String config, String profile) {
    return ConfigReader.read("run.yaml", config, ConfigReaderTest.texts(files(profile)));
  }

  private static List<Baseline> baselines(String config, String profile) {
    return read(config, profile).sources().get(0).profile().baselines();
  }

  private static void assertOneProblem(String profile, String start) {
    assertThat(ConfigReaderTest.problems(SOURCE, files(profile)))
        .singleElement()
        .asString()
        .startsWith(start);
  }

  @Test
  void aProfileMayHaveABaseline() {
    Baseline baseline = baselines(SOURCE, PROFILE + BASELINE).get(0);

    assertThat(baseline.ground().path()).isEqualTo("old.geojson");
    assertThat(baseline.ground().text()).isEqualTo("{}");
    assertThat(baseline.holding()).isEqualTo(new Holding("RED", "held"));
    assertThat(baseline.marked()).isEqualTo(new Holding("RED", "pre-war"));
    assertThat(baseline.appliesTo(LocalDate.parse("2022-02-23"))).isFalse();
    assertThat(baseline.appliesTo(LocalDate.parse("2022-02-24"))).isTrue();
  }

  @Test
  void aProfileWithoutHasNone() {
    assertThat(baselines(SOURCE, PROFILE)).isEmpty();
  }

  @Test
  void aSourceMayAddBaselinesToItsProfile() {
    String source =
        """
        sources:
          - id: a
            path: b
            profile: own.yaml
            baseline:
              - {path: older.geojson, holding: RED held, status: annexed, before: 2014-03-18}
        """;

    assertThat(baselines(source, PROFILE + BASELINE))
        .extracting(Baseline::status)
        .containsExactly("pre-war", "annexed");
  }

  @Test
  void aBuiltInProfileMayHaveABaselineOfTheSource() {
    String source =
        """
        sources:
          - id: a
            path: b
            profile: deepstate-archive
            baseline: {path: old.geojson, holding: RU held, status: pre-war, before: 2022-02-24}
        """;

    assertThat(read(source, "").sources().get(0).profile().holdings())
        .containsExactly(new Holding("RU", "held"), new Holding("RU", "pre-war"));
  }

  @Test
  void aLayerSetMayCountABaselinesStatus() {
    String sets = "layer-sets: {without: [held], with: [held, pre-war]}\n";

    assertThat(read(SOURCE + sets, PROFILE + BASELINE).layerSets())
        .containsExactly(
            new LayerSet("without", Set.of("held")),
            new LayerSet("with", Set.of("held", "pre-war")));
  }

  @Test
  void aBaselinesFileMustBeThere() {
    assertOneProblem(
        PROFILE + BASELINE.replace("old.geojson", "gone.geojson"),
        "own.yaml:4: Cannot read baseline: path='gone.geojson', no such file");
  }

  @Test
  void itsHoldingMustBeOneOfTheRules() {
    assertOneProblem(
        PROFILE + BASELINE.replace("RED held", "RED claimed"),
        "own.yaml:4: Cannot mark ground of 'RED claimed': expected one of [RED held]");
  }

  @Test
  void itsStatusMustBeAnotherWord() {
    assertOneProblem(
        PROFILE + BASELINE.replace("pre-war", "held"),
        "own.yaml:4: Cannot mark ground as 'held': expected another word than its own");
    assertOneProblem(
        PROFILE + BASELINE.replace("pre-war", "before the war"),
        "own.yaml:4: Cannot mark ground as 'before the war'");
  }

  @Test
  void itNeedsADay() {
    assertOneProblem(
        PROFILE + BASELINE.replace(", before: 2022-02-24", ""),
        "own.yaml:4: Cannot read baseline: expected path, holding, status and before");
    assertOneProblem(
        PROFILE + BASELINE.replace("2022-02-24", "2022"), "own.yaml:4: Cannot read before");
  }
}
