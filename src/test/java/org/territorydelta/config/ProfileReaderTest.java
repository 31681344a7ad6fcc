package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.FileFormat;
import org.territorydelta.model.map.Holding;

class ProfileReaderTest {
  private static final String RULES = "rules:\n  - {name: all, holding: RED held}\n";
  private static final String DATED = "map-date: {property: day}\n";

  @Test
  void theBuiltInProfilesAreRight() {
    SourceProfile deepstate = profile("deepstate-archive", Map.of());
    assertThat(deepstate.scope()).containsExactly("UA");
    assertThat(deepstate.dates().mapDate().plusDays()).isEqualTo(-2);
    assertThat(deepstate.licence().redistributeGeometry()).isFalse();
    SourceProfile nzz = profile("nzz", Map.of());
    assertThat(nzz.unwrap()).containsExactly("value");
    assertThat(nzz.asksForCountry()).isTrue();
    assertThat(nzz.firmToSoft().get(0)).isEqualTo(new Holding("UA", "held"));
  }

  @Test
  void aShortProfileHasDefaults() {
    SourceProfile profile = profile(DATED + RULES);
    assertThat(profile.format()).isEqualTo(FileFormat.BY_CONTENT);
    assertThat(profile.unwrap()).isEmpty();
    assertThat(profile.scope()).isEmpty();
    assertThat(profile.extent()).isEqualTo(Extent.WORLD);
    assertThat(profile.leniency()).isEqualTo(new SourceProfile.Leniency(EmptyMaps.REFUSED, 0.01));
    assertThat(profile.asksForCountry()).isFalse();
    assertThat(profile.firmToSoft()).containsExactly(new Holding("RED", "held"));
    assertThat(profile.licence().redistributeGeometry()).isFalse();
    assertThat(profile.dates().mapDate())
        .isEqualTo(new DateRule(DateRule.Origin.PROPERTY, "day", DateRule.Spelling.ISO, 0));
    assertThat(profile.dates().fileDate().origin()).isEqualTo(DateRule.Origin.OTHER_DATE);
  }

  @Test
  void aNestedWrapperIsAPath() {
    assertThat(profile("unwrap: a.b\n" + DATED + RULES).unwrap()).containsExactly("a", "b");
  }

  @Test
  void rulesMatchByWordsPatternsAndDays() {
    String rules =
        """
        rules:
          - name: some
            when: {type: [gains, nochange], name: {pattern: 'status\\.occupied$'}}
            first-map-date: 2024-08-01
            last-map-date: 2024-08-31
            holding: RED held
        """;
    Rule rule = profile(DATED + rules).rules().get(0);
    FeatureProperties good =
        properties(Map.of("type", " gains\u00a0", "name", "A /// status.occupied\n"));
    assertThat(rule.isFor(LocalDate.parse("2024-08-01"))).isTrue();
    assertThat(rule.isFor(LocalDate.parse("2024-08-31"))).isTrue();
    assertThat(rule.isFor(LocalDate.parse("2024-07-31"))).isFalse();
    assertThat(rule.isFor(LocalDate.parse("2024-09-01"))).isFalse();
    assertThat(rule.matchesOnSomeDay(good)).isTrue();
    assertThat(rule.matchesOnSomeDay(properties(Map.of("type", "gains")))).isFalse();
    FeatureProperties bad = properties(Map.of("type", "losses", "name", "status.occupied"));
    assertThat(rule.matchesOnSomeDay(bad)).isFalse();
  }

  @Test
  void firmToSoftMustNameEachHoldingOnce() {
    String two = "  - {name: rest, holding: BLUE held}\n";
    String message = "Cannot read firm-to-soft: expected each holding of the rules once: RED held";
    assertOneProblem(DATED + RULES + two, "own.yaml:1: " + message + ", BLUE held");
    assertOneProblem(DATED + "firm-to-soft: [RED held]\n" + RULES + two, "own.yaml:2: " + message);
    assertOneProblem(
        DATED + "firm-to-soft: [RED held, BLUE held, RED held]\n" + RULES + two,
        "own.yaml:2: " + message);
    assertOneProblem(
        DATED + "firm-to-soft: [RED held, BLUE claimed]\n" + RULES + two, "own.yaml:2: " + message);
  }

  @Test
  void aHoldingIsTwoWords() {
    assertOneProblem(
        DATED + "rules:\n  - {name: all, holding: RED}\n",
        "own.yaml:3: Cannot read holding: value='RED'");
  }

  @Test
  void groundHeldByNobodyMustBeIgnoredWithAReason() {
    assertOneProblem(
        DATED + "rules:\n  - {name: all, holding: none none}\n",
        "own.yaml:3: Cannot read holding: value='none none'");
  }

