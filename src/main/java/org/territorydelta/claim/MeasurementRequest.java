package org.territorydelta.claim;

import java.time.LocalDate;
import java.util.Optional;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;

/**
 * Something to be measured on a source's maps. Two requests that are equal have one measurement.
 *
 * @param knownAt the day whose files are the last to count; none for all
 * @param days whether the figure is brought to the days asked for
 */
public record MeasurementRequest(
    Ground ground, QuantityType quantity, ClaimTime time, Optional<LocalDate> knownAt, Days days) {

  /** Which days a figure is of. */
  public enum Days {
    /** Those asked for: what the maps show too much or too little of is reckoned in. */
    ASKED,
    /** Those between the maps, as publishers reckon about their own. */
    OF_MAPS
  }

  /** Whose ground, by which source and layer set, where. */
  public record Ground(String sourceId, String side, LayerSet layerSet, RegionId region) {}

  public MeasurementRequest {
    // Which of the days were put in does not matter to a measurement.
    time = time.shifted(0);
  }
}
