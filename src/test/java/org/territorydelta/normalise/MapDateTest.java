package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.Defaults;
import org.territorydelta.model.RejectionReason;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.Tally;

/** How the day of a map is found. */
class MapDateTest {
  private static final String RULES = "rules: {name: all, holding: RED held}\n";
  private static final String BOX = MapText.box(36, 48, 37, 49);
  private static final String OTHER_BOX = MapText.box(38, 48, 39, 49);

  @ParameterizedTest
  @CsvSource({
    "'_(\\d{8})\\.', yyyyMMdd, maps/map_20240812.geojson",
    "'(\\d{4}-\\d{2}-\\d{2})', iso, maps/2024-08-12.json",
    "'/(\\d{6}_\\d{4})\\.', yyMMdd_HHmm, 2024/240812_0349.kmz",
    "'(\\d\\d_\\d\\d_\\d\\d)', yy_MM_dd, Control_24_08_12.kml",
    "'(\\d\\d\\.\\d\\d\\.\\d\\d)', dd.MM.yy, 'of 12.08.24.json'",
    "'(\\d{10})', epoch-seconds, data/1723420800.json",
    "'(\\d{4}/\\d{2}/\\d{2})/', yyyy/MM/dd, data/2024/08/12/map.json"
  })
  void theFilesNameHasTheDay(String pattern, String format, String path) throws IOException {
    String profile = "map-date: {file-name: '%s', format: '%s'}\n".formatted(pattern, format);
    assertThat(onlyId(profile, path, "\"x\": 1").mapDate()).isEqualTo("2024-08-12");
  }

  @ParameterizedTest
  @CsvSource({
    "iso, \"2024-08-12\"",
    "iso, \"2024-08-12T23:59:59\"",
    "iso, \" 2024-08-12 \"",
    "yyyyMMdd, \"20240812\"",
    "yyyyMMdd, 20240812",
    "epoch-seconds, 1723420800",
    "epoch-seconds, 1723507199",
    "epoch-milliseconds, 1723420800000",
    "epoch-milliseconds, \"1723507199999\""
  })
  void aPropertyHasTheDay(String format, String value) throws IOException {
    String profile = "map-date: {property: day, format: %s}\n".formatted(format);
    assertThat(onlyId(profile, "a.json", "\"day\": " + value).mapDate()).isEqualTo("2024-08-12");
  }

  /** 1723420800 is 2024-08-12 at 00:00 UTC; in Kiritimati that day is 14 hours old by then. */
  @ParameterizedTest
  @CsvSource({"1723420799, 2024-08-11", "1723420800, 2024-08-12", "1723507200, 2024-08-13"})
  void secondsAreThoseOfUtcWhereverTheMachineStands(String seconds, String day) throws Exception {
    String profile = "map-date: {property: day, format: epoch-seconds}\n";
    String milliseconds = "map-date: {property: day, format: epoch-milliseconds}\n";
    Defaults.vary(
        locale -> {
          assertThat(onlyId(profile, "a.json", "\"day\": " + seconds).mapDate())
              .as(locale)
              .isEqualTo(day);
          assertThat(onlyId(milliseconds, "a.json", "\"day\": " + seconds + "000").mapDate())
              .as(locale)
              .isEqualTo(day);
        });
  }

  @Test
  void patternsAreReadTheSameUnderAnyLocaleAndZone() throws Exception {
    String profile = "map-date: {property: day, format: dd.MM.yyyy, plus-days: -1}\n";
    Defaults.vary(
        locale ->
            assertThat(onlyId(profile, "a.json", "\"day\": \"01.01.2025\"").mapDate())
                .as(locale)
                .isEqualTo("2024-12-31"));
  }

  @Test
  void daysAreAdded() throws IOException {
    String profile = "map-date: {property: day, plus-days: -2}\n";
    SnapshotId id = onlyId(profile, "a.json", "\"day\": \"2024-03-01\"");
    assertThat(id.mapDate()).isEqualTo("2024-02-28");
  }

