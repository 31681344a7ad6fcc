package org.territorydelta.model.claim;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.territorydelta.model.Words;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.RegionFacts;

/**
 * Two figures side by side: both as they are, and whether they may be held against each other. The
 * ratio is given either way.
 *
 * @param reasons why they are not comparable, and what is to be known where they are
 * @param sentence the same in plain words
 */
public record ComparisonRow(
    String id, End left, End right, Set<Incomparability> reasons, String sentence)
    implements Serializable {

  /** How near two figures are to being of the same. */
  public enum Grade {
    SAME_THING("same thing"),
    SAME_KIND("same kind, other place"),
    DIFFERENT_KINDS("different kinds");

    private final String word;

    Grade(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Without a sentence. */
  public ComparisonRow(String id, End left, End right, Set<Incomparability> reasons) {
    this(id, left, right, reasons, "");
  }

  public ComparisonRow saying(String text) {
    return new ComparisonRow(id, left, right, reasons, text);
  }

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

  /** Whether nothing keeps them apart: days, lengths of period and sources may differ. */
  public boolean comparable() {
    return reasons.stream()
        .allMatch(
            reason ->
                reason == Incomparability.PERIOD_LENGTH
                    || reason == Incomparability.SOURCE
                    || reason == Incomparability.STALENESS);
  }

  public Grade grade() {
    if (reasons.contains(Incomparability.QUANTITY_TYPE)) {
      return Grade.DIFFERENT_KINDS;
    }
    boolean samePlace = left.definition.region.id().equals(right.definition.region.id());
    return samePlace && !reasons.contains(Incomparability.SIDE)
        ? Grade.SAME_THING
        : Grade.SAME_KIND;
  }

  /** Least that the ratio may be; none where an end is open, or the right may be zero. */
  public OptionalDouble ratioLow() {
    return DoubleStream.of(ratios()).min();
  }

  /** Most that it may be, likewise. */
  public OptionalDouble ratioHigh() {
    return DoubleStream.of(ratios()).max();
  }

  private double[] ratios() {
    if (!sameDimension() || left.range.isEmpty() || right.range.isEmpty()) {
      return new double[0];
    }
    ValueRange over = left.range.get();
    ValueRange under = right.range.get();
    double[] ratios = {
      over.low() / under.low(),
      over.low() / under.high(),
      over.high() / under.low(),
      over.high() / under.high()
    };
    boolean isClosed =
        DoubleStream.of(over.low(), over.high(), under.low(), under.high())
            .noneMatch(Double::isInfinite);
    return isClosed && under.low() * under.high() > 0 ? ratios : new double[0];
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
