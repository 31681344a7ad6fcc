package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.Defaults;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.model.map.Tally;

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
    "'(\\d{4}/\\d{2}/\\d{2})/', yyyy/MM/dd, data/2024/08/12/map.json",
    "'(\\d{4})/(\\d{4})\\.', yyyyMMdd, data/2024/0812.json"
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
    "epoch-milliseconds, \"1723507199999\"",
    "iso, \"20240812\"",
    "iso, \"2024-08-12 23:59:59.999\"",
    "iso, \"20240812T2359Z\"",
    "iso, \"2024-08-12T23:59:59+03:00\"",
    "iso, \"2024-08-12T23:59:59.123456+0300\"",
    "iso, \"2024-08-12T00:00:00-11\"",
    "d MMM yyyy, \"12 aug 2024\"",
    "dd.MM.yyyy HH:mm, \"12.08.2024 23:59\"",
    "'[dd.MM.yyyy, yyyyMMdd]', 20240812",
    "yyyyMMdd, 20240812.0",
    "yyyyMMdd, \"2.0240812E7\"",
    "epoch-seconds, 1723420800.0",
    "epoch-seconds, 1.7234208e9",
    "epoch-milliseconds, 1.7234208E+12"
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

  @ParameterizedTest
  @ValueSource(strings = {"data/on-120824.json", "data/20240812.json"})
  void formatsAreTriedInOrder(String path) throws IOException {
    String rule = "{file-name: '(?:(\\d{8})|on-(\\d{6}))\\.', format: [yyyyMMdd, ddMMyy]}";
    assertThat(fileDates(rule, path, "\"x\": 1").fileDates()).hasToString("[2024-08-12]");
  }

  @ParameterizedTest
  @CsvSource({
    "'/(?<year>\\d{4})/(?<day>\\d\\d?)\\.(?<month>\\d\\d?)\\.', data/2024/12.8.json, 2024-08-12, ''",
    "'(?<year>\\d{4})/(?<month>\\d\\d)(?<day>\\d\\d)', 2024/0812.json, 2024-08-12, ''",
    "'(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d) (?<hour>\\d\\d?)h', 2024-08-12 7h.json, 2024-08-12, 2024-08-12T07:00:00Z",
    "'(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)_(?<hour>\\d\\d)(?<minute>\\d\\d)(?<second>\\d\\d)', 20240812_235959.json, 2024-08-12, 2024-08-12T23:59:59Z"
  })
  void partsOfADateAreNamedGroups(String pattern, String path, String day, String time)
      throws IOException {
    MapFile.Dates dates = fileDates("{file-name: '" + pattern + "'}", path, "\"x\": 1");
    assertThat(dates.fileDates()).hasToString("[" + day + "]");
    assertThat(dates.fileTimes()).hasToString("[" + time + "]");
  }

  /** 1723496400 is 2024-08-12 at 21:00 UTC: midnight in Kyiv, which is three hours ahead then. */
  @ParameterizedTest
  @CsvSource({
    "format: epoch-seconds, 1723496399, 2024-08-12, 2024-08-12T20:59:59Z",
    "format: epoch-seconds, 1723496400, 2024-08-12, 2024-08-12T21:00:00Z",
    "'format: epoch-seconds, zone: Europe/Kyiv', 1723496399, 2024-08-12, 2024-08-12T20:59:59Z",
    "'format: epoch-seconds, zone: Europe/Kyiv', 1723496400, 2024-08-13, 2024-08-12T21:00:00Z",
    "'format: epoch-milliseconds, zone: Europe/Kyiv', 1723496400001, 2024-08-13, 2024-08-12T21:00:00.001Z",
    "'zone: Europe/Kyiv', '\"2024-08-12T21:00Z\"', 2024-08-13, 2024-08-12T21:00:00Z",
    "'zone: Europe/Kyiv', '\"2024-08-12T21:00\"', 2024-08-12, 2024-08-12T18:00:00Z",
    "'zone: Europe/Kyiv', '\"2024-01-12T21:00\"', 2024-01-12, 2024-01-12T19:00:00Z",
    "format: iso, '\"2024-08-13T01:00:00+03:00\"', 2024-08-13, 2024-08-12T22:00:00Z",
    "zone: UTC, '\"2024-08-13T01:00:00+03:00\"', 2024-08-12, 2024-08-12T22:00:00Z",
    "format: yyyyMMddHHmm, 202408122359, 2024-08-12, 2024-08-12T23:59:00Z",
    "'format: yyyyMMddHH, zone: America/New_York', 2024081220, 2024-08-12, 2024-08-13T00:00:00Z",
    "'format: yyyyMMdd HHX', '\"20240812 23-01\"', 2024-08-12, 2024-08-13T00:00:00Z"
  })
  void aTimeOfDayIsKeptAndItsDayIsThatOfTheZone(
      String format, String value, String day, String time) throws Exception {
    Defaults.vary(
        locale -> {
          MapFile.Dates dates =
              fileDates("{property: day, " + format + "}", "a.json", "\"day\": " + value);
          assertThat(dates.fileDates()).as(locale).hasToString("[" + day + "]");
          assertThat(dates.fileTimes()).as(locale).hasToString("[" + time + "]");
        });
  }

  @Test
  void aDateWithoutATimeHasNone() throws IOException {
    assertThat(fileDates("{property: day}", "a.json", "\"day\": \"2024-08-12\"").fileTimes())
        .isEmpty();
  }

  @Test
  void daysToAddMoveTheTimeToo() throws IOException {
    MapFile.Dates dates =
        fileDates(
            "{property: day, format: epoch-seconds, plus-days: -1}",
            "a.json",
            "\"day\": 1723496400");
    assertThat(dates.fileDates()).hasToString("[2024-08-11]");
    assertThat(dates.fileTimes()).hasToString("[2024-08-11T21:00:00Z]");
  }

  @ParameterizedTest
  @CsvSource({
    "format: yyyy, first, 1914, 1914-01-01",
    "format: yyyy, last, 1914, 1914-12-31",
    "format: yyyy, last, 1914.0, 1914-12-31",
    "format: yyyyMM, first, 201602, 2016-02-01",
    "format: yyyyMM, last, 201602, 2016-02-29",
    "format: MMMM yyyy, last, '\"April 2016\"', 2016-04-30",
    "format: iso, last, '\"2016-03\"', 2016-03-31",
    "format: iso, first, '\"1914\"', 1914-01-01",
    "format: iso, last, '\"1914-06-28\"', 1914-06-28"
  })
  void aYearOrMonthStandsForTheDayThatTheRuleSays(
      String format, String day, String value, String date) throws IOException {
    String rule = "{property: day, " + format + ", day: " + day + "}";
    assertThat(fileDates(rule, "a.json", "\"day\": " + value).fileDates())
        .hasToString("[" + date + "]");
  }

  @Test
  void theDocumentHasTheDayBesideItsFeatures() throws IOException {
    String map = MapText.collection(MapText.feature("red", BOX));
    String top = "{\"map\": %s, \"datetime\": \"2024-08-12T00:00:00.000Z\"}".formatted(map);
    assertThat(MapText.normalise("unwrap: map\nfile-date: {member: datetime}\n" + RULES, "a", top))
        .satisfies(file -> assertThat(file.file().mapDates()).hasToString("[2024-08-12]"));
    String nested =
        "{\"meta\": {\"of\": {\"list\": [1], \"day\": 20240812.0}}, \"map\": %s}".formatted(map);
    assertThat(
            MapText.normalise(
                "unwrap: map\nfile-date: {member: meta.of.day, format: yyyyMMdd}\n" + RULES,
                "a",
                nested))
        .satisfies(file -> assertThat(file.file().mapDates()).hasToString("[2024-08-12]"));
    String inside = map.replace("\"features\"", "\"published\": \"2024-08-12\", \"features\"");
    assertThat(MapText.normalise("file-date: {member: published}\n" + RULES, "a", inside))
        .satisfies(file -> assertThat(file.file().mapDates()).hasToString("[2024-08-12]"));
  }

  @Test
  void aDocumentWithoutTheMemberIsUndatedAndToldWhichWasWanted() throws IOException {
    NormalisedFile file =
        MapText.normalise(
            "file-date: {member: meta.day, zone: Europe/Kyiv}\n" + RULES,
            "a.json",
            MapText.collection(MapText.featureWith("\"meta.day\": \"2024-08-12\"", BOX)));
    assertThat(file.rejections())
        .singleElement()
        .satisfies(
            rejection ->
                assertThat(rejection.detail())
                    .contains("from the document's member 'meta.day' as iso, days of Europe/Kyiv"));
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
    "epoch-seconds, 1723420800.5",
    "epoch-seconds, 1e999999999",
    "epoch-seconds, 1723420800000",
    "yyyyMMdd, 20240812.5",
    "yyyyMMdd, 20240230",
    "dd.MM.yyyy, 31.04.2024",
    "iso, 2024-08-12T25:00",
    "iso, 2024-08-12 evening",
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

  private static MapFile.Dates fileDates(String rule, String path, String properties)
      throws IOException {
    return MapText.normalise(
            "file-date: " + rule + "\n" + RULES,
            path,
            MapText.collection(MapText.featureWith(properties, BOX)))
        .file()
        .dates();
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
