package org.territorydelta.model.claim;

import org.territorydelta.model.Words;
import org.territorydelta.model.claim.MeasureUnit.Dimension;

/** What a claim, or one end of a comparison, gives a number of. */
public enum QuantityType {
  CONTROL_STOCK("control_stock", Dimension.AREA, "ground held at the end of a day"),
  GROSS_GAIN("gross_gain", Dimension.AREA, "ground taken in a period, losses not set against it"),
  GROSS_LOSS("gross_loss", Dimension.AREA, "ground lost in a period, gains not set against it"),
  NET_CHANGE("net_change", Dimension.AREA, "ground taken less ground lost in a period"),
  RATE_PER_DAY("rate_per_day", Dimension.AREA, "net change over the days of a period"),
  ADVANCE_DISTANCE("advance_distance", Dimension.LENGTH, "how far the front moved in a period"),
  SETTLEMENT_COUNT(
      "settlement_count", Dimension.COUNT, "settlements held on a day, or taken in a period");

  private final String word;
  private final Dimension dimension;
  private final String meaning;

  QuantityType(String word, Dimension dimension, String meaning) {
    this.word = word;
    this.dimension = dimension;
    this.meaning = meaning;
  }

  public String word() {
    return word;
  }

  public Dimension dimension() {
    return dimension;
  }

  public String meaning() {
    return meaning;
  }

  /** Whether less than nothing makes sense. */
  public boolean isSigned() {
    return this == NET_CHANGE || this == RATE_PER_DAY;
  }

  /** Whether it only grows with the period, so that part of a period already gives a floor. */
  public boolean isGross() {
    return this == GROSS_GAIN || this == GROSS_LOSS;
  }

  /**
   * @throws IllegalArgumentException when no quantity has that word
   */
  public static QuantityType parse(String word) {
    return Words.parse("quantity type", values(), QuantityType::word, word);
  }
}
