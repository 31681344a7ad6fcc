package org.territorydelta.config;

import java.io.Serializable;
import java.time.LocalDate;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.QuantityType;

/** Two figures that are to be set side by side. */
public record Comparison(String id, End left, End right) implements Serializable {

  /** Where a figure comes from. */
  public sealed interface End extends Serializable {}

  /** A claim's own figure. */
  public record ClaimEnd(String claimId) implements End {}

  /**
   * A figure measured on a source's maps.
   *
   * @param firstDay {@link LocalDate#MIN} for what is held at the end of {@code lastDay}
   */
  public record MapEnd(Ground ground, QuantityType quantity, LocalDate firstDay, LocalDate lastDay)
      implements End {
    public ClaimTime time() {
      return firstDay.equals(LocalDate.MIN)
          ? ClaimTime.at(lastDay)
          : ClaimTime.over(firstDay, lastDay);
    }
  }

  /**
   * Whose ground, by which source and layer set, where.
   *
   * @param regionId as the regions file has it, a country, or ALL
   */
  public record Ground(String sourceId, String side, String layerSet, String regionId)
      implements Serializable {}
}
