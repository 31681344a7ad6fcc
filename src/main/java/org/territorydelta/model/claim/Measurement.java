package org.territorydelta.model.claim;

import java.io.Serializable;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.Coverage;

/**
 * What a source's maps give for a quantity, in the unit that its dimension is reckoned in.
 *
 * @param states the maps it was taken from; what is held on a day has a closing map alone
 * @param range the measured number and how far it may be off: by the gap between gained and gross
 *     gained, by bands, by noise. None when the maps give nothing at all. Of a period that is not
 *     fully covered it is that of the covered part; across a break what changed where the series
 *     breaks is left out
 * @param openingM2 what the side held when the period opened; none for what is held on a day
 * @param acrossBreak whether the series breaks between the maps, or on the map
 * @param adjustedM2 what was added for days that the maps do not show, and taken off for those they
 *     show too much; none where they show those asked for well enough
 */
public record Measurement(
    AreaDelta.States states,
    Optional<ValueRange> range,
    Optional<Long> openingM2,
    boolean acrossBreak,
    Optional<Long> adjustedM2)
    implements Serializable {

  /** Of a series without breaks. */
  public Measurement(
      AreaDelta.States states, Optional<ValueRange> range, Optional<Long> openingM2) {
    this(states, range, openingM2, false, Optional.empty());
  }

  /** Nothing at all. */
  public static final Measurement NONE =
      new Measurement(
          new AreaDelta.States(Coverage.NONE, Optional.empty(), Optional.empty()),
          Optional.empty(),
          Optional.empty());

  /** Days from the opening map to the closing one. */
  public Optional<Integer> coveredDays() {
    return states
        .opening()
        .flatMap(
            opening ->
                states
                    .closing()
                    .map(c -> (int) ChronoUnit.DAYS.between(opening.mapDate(), c.mapDate())));
  }

  /**
   * Whether the maps tell the whole of it, by themselves or with what was adjusted. A single map
   * that stands at both ends of a period tells nothing of what happened between.
   */
  public boolean isWhole() {
    return (states.coverage() == Coverage.FULL || adjustedM2.isPresent())
        && range.isPresent()
        && coveredDays().map(days -> days > 0).orElse(true);
  }

  /**
   * Whether the side held nothing when the period opened, so that what it gained is what it has.
   */
  public boolean opensWithNothing() {
    return openingM2.map(area -> area == 0).orElse(false);
  }
}
