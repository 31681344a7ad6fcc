package org.territorydelta.model;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Enums by the words they have in files. */
public final class Words {
  private Words() {}

  /**
   * @throws IllegalArgumentException when no value has that word, naming those there are
   */
  public static <E extends Enum<E>> E parse(
      String kind, E[] values, Function<E, String> wordOf, String word) {
    for (E value : values) {
      if (wordOf.apply(value).equals(word)) {
        return value;
      }
    }
    String known = Arrays.stream(values).map(wordOf).collect(Collectors.joining(", "));
    throw new IllegalArgumentException(
        "Cannot read " + kind + ": word='" + word + "', expected one of " + known);
  }
}
