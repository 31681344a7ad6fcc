package org.territorydelta.model.claim;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.territorydelta.model.Words;
import org.territorydelta.model.map.RegionFacts;

/**
 * One dated statement of a quantity. It is never true or false here: what is computed is how it
 * sits against each source of maps.
 *
 * @param supersedes id of the claim that this one takes the place of
 */
public record Claim(
    Key key,
    Statement statement,
    Subject subject,
    Amount amount,
    ClaimTime time,
    Optional<String> supersedes)
    implements Serializable {

  /**
   * Its name, and that of the statement it belongs to.
   *
   * @param groupId the same for all forms and reprints of one statement; sameness comes from it
   *     alone. A claim of which nothing of the kind is known is a group of its own
   */
  public record Key(String id, String groupId) implements Serializable {}

  /**
   * Who said it, and when.
   *
   * @param role the claimant's office, empty when not given
   * @param date before it nobody could know
   * @param place where it can be read, empty when not given
   */
  public record Statement(String claimant, String role, LocalDate date, String place)
      implements Serializable {}

  /**
   * What it is of.
   *
   * @param side whose ground
   * @param sourceId the source of maps it speaks of, if any
   * @param layerSet the definition it states, if any
   */
  public record Subject(
      String side,
      RegionFacts region,
      Optional<String> sourceId,
      Optional<String> layerSet,
      Contested contested,
      boolean verified)
      implements Serializable {}

  /** Whether contested ground is in the number. */
  public enum Contested {
    INCLUDED("yes"),
    EXCLUDED("no"),
    NOT_STATED("");

    private final String word;

    Contested(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public static Contested parse(String word) {
      return Words.parse("includes_contested", values(), Contested::word, word);
    }
  }

  /** The number, as it was given. */
  public record Amount(
      QuantityType quantity, StatedValue stated, MeasureUnit unit, Qualifier qualifier)
      implements Serializable {
    public Amount {
      if (unit.dimension() != quantity.dimension()) {
        throw new IllegalArgumentException(
            "Cannot build an amount: quantity="
                + quantity.word()
                + ", unit="
                + unit.word()
                + ", expected a unit of "
                + quantity.dimension().reckonedIn().word());
      }
      if (stated.isNegative() && !quantity.isSigned()) {
        throw new IllegalArgumentException(
            "Cannot build an amount: " + quantity.word() + "=" + stated + ", expected 0 or more");
      }
    }
  }

  /**
   * What the number stands for in the unit that its dimension is reckoned in.
   *
   * @return none for percent of a region whose area is not known
   */
  public Optional<ValueRange> range() {
    OptionalDouble factor = amount.unit.factor(subject.region.denominator().areaM2());
    return factor.isEmpty()
        ? Optional.empty()
        : Optional.of(amount.qualifier.interval(amount.stated).times(factor.getAsDouble()));
  }
}
