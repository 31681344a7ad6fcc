package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.Defaults;

class ConfigProblemsTest {
  private static final String SOURCES =
      """
      sources:
        - {id: deepstate, profile: deepstate-archive, path: maps}
      """;

  @Test
  void threeMistakesAreToldAtOnce() {
    String text =
        """
        sources:
          - {id: Deep State, profile: deepstate-archive, path: maps}
        border-band-km: wide
        periods:
          every: [day, fortnight]
        """;
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> ConfigReader.read("conf/run.yaml", text, path -> ""))
        .withMessageStartingWith("Cannot use the config, 3 problems:")
        .withMessageContaining("conf/run.yaml:2: Cannot use id: value='Deep State'")
        .withMessageContaining("conf/run.yaml:3: Cannot read border-band-km: value='wide'")
        .withMessageContaining("conf/run.yaml:5: Cannot read every: value='fortnight'");
  }

  @Test
  void aConfigWithoutSourcesIsRefused() {
    assertOneProblem("out: out\n", "run.yaml:1: Cannot do without sources");
    assertOneProblem("out: out\nsources: []\n", "run.yaml:2: Cannot do without sources");
  }

  @Test
  void anUnknownKeyIsNamedWithItsLineAndTheKnownOnes() {
    assertOneProblem(
        SOURCES + "border_band_km: 5\n",
        "run.yaml:3: unknown key 'border_band_km', expected one of sources, regions,"
            + " border-band-km");
  }

  @Test
  void unknownKeysInsideAreFound() {
    assertOneProblem(
        "sources:\n  - {id: a, profile: nzz, path: m, colour: red}\n",
        "run.yaml:2: unknown key 'colour'");
    assertOneProblem(SOURCES + "regions:\n  path: a\n  ids: b\n", "run.yaml:5: unknown key 'ids'");
    assertOneProblem(SOURCES + "periods: {each: [day]}\n", "run.yaml:3: unknown key 'each'");
    assertOneProblem(
        SOURCES + "change-polygons: {each: [day]}\n", "run.yaml:3: unknown key 'each'");
  }

  @ParameterizedTest
  @CsvSource({
    "border-band-km: -1, border-band-km",
    "border-band-km: 201, border-band-km",
    "border-band-km: NaN, border-band-km",
    "noise-width-metres: -1, noise-width-metres",
    "noise-width-metres: 1001, noise-width-metres",
    "max-staleness-days: 1.5, max-staleness-days",
    "max-staleness-days: -1, max-staleness-days",
    "max-rejected-share: 1.01, max-rejected-share",
    "max-set-aside-share: -0.1, max-set-aside-share",
    "max-claimed-share: 0.9, max-claimed-share",
    "on-bad-file: ignore, on-bad-file",
    "band: {lag-days: -1}, lag-days",
    "band: {lag-days: 15}, lag-days",
    "band: {lag-days: half}, lag-days",
    "transitions: {diagonal: maybe}, diagonal",
    "out: [a], out",
    "out: , out"
  })
  void aValueOutOfBoundsIsRefused(String line, String key) {
    assertOneProblem(SOURCES + line + "\n", "run.yaml:3: Cannot read " + key + ":");
  }

  @Test
  void sourcesNeedTheirOwnIds() {
    assertOneProblem(
        SOURCES + "  - {id: deepstate, profile: nzz, path: maps}\n",
        "run.yaml:3: Cannot use id: value='deepstate' names two sources");
  }

  @Test
  void whatASourceLacksIsNamed() {
    assertThat(problems("sources:\n  - {profile: nzz}\n"))
        .hasSize(2)
        .anyMatch(problem -> problem.startsWith("run.yaml:2: Cannot do without id"))
        .anyMatch(problem -> problem.startsWith("run.yaml:2: Cannot do without path"));
  }

  @Test
  void anUnknownProfileIsNamedWithTheKnownOnes() {
    assertOneProblem(
        "sources:\n  - {id: a, profile: wsi, path: m}\n",
        "run.yaml:2: Cannot use profile: value='wsi', expected control-zones, deepstate, deepstate-archive, isw, isw-daily, liveuamap, nzz or a YAML");
    assertOneProblem(
        "sources:\n  - {id: a, profile: gone.yaml, path: m}\n",
        "run.yaml:2: Cannot read profile: path='gone.yaml', no such file");
  }

  @Test
  void aStatusThatNoSourceHasIsRefused() {
    assertOneProblem(
        SOURCES + "layer-sets:\n  wide: [held, claimed]\n",
        "run.yaml:4: Cannot use layer set wide: no source has the status 'claimed', expected some"
            + " of held");
  }

  @Test
  void onlyBreaksThatSingleMapsAreCanBeExcluded() {
    assertOneProblem(
        SOURCES + "exclude-breaks: [dropout, base-redefined]\n",
        "run.yaml:3: Cannot exclude breaks: value='base-redefined', expected some of dropout,"
            + " spike, implausible-area");
  }

  @Test
  void agreementKnowsItsDaysAndKeys() {
    assertOneProblem(
        SOURCES + "agreement: {every: hour}\n",
        "run.yaml:3: Cannot read every: value='hour', expected never, day, week or month");
    assertOneProblem(
        SOURCES + "agreement: {days: all}\n",
        "run.yaml:3: unknown key 'days', expected one of every, baseline-width-km");
  }

  @Test
  void twoLevelsOfRegionsMayNotBeTheSame() {
    assertOneProblem(
        SOURCES + "regions:\n  - {path: a}\n  - {path: b, level: 1}\n",
        "run.yaml:5: Cannot use level: value=1 is there twice");
  }

  @Test
  void aDenominatorIsOfOneRegionWithAnAreaAndASource() {
    String start = SOURCES + "denominators: ";
    String wrong = "run.yaml:3: Cannot read denominator: expected either a country or a region";
    assertOneProblem(start + "{area-km2: 5, source: atlas}\n", wrong);
    assertOneProblem(start + "{country: UA, region: A, area-km2: 5, source: atlas}\n", wrong);
    assertOneProblem(start + "{region: ALL, area-km2: 5, source: atlas}\n", wrong);
    assertOneProblem(
        start + "{country: UA, source: atlas}\n", "run.yaml:3: Cannot take shares of nothing");
    assertOneProblem(
        start + "{country: UA, area-km2: 5}\n", "run.yaml:3: Cannot do without source");
    assertOneProblem(
        start + "{country: UA, area-km2: 5, source: own border}\n",
        "run.yaml:3: Cannot use source 'own border'");
    assertOneProblem(
        start + "{country: UA, area: 5, area-km2: 5, source: a}\n",
        "run.yaml:3: unknown key 'area'");
  }

  @Test
  void aRegionHasOneDenominator() {
    String twice =
        """
        denominators:
          - {country: UA, area-km2: 603628, source: a}
          - {country: UA, area-km2: 603700, source: b}
        """;
    assertOneProblem(SOURCES + twice, "run.yaml:5: Cannot use denominator: UA level 0 has two");
  }

  @Test
  void unknownKeysOfBandAndTransitionsAreFound() {
    assertOneProblem(SOURCES + "band: {days: 3}\n", "run.yaml:3: unknown key 'days'");
    assertOneProblem(SOURCES + "transitions: {diag: true}\n", "run.yaml:3: unknown key 'diag'");
  }

  @Test
  void periodsMustBeginBeforeTheyEnd() {
    assertOneProblem(
        SOURCES + named("{id: x, first-day: 2024-08-12, last-day: 2024-08-06}"),
        "run.yaml:4: Cannot build period x: last-day is before first-day");
  }

  @Test
  void daysMustExist() {
    assertOneProblem(
        SOURCES + named("{id: x, first-day: 2023-02-29, last-day: 2024-08-06}"),
        "run.yaml:4: Cannot read first-day: value='2023-02-29'");
    assertOneProblem(
        SOURCES + named("{id: x, first-day: 2024-02-29}"),
        "run.yaml:4: Cannot build period x: expected first-day and last-day");
  }

  @Test
  void periodsNeedTheirOwnIds() {
    String twice =
        """
        periods:
          named:
            - {id: x, first-day: 2024-08-06, last-day: 2024-08-06}
            - {id: x, first-day: 2024-08-07, last-day: 2024-08-07}
        """;
    assertOneProblem(SOURCES + twice, "run.yaml:6: Cannot use id: value='x' names two periods");
  }

  @Test
  void aKeyThatIsThereTwiceIsRefused() {
    assertOneProblem(SOURCES + "out: a\nout: b\n", "run.yaml:4: the key 'out' is twice");
  }

  @Test
  void aTextThatIsNoYamlIsRefusedWithItsLine() {
    assertThat(problems("sources:\n  - {id: a\nout: b\n"))
        .singleElement()
        .asString()
        .contains("run.yaml:3: not readable as YAML")
        .contains("column 4")
        .contains("begins in line 2");
    assertOneProblem("", "run.yaml: the file is empty");
    assertOneProblem("# nothing\n", "run.yaml: the file is empty");
  }

  @Test
  void aTextThatIsNoMappingIsRefused() {
    assertThat(problems("- a\n- b\n")).anyMatch(p -> p.contains("expected keys with values"));
  }

  @Test
  void problemsAreTheSameUnderAnyLocaleAndZone() throws Exception {
    String text = "border-band-km: 201\nmax-staleness-days: x\nON-BAD-FILE: stop\n";
    List<String> expected = problems(text);
    Defaults.vary(locale -> assertThat(problems(text)).as(locale).isEqualTo(expected));
  }

  private static String named(String period) {
    return "periods:\n  named: " + period + "\n";
  }

  private static void assertOneProblem(String text, String start) {
    assertThat(problems(text)).singleElement().asString().startsWith(start);
  }

  private static List<String> problems(String text) {
    return ConfigReaderTest.problems(text, Map.of());
  }
}
