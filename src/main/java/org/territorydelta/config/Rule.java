package org.territorydelta.config;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.territorydelta.model.Holding;

/**
 * One rule of a profile, from a polygon's properties and place to who holds it. The first rule that
 * matches decides.
 *
 * @param name how the counts speak of it
 * @param when what the properties must be; none for any
 * @param countries where the polygon must lie; none for anywhere
 * @param firstMapDate first map date the rule is for
 * @param lastMapDate last map date the rule is for
 * @param outcome who holds the ground, or why it is left out
 */
public record Rule(
    String name,
    List<PropertyMatch> when,
    List<String> countries,
    LocalDate firstMapDate,
    LocalDate lastMapDate,
    Outcome outcome)
    implements Serializable {

  /** What becomes of a polygon: held by somebody, or ignored for a reason. */
  public sealed interface Outcome extends Serializable {}

  /** The ground is held. */
  public record Hold(Holding holding) implements Outcome {}

  /** The ground does not count, and why. */
  public record Ignore(String reason) implements Outcome {}

  /** Whether the rule is for a feature with these properties on a map of that day. */
  public boolean matches(Map<String, String> properties, LocalDate mapDate) {
    if (mapDate.isBefore(firstMapDate) || mapDate.isAfter(lastMapDate)) {
      return false;
    }
    for (PropertyMatch match : when) {
      String value = properties.get(match.property());
      if (value == null || !match.matches(value)) {
        return false;
      }
    }
    return true;
  }

  public Optional<Holding> holding() {
    return outcome instanceof Hold hold ? Optional.of(hold.holding()) : Optional.empty();
  }
}
