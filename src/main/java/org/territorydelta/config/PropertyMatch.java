package org.territorydelta.config;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a feature's property must be for a rule to apply: one of the words, or a pattern found in
 * it. The value is compared without white space around it, no-break spaces included.
 */
public record PropertyMatch(String property, List<String> words, List<Pattern> patterns)
    implements Serializable {
  public boolean matches(String value) {
    String stripped = strip(value);
    return words.contains(stripped)
        || patterns.stream().anyMatch(pattern -> pattern.matcher(stripped).find());
  }

  private static String strip(String value) {
    return value.replace('\u00a0', ' ').strip();
  }
}
