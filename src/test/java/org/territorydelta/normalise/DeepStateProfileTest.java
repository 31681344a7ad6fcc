package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RejectionReason;

/** Features written by hand as DeepState's raw history names them over the years. */
class DeepStateProfileTest {
  private static final String APRIL_2022 = "2022-04-07T18:00:00Z";
  private static final String JUNE_2022 = "2022-06-01T18:00:00Z";
  private static final String OCTOBER_2022 = "2022-10-01T18:00:00Z";
  private static final String AUGUST_2024 = "2024-08-12T18:00:00Z";

  private static final String IN_UKRAINE = MapText.box(37.8, 48.0, 37.9, 48.1);
  private static final String IN_RUSSIA = MapText.box(35.2, 51.2, 35.3, 51.3);
  private static final String AT_SEA = MapText.box(64, 14, 65, 15);

  private static NormalisedFile map(String published, String name, String fill, String geometry)
      throws IOException {
    String feature =
        MapText.featureWith("\"name\": \"%s\", \"fill\": \"%s\"".formatted(name, fill), geometry);
    String path = "history/" + Instant.parse(published).getEpochSecond() + ".geojson.gz";
    return MapText.normalise("deepstate", path, MapText.collection(feature));
  }

  private static void assertHeld(String holding, NormalisedFile file) {
    assertThat(file.rejections()).isEmpty();
    assertThat(file.maps().get(0).snapshot().ground()).containsOnlyKeys(Holding.parse(holding));
  }

  private static void assertIgnored(String rule, NormalisedFile file) {
    assertThat(file.rejections()).isEmpty();
    assertThat(file.file().ignoredByRule()).isEqualTo(Map.of(rule, 1L));
  }

  @ParameterizedTest
  @CsvSource({
    APRIL_2022 + ",Окуповано,#a52714,RU held",
    APRIL_2022 + ",Окуповано. 01.04,#a52714,RU held",
    APRIL_2022 + ",Ізюм. Окуповано\\u00a0,#a52714,RU held",
    APRIL_2022 + ",Рубіжне. Території зайняті ворогом,#a52714,RU held",
    APRIL_2022 + ",Багатокутник 11,#a52714,RU held",
    APRIL_2022 + ",Багатокутник 22,#bcaaa4,DISPUTED unknown",
    APRIL_2022 + ",Зміїний,#a52714,RU held",
    APRIL_2022 + ",Під питанням,#bcaaa4,DISPUTED unknown",
    APRIL_2022 + ",Немає інфо,#bcaaa4,DISPUTED unknown",
    APRIL_2022 + ",Крим,#000000,RU pre-war",
    APRIL_2022 + ",ОРДЛО,#000000,RU pre-war",
    JUNE_2022 + ",Окуповано/// Occupied\\n,#a52714,RU held",
    JUNE_2022 + ",Окупов\ufffd\ufffdно /// Occupied,#a52714,RU held",
    JUNE_2022 + ",Під питанням /// Contensed\\n,#bdbdbd,DISPUTED unknown",
    JUNE_2022 + ",28.05 Під питанням /// 26.05 Contested,#bcaaa4,DISPUTED unknown",
    JUNE_2022 + ",ОРДЛО /// CADR and CALR\\n,#880e4f,RU pre-war",
    JUNE_2022 + ",Острів Тузла /// Occupied Tuzla Island,#880e4f,RU pre-war",
    OCTOBER_2022 + ",Статус невідомий /// Unknown status\\u00a0,#bcaaa4,DISPUTED unknown",
    OCTOBER_2022 + ",Окупований Крим /// Occupied Crimea,#880e4f,RU pre-war",
    AUGUST_2024 + ",Окуповано /// Occupied\\u00a0/// geoJSON.status.occupied\\n,#a52714,RU held",
    AUGUST_2024 + ",Anything /// at all /// geoJSON.territories.ordlo,#880e4f,RU pre-war",
    AUGUST_2024
        + ",С\ufffd\ufffdатус /// Unknown /// geoJSON.status.unknown,#bcaaa4,DISPUTED unknown",
  })
  void groundIsTheHoldersInTheWordsOfItsDay(
      String published, String name, String fill, String holding) throws IOException {
    assertHeld(holding, map(published, name, fill, IN_UKRAINE));
  }

