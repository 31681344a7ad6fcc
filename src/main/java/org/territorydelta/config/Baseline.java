package org.territorydelta.config;

import java.io.Serializable;
import java.time.LocalDate;
import org.territorydelta.model.FileText;
import org.territorydelta.model.map.Holding;

/**
 * Ground that was held before a date. On maps from that date on, whatever of it the holding has
 * gets a status of its own, so that layer sets can count it or not. Ground that was lost in between
 * and is held again is baseline ground again.
 *
 * @param ground polygons as GeoJSON
 * @param holding whose ground is marked
 * @param status that it gets
 * @param before first map date whose maps are marked; earlier ones show the ground as it was then
 */
public record Baseline(FileText ground, Holding holding, String status, LocalDate before)
    implements Serializable {

  /** Who holds the marked ground, and how. */
  public Holding marked() {
    return new Holding(holding.side(), status);
  }

  public boolean appliesTo(LocalDate mapDate) {
    return !mapDate.isBefore(before);
  }
}
