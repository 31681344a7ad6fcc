package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.config.Comparison.ClaimEnd;
import org.territorydelta.config.Comparison.Ground;
import org.territorydelta.config.Comparison.MapEnd;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.QuantityType;

class ReportsReaderTest {
  private static final String SOURCES =
      """
      sources:
        - {id: nzz, profile: nzz, path: maps}
      layer-sets: {controlled: [held], home: [home]}
      periods:
        named: [{id: week, first-day: 2024-08-06, last-day: 2024-08-12}]
      """;

  private static final String SIDE_OF = "source: nzz, side: UA";

  @Test
  void withoutReportsThereAreNone() {
    assertThat(read("").reports())
        .isEqualTo(
            new RunConfig.Reports(
                List.of(), List.of(), List.of(), List.of(), "", RunConfig.Proposals.NONE));
  }

  @Test
  void reportsAreFilesOrListsOfThem() {
    RunConfig.Reports reports =
        read("claims: claims.csv\nevents: [a.csv, b.jsonl]\nplaces: places.csv\n").reports();

    assertThat(reports.claims()).containsExactly("claims.csv");
    assertThat(reports.events()).containsExactly("a.csv", "b.jsonl");
    assertThat(reports.settlements()).containsExactly("places.csv");
  }

  @Test
  void anEndIsAClaimOrAMeasurement() {
    Comparison comparison =
        onlyComparison("{claim: kursk-390}", "{" + SIDE_OF + ", region: RU-KRS, period: week}");

    assertThat(comparison.left()).isEqualTo(new ClaimEnd("kursk-390"));
    assertThat(comparison.right())
        .isEqualTo(
            new MapEnd(
                new Ground("nzz", "UA", "controlled", "RU-KRS"),
                QuantityType.NET_CHANGE,
                LocalDate.of(2024, 8, 6),
                LocalDate.of(2024, 8, 12)));
  }

  @Test
  void aMeasurementSaysItsQuantityLayerSetAndDays() {
    Comparison comparison =
        onlyComparison(
            "{" + SIDE_OF + ", quantity: control_stock, as-of: 2024-08-12}",
            "{source: nzz, side: RU, layer-set: home, quantity: gross_loss,"
                + " first-day: 2024-08-06, last-day: 2024-08-07}");

    MapEnd left = (MapEnd) comparison.left();
    assertThat(left.ground().regionId()).isEqualTo("ALL");
    assertThat(left.time()).isEqualTo(ClaimTime.at(LocalDate.of(2024, 8, 12)));
    MapEnd right = (MapEnd) comparison.right();
    assertThat(right.ground().layerSet()).isEqualTo("home");
    assertThat(right.quantity()).isEqualTo(QuantityType.GROSS_LOSS);
    assertThat(right.time().days()).contains(2);
  }

  private static Comparison onlyComparison(String left, String right) {
    return read(comparison(left, right)).reports().comparisons().get(0);
  }

  private static String comparison(String left, String right) {
    return "comparisons:\n  - id: x\n    left: " + left + "\n    right: " + right + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {claim: a, source: nzz}                           | Cannot read left: expected either claim or source
          {side: UA}                                        | Cannot read left: expected either claim or source
          {claim: a, period: week}                          | unknown key 'period'
          {source: isw, side: UA, period: week}             | Cannot use source: value='isw', expected one of nzz
          {source: nzz, side: BLUE, period: week}           | Cannot use side: value='BLUE', expected one of RU, UA
          {source: nzz, side: UA, layer-set: x, period: week} | Cannot use layer-set: value='x', expected one of controlled, home
          {source: nzz, side: UA, period: month}            | Cannot use period: value='month', expected one of week
          {source: nzz, side: UA}                           | Cannot measure net_change: expected either period, or first-day and last-day
          {source: nzz, side: UA, period: week, first-day: 2024-08-06} | Cannot measure net_change: expected either period, or first-day and last-day
          {source: nzz, side: UA, first-day: 2024-08-06}    | Cannot measure net_change: expected either period, or first-day and last-day
          {source: nzz, side: UA, as-of: 2024-08-06}        | Cannot measure net_change: expected either period, or first-day and last-day
          {source: nzz, side: UA, first-day: 2024-08-06, last-day: 2024-08-05} | Cannot measure: last-day is before first-day
          {source: nzz, side: UA, first-day: 2024-08-06, last-day: 2024-08-32} | Cannot read last-day: value='2024-08-32'
          {source: nzz, side: UA, quantity: control_stock, period: week} | Cannot measure control_stock: expected as-of alone
          {source: nzz, side: UA, quantity: control_stock}  | Cannot measure control_stock: expected as-of alone
          {source: nzz, side: UA, quantity: much, period: week} | Cannot read quantity: value='much'
          """)
  void aWrongEndIsToldWithItsLine(String left, String problem) {
    assertThat(problems(comparison(left, "{claim: b}")))
        .singleElement()
        .asString()
        .startsWith("run.yaml:8: " + problem);
  }

  @Test
  void comparisonsNeedTheirOwnIdsAndBothEnds() {
    assertThat(
            problems(
                "comparisons:\n  - {id: x, left: {claim: a}}\n"
                    + "  - {id: x, left: {claim: a}, right: {claim: b}}\n"))
        .hasSize(2)
        .anyMatch(p -> p.startsWith("run.yaml:7: Cannot compare: expected right"))
        .anyMatch(p -> p.startsWith("run.yaml:8: Cannot use id: value='x' names two comparisons"));
  }

  @Test
  void noSourceMayHaveTheNameThatTheQuarantineGivesToReports() {
    String text = "sources:\n  - {id: claims, profile: nzz, path: maps}\n";

    assertThat(ConfigReaderTest.problems(text, Map.of()))
        .containsExactly("run.yaml:2: Cannot use id: value='claims' is kept for report files");
  }

  @Test
  void theSamplesConfigIsRight() throws IOException {
    Path folder = Path.of("data/sample");
    RunConfig config =
        ConfigReader.read(
            "config.yaml",
            Files.readString(folder.resolve("config.yaml")),
            path -> Files.readString(folder.resolve(path)));

    assertThat(config.reports().comparisons().get(0))
        .isEqualTo(
            new Comparison(
                "week-against-half-year",
                new ClaimEnd("kursk-390"),
                new ClaimEnd("isw-2024-as-reported")));
  }

  private static RunConfig read(String more) {
    return ConfigReader.read("run.yaml", SOURCES + more, ConfigReaderTest.texts(Map.of()));
  }

  private static List<String> problems(String more) {
    return ConfigReaderTest.problems(SOURCES + more, Map.of());
  }
}