  @Test
  void aRuleHoldsOrIgnoresAndNotBoth() {
    assertOneProblem(
        DATED + RULES + "  - {name: x, when: {a: b}}\n", "own.yaml:4: Cannot read rule 'x'");
    assertOneProblem(
        DATED + RULES + "  - {name: x, holding: RED held, ignore: it is red}\n",
        "own.yaml:4: Cannot read rule 'x'");
  }

  @Test
  void rulesMustBeThere() {
    assertOneProblem(DATED, "own.yaml:1: Cannot do without rules");
  }

  @Test
  void aPropertyPatternMustBeOne() {
    assertOneProblem(
        DATED + "rules:\n  - {name: x, when: {a: {pattern: '*'}}, holding: RED held}\n",
        "own.yaml:3: Cannot read pattern: Dangling meta character");
  }

  @Test
  void anExtentHasItsCornersInOrder() {
    assertOneProblem(
        "extent: {west: 45, east: 20}\n" + DATED + RULES, "own.yaml:1: Cannot read extent");
    assertOneProblem(
        "extent: {west: -181}\n" + DATED + RULES, "own.yaml:1: Cannot read west: value='-181'");
  }

  @ParameterizedTest
  @CsvSource({
    "false, REFUSED",
    "true, ALLOWED",
    "nothing-drawn, NOTHING_DRAWN",
    "nothing-held, NOTHING_HELD"
  })
  void anEmptyMapMayMeanSomething(String word, EmptyMaps meaning) {
    SourceProfile profile = profile("allow-empty-map: " + word + "\n" + DATED + RULES);
    assertThat(profile.leniency().emptyMaps()).isEqualTo(meaning);
  }

  @Test
  void aRuleMayAskForTheExtent() {
    String extent = "extent: {west: 20, east: 45}\n";
    String rules =
        """
        rules:
          - {name: far, when: {type: a, outside-extent: true}, ignore: it is far away}
          - {name: near, when: {outside-extent: false}, holding: RED held}
          - {name: any, when: {type: a}, holding: RED held}
        """;
    assertThat(profile(extent + DATED + rules).rules())
        .extracting(rule -> rule.where().reach())
        .containsExactly(Rule.Reach.OUTSIDE_EXTENT, Rule.Reach.INSIDE_EXTENT, Rule.Reach.ANYWHERE);
    assertThat(profile(extent + DATED + rules).rules().get(0).when()).hasSize(1);
    assertThat(problems(DATED + rules))
        .containsExactly(
            "own.yaml:3: Cannot use rule 'far': it asks for outside-extent, but the profile has no extent",
            "own.yaml:3: Cannot use rule 'near': it asks for outside-extent, but the profile has no extent");
    assertOneProblem(
        extent + DATED + RULES + "  - {name: x, when: {outside-extent: far}, ignore: y}\n",
        "own.yaml:5: Cannot read outside-extent: value='far', expected true or false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UKR     | UA (Ukraine)",
        "ua      | UA (Ukraine)",
        "Ukraine | UA (Ukraine)",
        "Sudan   | SD (Sudan)",
        "XX      | a code of ISO 3166-1 alpha-2, such as UA (Ukraine)"
      })
  void aCountryNobodyKnowsIsRefusedWithThoseThatMayBeMeant(String word, String meant) {
    assertOneProblem(
        DATED + "scope: [RU, " + word + "]\n" + RULES,
        "own.yaml:2: Cannot use scope: no country is '" + word + "', expected " + meant);
    assertOneProblem(
        DATED + RULES + "  - {name: x, country: " + word + ", holding: RED held}\n",
        "own.yaml:4: Cannot use country: no country is '" + word + "', expected " + meant);
  }

  @Test
  void unknownKeysAndFormatsAreRefused() {
    assertOneProblem(DATED + RULES + "colour: red\n", "own.yaml:4: unknown key 'colour'");
    assertOneProblem("format: gml\n" + DATED + RULES, "own.yaml:1: Cannot read format");
    assertOneProblem("allow-empty-map: yes\n" + DATED + RULES, "own.yaml:1: Cannot read allow");
  }

  private static void assertOneProblem(String text, String start) {
    assertThat(problems(text)).singleElement().asString().startsWith(start);
  }

  private static List<String> problems(String text) {
    return ConfigReaderTest.problems(sources("own.yaml"), Map.of("own.yaml", text));
  }

  private static FeatureProperties properties(Map<String, String> texts) {
    return FeatureProperties.of(texts);
  }

  private static SourceProfile profile(String text) {
    return profile("own.yaml", Map.of("own.yaml", text));
  }

  private static SourceProfile profile(String name, Map<String, String> files) {
    var texts = ConfigReaderTest.texts(files);
    return ConfigReader.read("run.yaml", sources(name), texts).sources().get(0).profile();
  }

  private static String sources(String profile) {
    return "sources:\n  - {id: a, path: b, profile: " + profile + "}\n";
  }
}
