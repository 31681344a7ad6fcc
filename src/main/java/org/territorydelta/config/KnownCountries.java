package org.territorydelta.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The countries that profiles may name: those of the layer that comes with the product. */
final class KnownCountries {
  private static final String RESOURCE = "countries.txt";

  private static final SortedMap<String, String> NAMES = read();

  private KnownCountries() {}

  static boolean contains(String country) {
    return NAMES.containsKey(country);
  }

  /** Codes, each with the country's name. */
  static SortedMap<String, String> names() {
    return new TreeMap<>(NAMES);
  }

  /**
   * What may be meant by a word that is no country: the code in another case, a name or a longer
   * code that begins alike, or else what codes look like.
   */
  static String suggestion(String word) {
    String text = word.strip().toLowerCase(Locale.ROOT);
    List<String> alike =
        NAMES.entrySet().stream()
            .filter(country -> isAlike(text, country))
            .map(KnownCountries::shown)
            .toList();
    return alike.isEmpty()
        ? "a code of ISO 3166-1 alpha-2, such as " + shown(Map.entry("UA", NAMES.get("UA")))
        : String.join(" or ", alike);
  }

  private static boolean isAlike(String text, Map.Entry<String, String> country) {
    String code = country.getKey().toLowerCase(Locale.ROOT);
    String name = country.getValue().toLowerCase(Locale.ROOT);
    return text.equals(code)
        || text.length() > code.length() && (name.startsWith(text) || text.startsWith(name));
  }

  private static String shown(Map.Entry<String, String> country) {
    return country.getKey() + " (" + country.getValue() + ")";
  }

  /** Lines of a code, a blank and a name. */
  private static SortedMap<String, String> read() {
    try (InputStream in = KnownCountries.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find countries: the jar does not hold " + RESOURCE);
      }
      SortedMap<String, String> names = new TreeMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(
              line -> {
                int blank = line.indexOf(' ');
                names.put(line.substring(0, blank), line.substring(blank + 1));
              });
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read countries from the jar", e);
    }
  }
}
