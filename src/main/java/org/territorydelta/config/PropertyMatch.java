package org.territorydelta.config;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.territorydelta.model.map.FeatureProperties;

/**
 * What a feature's property must be for a rule to apply: one of the words, or a pattern found in
 * it. The value is compared without white space around it, no-break spaces included; numbers by
 * what they are, so that 3 is 3.0, but 03 is no number.
 *
 * @param without what a property without a value is to the match
 * @param letterCase whether the name and the words may be in other letters
 */
public record PropertyMatch(
    String property,
    List<String> words,
    List<Pattern> patterns,
    Without without,
    LetterCase letterCase)
    implements Serializable {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d{0,29})(\\.\\d{1,30})?([eE][+-]?\\d{1,3})?");

  /** What a property that has no value is to a match. */
  public enum Without {
    /** It never matches. */
    REFUSED,
    /** One that is null matches, beside the words. */
    NULL,
    /** One that is not there matches, and nothing else does. */
    ABSENT,
    /** One that is there matches, whatever it is. */
    GIVEN
  }

  /** Whether small and capital letters are told apart. */
  public enum LetterCase {
    TOLD_APART,
    ALIKE
  }

  public PropertyMatch {
    words = List.copyOf(words);
    patterns = List.copyOf(patterns);
  }

  public boolean matches(FeatureProperties properties) {
    String name = letterCase == LetterCase.ALIKE ? properties.spelled(property) : property;
    Optional<String> text = properties.text(name);
    return switch (without) {
      case REFUSED -> text.isPresent() && matches(text.get());
      case NULL -> properties.isNull(name) || text.isPresent() && matches(text.get());
      case ABSENT -> properties.isAbsent(name);
      case GIVEN -> !properties.isAbsent(name);
    };
  }

  private boolean matches(String value) {
    String stripped = strip(value);
    for (String word : words) {
      if (word.equals(stripped)
          || letterCase == LetterCase.ALIKE && word.equalsIgnoreCase(stripped)) {
        return true;
      }
    }
    return patterns.stream().anyMatch(pattern -> pattern.matcher(stripped).find())
        || isNumberOf(stripped);
  }

  private boolean isNumberOf(String value) {
    if (words.isEmpty() || !NUMBER.matcher(value).matches()) {
      return false;
    }
    var number = new BigDecimal(value);
    return words.stream()
        .filter(word -> NUMBER.matcher(word).matches())
        .anyMatch(word -> new BigDecimal(word).compareTo(number) == 0);
  }

  private static String strip(String value) {
    return value.replace('\u00a0', ' ').strip();
  }
}
