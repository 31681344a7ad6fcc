package org.territorydelta.model;

/** From the least that a figure may be to the most, both included; either may be below zero. */
public record AreaRange(long lowDm2, long highDm2) {
  public AreaRange {
    if (lowDm2 > highDm2) {
      throw new IllegalArgumentException(
          "Cannot build range: low=" + lowDm2 + " dm2, expected at most high=" + highDm2 + " dm2");
    }
  }

  public static AreaRange of(long areaDm2) {
    return new AreaRange(areaDm2, areaDm2);
  }

  /** The narrowest range around both. */
  public AreaRange around(AreaRange other) {
    return new AreaRange(Math.min(lowDm2, other.lowDm2), Math.max(highDm2, other.highDm2));
  }

  public boolean includes(long areaDm2) {
    return lowDm2 <= areaDm2 && areaDm2 <= highDm2;
  }

  public long widthDm2() {
    return highDm2 - lowDm2;
  }
}
