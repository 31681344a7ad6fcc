package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.geo.Drawing;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.Tally;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.read.Companions;

/** Several files that are layers of one map. */
class LayeredMapTest {
  private static final String PROFILE =
      """
      layer: {property: kind, file-name: '([a-z]+)_\\d{8}[^/]*$'}
      files-of-a-day: layers
      needed-layers: [^control]
      file-date: {file-name: '(\\d{8})', format: yyyyMMdd}
      map-date: {from: file-date}
      firm-to-soft: [RED held, RED claimed]
      rules:
        - {name: control, when: {$layer: control}, holding: RED held}
        - {name: claim, when: {$layer: claim}, holding: RED claimed}
        - {name: partisans, when: {$layer: partisans}, ignore: no holder}
      """;

  private static final Holding HELD = new Holding("RED", "held");
  private static final Holding CLAIMED = new Holding("RED", "claimed");

  @Test
  void filesOfADayAreOneMap() throws IOException {
    NormalisedFile file =
        normalise(
            PROFILE,
            "a/control_20240812.geojson",
            box(36, 38),
            "b/claim_20240812.geojson",
            box(37, 40),
            "c/partisans_20240812.geojson",
            box(36, 40));
    assertThat(file.maps()).hasSize(1);
    NormalisedMap map = file.maps().get(0);
    assertThat(map.snapshot().id().mapDate()).isEqualTo(LocalDate.of(2024, 8, 12));
    assertThat(map.facts().groundM2()).isEqualTo(Map.of(HELD, m2(36, 38), CLAIMED, m2(38, 40)));
    assertThat(map.weight().missingLayers()).isEmpty();
  }

  @Test
  void everyFileHasItsOwnCountsAndTheirSumIsTheMaps() throws IOException {
    NormalisedFile file =
        normalise(
            PROFILE,
            "control_20240812.geojson",
            box(36, 38),
            "rumour_20240812.geojson",
            box(37, 40),
            "partisans_20240812.geojson",
            box(36, 40));
    assertThat(file.file().parts()).isEqualTo(new Tally(3, 1, 1, 1));
    assertThat(file.file().files().stream().map(MapFile::parts))
        .containsExactly(new Tally(1, 1, 0, 0), new Tally(1, 0, 0, 1), new Tally(1, 0, 1, 0));
    assertThat(file.rejections())
        .singleElement()
        .satisfies(
            rejection -> {
              assertThat(rejection.file()).isEqualTo("rumour_20240812.geojson");
              assertThat(rejection.reason()).isEqualTo(RejectionReason.NO_RULE);
            });
    assertThat(file.maps().get(0).rules().stream().map(RuleMatch::file))
        .containsExactly(
            "control_20240812.geojson", "rumour_20240812.geojson", "partisans_20240812.geojson");
  }

  @Test
  void aMapWithoutANeededLayerSaysSo() throws IOException {
    NormalisedFile file = normalise(PROFILE, "claim_20240812.geojson", box(36, 38));
    assertThat(file.maps().get(0).weight().missingLayers()).containsExactly("^control");
  }

  @Test
  void whereOneLayerCannotBeReadThereIsNoMap() throws IOException {
    NormalisedFile file =
        normalise(
            PROFILE,
            "control_20240812.geojson",
            box(36, 38),
            "claim_20240812.geojson",
            "{\"type\":");
    assertThat(file.failed()).isTrue();
    assertThat(file.maps()).isEmpty();
    assertThat(file.rejections().get(0).file()).isEqualTo("control_20240812.geojson");
    assertThat(file.rejections().get(0).detail()).contains("claim_20240812.geojson");
    assertThat(file.file().files()).hasSize(2);
  }

  @Test
  void aPropertyTellsTheLayerBeforeThePathDoes() throws IOException {
    String text = MapText.collection(feature("{\"kind\": \"claim\"}", 36, 38));
    NormalisedFile file = normalise(PROFILE, "control_20240812.geojson", text);
    assertThat(file.maps().get(0).facts().groundM2()).isEqualTo(Map.of(CLAIMED, m2(36, 38)));
  }

  @Test
  void pathsWithTheSameDayAreGrouped() throws IOException {
    var source = MapText.source(PROFILE);
    List<String> paths = List.of("a_20240812", "b_20240813", "c_20240812", "undated");
    assertThat(SameDayFiles.of(source.profile(), paths, path -> path))
        .containsExactly(
            List.of("a_20240812", "c_20240812"), List.of("b_20240813"), List.of("undated"));
  }

