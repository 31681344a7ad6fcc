package org.territorydelta.model.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.territorydelta.model.SquareKm;

/**
 * The units that a number may be given in. Each dimension has one unit that is reckoned in: km²,
 * km, or pieces. Square and statute miles are the international ones of 1959.
 */
public enum MeasureUnit {
  SQUARE_KM("km2", Dimension.AREA, 1, "km²", "sq km", "sq. km", "square kilometres"),
  SQUARE_MILE("sq_mi", Dimension.AREA, 2.589988110336, "sq mi", "sq. mi", "mi2", "square miles"),
  HECTARE("ha", Dimension.AREA, 0.01, "hectares"),
  /** Hundredths of what shares of the region divide by. */
  PERCENT("percent", Dimension.AREA, Double.NaN, "%"),
  KM("km", Dimension.LENGTH, 1, "kilometres", "kilometers"),
  MILE("mi", Dimension.LENGTH, 1.609344, "miles"),
  COUNT("count", Dimension.COUNT, 1, "settlements");

  /** What is measured; units of one dimension can be turned into each other. */
  public enum Dimension {
    AREA,
    LENGTH,
    COUNT;

    /** The unit this dimension is reckoned in. */
    public MeasureUnit reckonedIn() {
      return switch (this) {
        case AREA -> SQUARE_KM;
        case LENGTH -> KM;
        case COUNT -> MeasureUnit.COUNT;
      };
    }
  }

  private static final double PER_CENT = 0.01;

  private final String word;
  private final Dimension dimension;
  private final double factor;
  private final List<String> otherWords;

  MeasureUnit(String word, Dimension dimension, double factor, String... otherWords) {
    this.word = word;
    this.dimension = dimension;
    this.factor = factor;
    this.otherWords = List.of(otherWords);
  }

  public String word() {
    return word;
  }

  public Dimension dimension() {
    return dimension;
  }

  /**
   * How many of the unit its dimension is reckoned in make one of this.
   *
   * @param regionM2 what percent are of; 0 when it is not known
   * @return none for percent of an unknown area
   */
  public OptionalDouble factor(long regionM2) {
    if (this != PERCENT) {
      return OptionalDouble.of(factor);
    }
    return regionM2 > 0
        ? OptionalDouble.of(SquareKm.fromM2(regionM2) * PER_CENT)
        : OptionalDouble.empty();
  }

  /** The unit that a word stands for, small and capital letters alike. */
  public static Optional<MeasureUnit> named(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(unit -> unit.word.equals(word) || unit.otherWords.contains(word))
        .findFirst();
  }

  /** The words that files are expected to use. */
  public static String words() {
    return Arrays.stream(values()).map(MeasureUnit::word).collect(Collectors.joining(", "));
  }
}
