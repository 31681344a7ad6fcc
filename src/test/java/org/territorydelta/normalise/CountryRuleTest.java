package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.model.map.Holding;

/** Rules that ask in which country a polygon lies, by the layer in the jar. */
class CountryRuleTest {
  private static final String PROFILE =
      """
      map-date: {property: date}
      firm-to-soft: [UA home, RU home, BOTH home, SEA home]
      rules:
        - {name: ukraine, country: UA, holding: UA home}
        - {name: russia, country: RU, holding: RU home}
        - {name: neighbours, country: [BY, MD, PL], holding: BOTH home}
        - {name: abroad, country: [DE, US, FR, AU], ignore: too far away}
        - {name: elsewhere, holding: SEA home}
      """;

  @ParameterizedTest
  @CsvSource({
    "Kyiv, 30.52, 50.45, UA",
    "Donetsk, 37.80, 48.00, UA",
    "Simferopol, 34.10, 44.95, UA",
    "Sevastopol, 33.58, 44.58, UA",
    "Belgorod, 36.59, 50.60, RU",
    "Sudzha, 35.27, 51.19, RU",
    "Rostov, 39.72, 47.24, RU",
    "Kaliningrad, 20.51, 54.71, RU",
    "Minsk, 27.56, 53.90, BOTH",
    "Chisinau, 28.86, 47.01, BOTH",
    "the Black Sea, 31.50, 43.50, SEA"
  })
  void aPlaceIsInItsCountry(String name, double lon, double lat, String side) throws IOException {
    NormalisedFile file = around(lon, lat);
    assertThat(file.maps().get(0).snapshot().ground())
        .as(name)
        .containsOnlyKeys(new Holding(side, "home"));
  }

  @Test
  void groundAbroadIsIgnoredByItsRule() throws IOException {
    assertThat(around(13.4, 52.5).file().ignoredByRule()).containsOnlyKeys("abroad");
    assertThat(around(-98, 39).file().ignoredByRule()).containsOnlyKeys("abroad");
    assertThat(around(134, -25).file().ignoredByRule()).containsOnlyKeys("abroad");
  }

  @Test
  void aRuleIsForItsDaysOnly() throws IOException {
    String profile =
        """
        map-date: {property: date}
        firm-to-soft: [RED held, RED claimed]
        rules:
          - {name: until, last-map-date: 2024-03-13, holding: RED held}
          - {name: since, first-map-date: 2024-03-14, holding: RED claimed}
        """;
    assertThat(statusOn(profile, "2024-03-13")).isEqualTo("held");
    assertThat(statusOn(profile, "2024-03-14")).isEqualTo("claimed");
  }

  @Test
  void theFirstRuleThatMatchesDecides() throws IOException {
    String profile =
        """
        map-date: {property: date}
        firm-to-soft: [RED claimed, RED held]
        rules:
          - {name: never, when: {date: never}, holding: RED claimed}
          - {name: first, when: {date: {pattern: '^2024'}}, holding: RED held}
          - {name: second, holding: RED claimed}
        """;
    assertThat(statusOn(profile, "2024-03-13")).isEqualTo("held");
    assertThat(statusOn(profile, "2023-03-13")).isEqualTo("claimed");
  }

  private static String statusOn(String profile, String day) throws IOException {
    String feature = MapText.featureWith("\"date\": \"" + day + "\"", MapText.box(36, 48, 37, 49));
    return MapText.normalise(profile, "a.json", MapText.collection(feature))
        .maps()
        .get(0)
        .snapshot()
        .ground()
        .firstKey()
        .status();
  }

  /** A box of a hundredth of a degree. */
  private static NormalisedFile around(double lon, double lat) throws IOException {
    String box = MapText.box(lon - 0.005, lat - 0.005, lon + 0.005, lat + 0.005);
    String feature = MapText.featureWith("\"date\": \"2024-03-13\"", box);
    return MapText.normalise(PROFILE, "a.json", MapText.collection(feature));
  }
}
