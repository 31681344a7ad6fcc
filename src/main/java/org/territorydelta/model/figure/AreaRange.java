package org.territorydelta.model.figure;

/** From the least that a figure may be to the most, both included; either may be below zero. */
public record AreaRange(long lowM2, long highM2) {
  public AreaRange {
    if (lowM2 > highM2) {
      throw new IllegalArgumentException(
          "Cannot build range: low=" + lowM2 + " m2, expected at most high=" + highM2 + " m2");
    }
  }

  public static AreaRange of(long areaM2) {
    return new AreaRange(areaM2, areaM2);
  }

  /** The narrowest range around both. */
  public AreaRange around(AreaRange other) {
    return new AreaRange(Math.min(lowM2, other.lowM2), Math.max(highM2, other.highM2));
  }

  public boolean includes(long areaM2) {
    return lowM2 <= areaM2 && areaM2 <= highM2;
  }

  public long widthM2() {
    return highM2 - lowM2;
  }
}
