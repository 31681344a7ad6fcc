package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class KnownCountriesTest {
  private static final Pattern COUNTRY =
      Pattern.compile("\"country\": *\"([^\"]+)\", *\"name\": *\"([^\"]+)\"");

  @Test
  void theyAreThoseOfTheLayerThatTellsWhereAPolygonLies() throws IOException {
    SortedMap<String, String> packed = new TreeMap<>();
    String layer = "/org/territorydelta/normalise/countries.geojson.gz";
    try (InputStream in =
        new GZIPInputStream(KnownCountriesTest.class.getResourceAsStream(layer))) {
      Matcher found = COUNTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      while (found.find()) {
        packed.put(found.group(1), found.group(2));
      }
    }
    assertThat(packed).hasSizeGreaterThan(200).containsEntry("UA", "Ukraine");
    assertThat(KnownCountries.names().keySet()).isEqualTo(packed.keySet());
  }
}