  @Test
  void theOtherDateFollowsWithItsOwnDays() throws IOException {
    SnapshotId byMap =
        onlyId(
            "map-date: {property: day}\nfile-date: {from: map-date, plus-days: 3}\n",
            "a.json",
            "\"day\": \"2024-02-28\"");
    assertThat(byMap.mapDate()).isEqualTo("2024-02-28");
    assertThat(byMap.fileDate()).isEqualTo("2024-03-02");
    SnapshotId byFile =
        onlyId(
            "file-date: {property: day, plus-days: 1}\nmap-date: {from: file-date, plus-days: -2}\n",
            "a.json",
            "\"day\": \"2024-03-02\"");
    assertThat(byFile.fileDate()).isEqualTo("2024-03-03");
    assertThat(byFile.mapDate()).isEqualTo("2024-03-01");
  }

  @Test
  void oneFileMayHoldSeveralDays() throws IOException {
    NormalisedFile file =
        normalise(
            "map-date: {property: date}\n",
            MapText.featureWith("\"date\": \"2024-07-09T00:00:00\"", BOX),
            MapText.featureWith("\"date\": \"2024-07-08\"", BOX),
            MapText.featureWith("\"date\": \"2024-07-09\"", OTHER_BOX));
    assertThat(file.file().mapDates())
        .map(Object::toString)
        .containsExactly("2024-07-08", "2024-07-09");
    assertThat(file.maps())
        .extracting(map -> map.facts().size().polygons())
        .containsExactly(1L, 2L);
    assertThat(file.file().features()).isEqualTo(new Tally(3, 3, 0, 0));
  }

  @Test
  void anUndatedFeatureAmongDatedOnesIsRejected() throws IOException {
    NormalisedFile file =
        normalise(
            "map-date: {property: date}\n",
            MapText.featureWith("\"date\": \"2024-07-08\"", BOX),
            MapText.featureWith("\"date\": \"8 July\"", MapText.multiPolygon(BOX, OTHER_BOX)),
            MapText.featureWith("\"other\": 1", BOX));
    assertThat(file.rejections())
        .extracting(rejection -> rejection.reason())
        .containsExactly(
            RejectionReason.UNDATED_FEATURE,
            RejectionReason.UNDATED_FEATURE,
            RejectionReason.UNDATED_FEATURE);
    assertThat(file.file().features()).isEqualTo(new Tally(3, 1, 0, 2));
    assertThat(file.file().parts()).isEqualTo(new Tally(4, 1, 0, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "iso, 2023-02-29",
    "iso, 2024-08",
    "iso, ''",
    "yyyyMMdd, 2024081",
    "epoch-seconds, 1e9",
    "epoch-seconds, 99999999999999999999",
    "epoch-milliseconds, 2024-08-12"
  })
  void aDayThatIsNoneIsNeverGuessed(String format, String value) throws IOException {
    String feature = MapText.featureWith("\"date\": \"" + value + "\"", BOX);
    NormalisedFile file =
        normalise("map-date: {property: date, format: %s}\n".formatted(format), feature);
    assertThat(file.failed()).isTrue();
    assertThat(file.rejections().get(0).reason()).isEqualTo(RejectionReason.UNDATED_FILE);
  }

  @Test
  void aGroupThatFoundNothingIsNoDate() throws IOException {
    NormalisedFile file =
        MapText.normalise(
            "map-date: {file-name: 'map(_\\d{8})?', format: _yyyyMMdd}\n" + RULES,
            "map.geojson",
            MapText.collection(MapText.feature("red", BOX)));
    assertThat(file.rejections().get(0).reason()).isEqualTo(RejectionReason.UNDATED_FILE);
  }

  private static NormalisedFile normalise(String dates, String... features) throws IOException {
    return MapText.normalise(dates + RULES, "a.json", MapText.collection(features));
  }

  private static SnapshotId onlyId(String dates, String path, String properties)
      throws IOException {
    List<NormalisedFile.NormalisedMap> maps =
        MapText.normalise(
                dates + RULES, path, MapText.collection(MapText.featureWith(properties, BOX)))
            .maps();
    assertThat(maps).hasSize(1);
    return maps.get(0).facts().id();
  }
}