  @Test
  void theDateOfAFileCanBeStated() throws IOException {
    String stated = PROFILE + "dates: {'AUG23': 2022-08-23}\n";
    NormalisedFile file = normalise(stated, "control_AUG23_20240812.json", box(36, 38));
    assertThat(file.file().mapDates()).containsExactly(LocalDate.of(2022, 8, 23));
  }

  @ParameterizedTest
  @CsvSource({
    "'(\\d\\d_\\d\\d_\\d\\d)', yy_MM_dd, Control_25_05_01.kml, 2025-05-01",
    "'(\\d{1,2}[A-Z]{3}\\d{4})', dMMMyyyy, MapAO23AUG2022.zip, 2022-08-23",
    "'(?<year>\\d\\d)_(?<month>[a-z]+)_(?<day>\\d+)', '', 22_august_3.zip, 2022-08-03",
    "'(?<day>\\d+)(?<month>[A-Z]{3})(?<year>\\d\\d)', '', 23AUG22.zip, 2022-08-23"
  })
  void yearsOfTwoDigitsAndNamesOfMonthsAreRead(
      String pattern, String format, String path, LocalDate day) throws IOException {
    String profile =
        "file-date: {file-name: '"
            + pattern
            + "'"
            + (format.isEmpty() ? "" : ", format: " + format)
            + "}\nmap-date: {from: file-date}\nrules: [{name: all, holding: RED held}]\n";
    assertThat(normalise(profile, path, box(36, 37)).file().mapDates()).containsExactly(day);
  }

  /** Names that ISW's layers have had, with what they are. */
  @ParameterizedTest
  @CsvSource({
    "VIEW_RussiaCoTinUkraine_V3, RU held",
    "RussianAssessedCoTinUkraine, RU held",
    "Assessed_Russian-controlled_Ukrainian_Territory, RU held",
    "UkraineControlMapAO23AUG2022, RU held",
    "ukraine_control_map, RU held",
    "AssessedRussianAdvanceInUkraine_V2_view, RU advance",
    "MDS_AssessedRussianAdvanceInUkraine_view, RU advance",
    "RussianAssessedAdvanceinUkraine, RU advance",
    "russian_advances, RU advance",
    "View_AssessedRussianInfiltrationAreasinUkraine_V4, RU infiltration",
    "VIEW_ClaimedRussianTerritoryinUkraine_V2, RU claimed",
    "RussianClaimedCoTinUkraine, RU claimed",
    "VIEW_ClaimedUkrainianCounteroffensives_V2, UA counteroffensive",
    "UkrainianClaimedCounterOffensives, UA counteroffensive",
    "Claimed_Limit_of_Ukrainian_Advance_VIEW, UA claimed",
    "Claimed_Russian_Advances_in_Russia_View, RU home",
    "VIEW_Russian_controlled_Ukrainian_Territory_before_February_24_2022, RU pre-war",
    "VIEW_Reported_Ukrainian_Partisan_Warfare_V2, none",
    "Assessed_Russian_Gains_in_the_Past_24_Hours_view, none"
  })
  void iswsLayersAreKnownByAllTheirNames(String layer, String holding) throws IOException {
    String text = MapText.collection(feature("{\"layer\": \"" + layer + "\"}", 36, 37));
    NormalisedFile file = normalise("isw-daily", "data/20230602.geojson", text);
    assertThat(file.file().mapDates()).containsExactly(LocalDate.of(2023, 6, 1));
    Map<Holding, Long> expected =
        holding.equals("none") ? Map.of() : Map.of(Holding.parse(holding), m2(36, 37));
    assertThat(file.maps().get(0).facts().groundM2()).isEqualTo(expected);
    assertThat(file.file().parts().rejected()).isZero();
  }

  private static String feature(String properties, int west, int east) {
    return "{\"type\": \"Feature\", \"properties\": "
        + properties
        + ", \"geometry\": "
        + MapText.box(west, 48, east, 49)
        + "}";
  }

  private static String box(int west, int east) {
    return MapText.collection(feature("{}", west, east));
  }

  private static long m2(int west, int east) {
    return EllipsoidalArea.m2(Drawing.box(west, 48, east, 49));
  }

  private static NormalisedFile normalise(String profile, String... pathsAndTexts)
      throws IOException {
    List<MapInput> inputs = new ArrayList<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      byte[] bytes = pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
      inputs.add(
          new MapInput(pathsAndTexts[i], () -> new ByteArrayInputStream(bytes), Companions.NONE));
    }
    return MapText.normaliser(profile).normalise(inputs);
  }
}
