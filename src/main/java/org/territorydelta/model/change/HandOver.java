package org.territorydelta.model.change;

import java.io.Serializable;
import java.time.LocalDate;
import org.territorydelta.model.map.Holding;

/**
 * One change of hands.
 *
 * @param day map date of the first map that shows it
 */
public record HandOver(LocalDate day, Holding from, Holding to) implements Serializable {
  public HandOver {
    if (from.equals(to)) {
      throw new IllegalArgumentException(
          "Cannot build hand-over of " + day + ": from=" + from + ", expected another than to");
    }
  }
}
