package org.territorydelta.config;

import java.io.Serializable;
import java.time.LocalDate;

/** Days that a map may be of, both ends included. */
public record DayRange(LocalDate first, LocalDate last) implements Serializable {
  /** The two centuries that years of two digits are taken from; a year beyond is a slip. */
  public static final DayRange USUAL =
      new DayRange(LocalDate.of(1900, 1, 1), LocalDate.of(2099, 12, 31));

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  @Override
  public String toString() {
    return first + " to " + last;
  }
}
