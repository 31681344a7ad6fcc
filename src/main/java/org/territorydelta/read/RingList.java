package org.territorydelta.read;

import java.util.Arrays;

/** Positions of a ring as they come, lon, lat, lon, lat, ... */
final class RingList {
  private double[] xy = new double[64];
  private int size;

  void add(double x, double y) {
    if (size + 2 > xy.length) {
      xy = Arrays.copyOf(xy, xy.length * 2);
    }
    xy[size++] = x;
    xy[size++] = y;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Adds the first position at the end where another is last; for formats that leave it out. */
  RingList close() {
    if (size > 2 && (xy[0] != xy[size - 2] || xy[1] != xy[size - 1])) {
      add(xy[0], xy[1]);
    }
    return this;
  }

  double[] ring() {
    return Arrays.copyOf(xy, size);
  }
}
