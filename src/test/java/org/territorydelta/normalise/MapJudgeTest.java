package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.config.DayRange;
import org.territorydelta.config.EmptyMaps;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.map.MapWeight;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;

/** Which maps of a file are none, and what the quarantine says of them. */
class MapJudgeTest {
  private static final String GOOD = MapText.feature("red", MapText.box(36, 48, 37, 49));
  private static final String OLD = MapText.feature("old", MapText.box(36, 48, 37, 49));

  /** As wide as {@link #GOOD} and on the same parallels. */
  private static final String BEYOND = MapText.feature("red", MapText.box(46, 48, 47, 49));

  private static final String BY_DAY = MapText.PROFILE + "map-date: {property: day}\n";

  @Test
  void aMapOfWhichNothingIsRejectedSpeaks() throws IOException {
    assertThat(setAside(0, EmptyMaps.REFUSED, GOOD, OLD)).isEmpty();
  }

  @Test
  void aMapWithTooMuchRejectedGroundIsSetAsideWithItsFigures() throws IOException {
    assertThat(setAside(0.5, EmptyMaps.REFUSED, GOOD, BEYOND)).isEmpty();
    Rejection why =
        setAside(0.499, EmptyMaps.REFUSED, GOOD, BEYOND).get(LocalDate.parse("2024-08-12"));
    assertThat(why.reason()).isEqualTo(RejectionReason.TOO_MUCH_REJECTED);
    assertThat(why.place()).isEqualTo(Rejection.Place.FILE);
    assertThat(why.file()).isEqualTo(MapText.PATH);
    assertThat(why.detail())
        .startsWith(
            "map of 2024-08-12: 50.0 % rejected, expected at most 49.9 %: 1 of 2 polygons; ");
  }

  @Test
  void polygonsOfUnknownAreaAreSaidToBeSo() throws IOException {
    String open =
        MapText.feature("red", MapText.polygon(MapText.ring(40, 48, 41, 48, 41, 49, 40, 49)));
    assertThat(setAside(0.01, EmptyMaps.REFUSED, GOOD, open).values())
        .singleElement()
        .satisfies(why -> assertThat(why.detail()).contains("1 of them of unknown area"));
  }

  @ParameterizedTest
  @CsvSource({
    "REFUSED,       NOTHING_DRAWN, NOTHING_HELD",
    "NOTHING_DRAWN, ,              NOTHING_HELD",
    "NOTHING_HELD,  NOTHING_DRAWN,",
    "ALLOWED,       ,"
  })
  void anEmptyMapIsAMapOnlyWhereTheProfileSaysSo(
      EmptyMaps allowed, RejectionReason blank, RejectionReason ignored) throws IOException {
    String point = MapText.feature("red", "{\"type\": \"Point\", \"coordinates\": [36, 48]}");
    for (String[] features : List.of(new String[0], new String[] {point})) {
      assertThat(setAside(0.01, allowed, features).values())
          .map(Rejection::reason)
          .isEqualTo(blank == null ? List.of() : List.of(blank));
    }
    assertThat(setAside(0.01, allowed, OLD, OLD).values())
        .map(Rejection::reason)
        .isEqualTo(ignored == null ? List.of() : List.of(ignored));
  }

  @Test
  void whatIgnoredAMapOfWhichNothingIsHeldIsNamed() throws IOException {
    assertThat(setAside(0.01, EmptyMaps.REFUSED, OLD, OLD).values())
        .singleElement()
        .satisfies(why -> assertThat(why.detail()).contains("all of 2 polygons ignored, by old;"));
  }

  @Test
  void oneBadMapOfAFileLeavesTheOthersAlone() throws IOException {
    NormalisedFile file =
        MapText.normalise(
            BY_DAY,
            MapText.PATH,
            MapText.collection(dated("2024-08-10", "red", 36), dated("2024-08-11", "red", 46)));
    assertThat(file.maps()).hasSize(2);
    assertThat(judged(0.01, EmptyMaps.REFUSED, file))
        .containsOnlyKeys(LocalDate.parse("2024-08-11"));
  }

  @Test
  void featuresWithoutADateMayBelongToEveryMapOfTheirFile() throws IOException {
    String undated = MapText.feature("red", MapText.box(38, 48, 39, 49));
    NormalisedFile file =
        MapText.normalise(
            BY_DAY,
            MapText.PATH,
            MapText.collection(
                dated("2024-08-10", "red", 36), dated("2024-08-11", "red", 36), undated));
    assertThat(judged(0.34, EmptyMaps.REFUSED, file)).isEmpty();
    assertThat(judged(0.33, EmptyMaps.REFUSED, file).values())
        .hasSize(2)
        .allSatisfy(why -> assertThat(why.detail()).contains("1 of the file's 3 polygons"));
  }

  private static String dated(String day, String type, double west) {
    return MapText.featureWith(
        "\"type\": \"" + type + "\", \"day\": \"" + day + "\"",
        MapText.box(west, 48, west + 1, 49));
  }

  private static SortedMap<LocalDate, Rejection> setAside(
      double maxRejectedShare, EmptyMaps allowed, String... features) throws IOException {
    return judged(maxRejectedShare, allowed, MapText.normalised(features));
  }

  private static SortedMap<LocalDate, Rejection> judged(
      double maxRejectedShare, EmptyMaps allowed, NormalisedFile file) {
    var limits = new RunConfig.Limits(3, RunConfig.OnBadFile.STOP, maxRejectedShare, 1, 1);
    List<MapWeight> weights = file.maps().stream().map(NormalisedMap::weight).toList();
    return new MapJudge(allowed, DayRange.USUAL, limits).setAside(file.file(), weights);
  }
}