  @ParameterizedTest
  @CsvSource({
    APRIL_2022 + ",Звільнено 27-31.03.2022,#0288d1",
    APRIL_2022 + ",звільнено 26.03.2022,#0288d1",
    APRIL_2022 + ",24.03,#0f9d58",
    APRIL_2022 + ",Окуповано,#0288d1",
    JUNE_2022 + ",Звільнено 16.04 /// Taken back16.04,#0f9d58",
    OCTOBER_2022 + ",Зміїний ///\\u00a0Snake Island,#0f9d58",
    OCTOBER_2022 + ",Звільнено/// Liberated,#0f9d58",
    AUGUST_2024 + ",Звільнено /// Liberated\\u00a0/// geoJSON.status.dismissed\\n,#0f9d58",
    AUGUST_2024 + ",Звільнено /// x /// geoJSON.status.dismissed_at {{at:27.03 - 31.03}},#0f9d58",
  })
  void liberatedGroundIsNobodysElse(String published, String name, String fill) throws IOException {
    assertIgnored("liberated", map(published, name, fill, IN_UKRAINE));
  }

  @ParameterizedTest
  @CsvSource({
    APRIL_2022 + ",Придністров'я",
    OCTOBER_2022 + ",Тимчасово окупована східна Пруссія///East Prussia is temporarily occupied",
    OCTOBER_2022 + ",Окуповані у Естонії території.\\n///\\noccupied Estonia territories.\\n",
    OCTOBER_2022 + ",Окупована Абхазія /// Occupied Abkhazia\\n",
    OCTOBER_2022 + ",Окупована область Салла\\n///\\nOccupied Salla",
    AUGUST_2024
        + ",Окупована Абхазія.\\n///\\nOccupied Abkhazia.\\n/// geoJSON.territories.abkhazia\\n",
    AUGUST_2024 + ",Куріли /// Occupied /// geoJSON.territories.kuril",
  })
  void territoriesOfOtherWarsAreNobodys(String published, String name) throws IOException {
    assertIgnored("foreign-territories", map(published, name, "#ff5252", IN_UKRAINE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Окупована Самара /// Occupied Samara",
        "Окуповано /// Occupied /// geoJSON.status.reoccupied",
        "Звільнено /// Liberated /// geoJSON.status.other",
        "Території /// Territories /// geoJSON.territories.samara",
        "орки тут"
      })
  void namesThatNobodyHasSeenGoToQuarantine(String name) throws IOException {
    NormalisedFile file = map(AUGUST_2024, name, "#a52714", IN_UKRAINE);

    assertThat(file.rejections()).hasSize(1);
    assertThat(file.rejections().get(0).reason()).isEqualTo(RejectionReason.NO_RULE);
  }

  @Test
  void freeTextIsUnderstoodByItsColourInTheFirstMonthsOnly() throws IOException {
    assertHeld("RU held", map(APRIL_2022, "орки тут", "#a52714", IN_UKRAINE));
    assertHeld("DISPUTED unknown", map(JUNE_2022, "хтозна", "#bdbdbd", IN_UKRAINE));
    assertIgnored("liberated", map(JUNE_2022, "Орки відсутні 30.03", "#0288d1", IN_UKRAINE));
    assertThat(map(APRIL_2022, "орки тут", "#123456", IN_UKRAINE).rejections()).hasSize(1);
  }

  @Test
  void groundInRussiaIsLeftOut() throws IOException {
    String dismissed = "Звільнено /// Liberated /// geoJSON.status.dismissed\\n";
    String unknown = "Статус невідомий /// Unknown status /// geoJSON.status.unknown\\n";

    assertIgnored("held-by-ukraine-in-russia", map(AUGUST_2024, dismissed, "#01579b", IN_RUSSIA));
    assertIgnored("unknown-in-russia", map(AUGUST_2024, unknown, "#bdbdbd", IN_RUSSIA));
    assertHeld("DISPUTED unknown", map(AUGUST_2024, unknown, "#bdbdbd", IN_UKRAINE));
  }

  @Test
  void theTriangleInTheArabianSeaIsKnownForItsMonthsOnly() throws IOException {
    String unknown = "Статус невідомий /// Unknown status";

    assertIgnored(
        "unknown-in-the-arabian-sea", map("2023-06-02T20:00:00Z", unknown, "#bcaaa4", AT_SEA));
    assertThat(map("2024-01-02T20:00:00Z", unknown, "#bcaaa4", AT_SEA).rejections())
        .extracting(rejection -> rejection.reason())
        .containsExactly(RejectionReason.OUTSIDE_EXTENT);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-12-01T21:46:00Z,2024-11-30",
    "2024-12-05T00:06:00Z,2024-12-03",
    "2024-12-05T02:59:59Z,2024-12-03",
    "2024-12-05T03:00:00Z,2024-12-04",
  })
  void theMapShowsTheEndOfTheDayBeforeThePublishersDay(String published, String mapDate)
      throws IOException {
    NormalisedFile file =
        map(published, "Окуповано /// Occupied /// geoJSON.status.occupied", "#a52714", IN_UKRAINE);

    assertThat(file.maps().get(0).facts().id().mapDate()).isEqualTo(mapDate);
    assertThat(file.maps().get(0).facts().fileTime()).contains(Instant.parse(published));
  }
}
