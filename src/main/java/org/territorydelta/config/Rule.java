package org.territorydelta.config;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.Holding;

/**
 * One rule of a profile, from a polygon's properties and place to who holds it. The first rule that
 * matches decides.
 *
 * @param name how the counts speak of it
 * @param when what the properties must be; none for any
 * @param where where the polygon must lie
 * @param firstMapDate first map date the rule is for
 * @param lastMapDate last map date the rule is for
 * @param outcome who holds the ground, or why it is left out
 */
public record Rule(
    String name,
    List<PropertyMatch> when,
    Where where,
    LocalDate firstMapDate,
    LocalDate lastMapDate,
    Outcome outcome)
    implements Serializable {

  /** Where a polygon lies by the extent of its profile. */
  public enum Reach {
    ANYWHERE,
    /** All of it lies within. */
    INSIDE_EXTENT,
    /** Some part of it lies outside. */
    OUTSIDE_EXTENT
  }

  /**
   * Where a polygon must lie for a rule.
   *
   * @param countries by the layer of countries that comes with the product; none for anywhere
   */
  public record Where(List<String> countries, Reach reach) implements Serializable {
    public static final Where ANYWHERE = new Where(List.of(), Reach.ANYWHERE);
  }

  /** What becomes of a polygon: held by somebody, or ignored for a reason. */
  public sealed interface Outcome extends Serializable {}

  /** The ground is held. */
  public record Hold(Holding holding) implements Outcome {}

  /** The ground does not count, and why. */
  public record Ignore(String reason) implements Outcome {}

  /** Whether the rule is for maps of that day. */
  public boolean isFor(LocalDate mapDate) {
    return !mapDate.isBefore(firstMapDate) && !mapDate.isAfter(lastMapDate);
  }

  /** Whether the rule is for a feature with these properties on a map of one day or another. */
  public boolean matchesOnSomeDay(FeatureProperties properties) {
    for (PropertyMatch match : when) {
      if (!match.matches(properties)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the polygon's own shape must be looked at, and not its properties alone. */
  public boolean asksForShape() {
    return !where.equals(Where.ANYWHERE);
  }

  /** Whether the rule is for maps of every day. */
  public boolean isUndated() {
    return firstMapDate.equals(LocalDate.MIN) && lastMapDate.equals(LocalDate.MAX);
  }

  public List<String> countries() {
    return where.countries();
  }

  public Optional<Holding> holding() {
    return outcome instanceof Hold hold ? Optional.of(hold.holding()) : Optional.empty();
  }
}
