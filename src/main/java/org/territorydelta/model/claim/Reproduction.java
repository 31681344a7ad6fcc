package org.territorydelta.model.claim;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A publisher's figure about its own maps, computed from them under one definition.
 *
 * @param claim the figure; it names its source, and is an area
 * @param computed none where the maps do not cover the days
 * @param fit how this definition stands among those that were tried
 */
public record Reproduction(Claim claim, Definition definition, Optional<Computed> computed, Fit fit)
    implements Serializable {

  /**
   * Under what the figure is computed.
   *
   * @param offsetDays from the date a file gives to the day whose end its map is taken to show
   */
  public record Definition(String sourceId, String layerSet, int offsetDays)
      implements Serializable {}

  /**
   * What the maps give.
   *
   * @param openingMapDate by the source's profile; none for what is held on a day
   * @param closingMapDate by the source's profile
   */
  public record Computed(double value, Optional<LocalDate> openingMapDate, LocalDate closingMapDate)
      implements Serializable {}

  /**
   * @param ours whether it is the profile's own offset and, if the figure states a layer set that
   *     there is, that one; otherwise the config's first
   * @param best whether no other definition comes nearer
   */
  public record Fit(boolean ours, boolean best) implements Serializable {}

  /** What the figure stands for, in km². */
  public ValueRange published() {
    return claim.range().orElseThrow();
  }

  /** Computed less published. */
  public OptionalDouble residual() {
    return computed
        .map(c -> OptionalDouble.of(c.value - published().value()))
        .orElse(OptionalDouble.empty());
  }

  /**
   * Whether the computed figure lies in the interval that the published one stands for, or less
   * than one unit of its last digit away, as far as rounding or cutting off digits takes it.
   */
  public boolean reproduces() {
    return computed
        .map(c -> published().contains(c.value) || Math.abs(c.value - published().value()) < unit())
        .orElse(false);
  }

  /** One unit of the last digit, in km²; of a span none. */
  private double unit() {
    Claim.Amount amount = claim.amount();
    return amount.stated().low().equals(amount.stated().high())
        ? amount.stated().low().ulp().doubleValue()
            * amount.unit().factor(claim.subject().region().denominator().areaM2()).orElseThrow()
        : 0;
  }
}
