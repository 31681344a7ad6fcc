package org.territorydelta.model;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two figures side by side: both as they are, and whether they may be held against each other. The
 * ratio is given either way.
 *
 * @param reasons why they are not comparable; none where they are
 */
public record ComparisonRow(String id, End left, End right, Set<Incomparability> reasons)
    implements Serializable {

  /** What an end is. */
  public enum EndKind {
    CLAIM("claim"),
    MEASUREMENT("measurement");

    private final String word;

    EndKind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public static EndKind parse(String word) {
      return Words.parse("kind of end", values(), EndKind::word, word);
    }
  }

  /**
   * What a figure is of.
   *
   * @param layerSet empty for a claim that states none
   */
  public record Definition(
      String side, RegionFacts region, QuantityType quantity, String layerSet, ClaimTime time)
      implements Serializable {}

  /**
   * One figure.
   *
   * @param reference the claim's id, or the source's
   * @param range in the unit its dimension is reckoned in; none where it cannot be given
   * @param days that a rate divides by: those of a claim's period, those a measurement observed
   * @param coverage of a measurement's period; full for a claim, which covers what it speaks of
   */
  public record End(
      EndKind kind,
      String reference,
      Definition definition,
      Optional<ValueRange> range,
      Optional<Integer> days,
      Coverage coverage)
      implements Serializable {
    public OptionalDouble value() {
      return range.map(r -> OptionalDouble.of(r.value())).orElse(OptionalDouble.empty());
    }

    /** The value over its days; a rate is one already. */
    public OptionalDouble perDay() {
      if (definition.quantity == QuantityType.RATE_PER_DAY) {
        return value();
      }
      return range.isPresent() && days.isPresent() && days.get() > 0
          ? OptionalDouble.of(range.get().value() / days.get())
          : OptionalDouble.empty();
    }
  }

  public ComparisonRow {
    reasons = new TreeSet<>(reasons);
  }

  public boolean comparable() {
    return reasons.isEmpty();
  }

  /** Left over right; none between units of different dimensions, or over zero. */
  public OptionalDouble ratio() {
    return sameDimension() ? over(left.value(), right.value()) : OptionalDouble.empty();
  }

  /** Left over right, each over its days. */
  public OptionalDouble ratioPerDay() {
    return sameDimension() ? over(left.perDay(), right.perDay()) : OptionalDouble.empty();
  }

  /** Left less right. */
  public OptionalDouble difference() {
    return sameDimension() && left.value().isPresent() && right.value().isPresent()
        ? OptionalDouble.of(left.value().getAsDouble() - right.value().getAsDouble())
        : OptionalDouble.empty();
  }

  private boolean sameDimension() {
    return left.definition.quantity.dimension() == right.definition.quantity.dimension();
  }

  private static OptionalDouble over(OptionalDouble left, OptionalDouble right) {
    return left.isPresent() && right.isPresent() && right.getAsDouble() != 0
        ? OptionalDouble.of(left.getAsDouble() / right.getAsDouble())
        : OptionalDouble.empty();
  }
}
