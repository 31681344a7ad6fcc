package org.territorydelta.config;

import java.io.Serializable;
import java.util.Locale;

/** The box, in degrees, that all of a source's ground lies in. */
public record Extent(double west, double south, double east, double north) implements Serializable {
  public static final Extent WORLD = new Extent(-180, -90, 180, 90);

  public Extent {
    if (!(west < east && south < north) || west < -180 || east > 180 || south < -90 || north > 90) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot build extent: west=%s, south=%s, east=%s, north=%s, expected west < east within 180 and south < north within 90",
              west,
              south,
              east,
              north));
    }
  }

  /**
   * Whether every part of the ground inside a ring lies within. A box bends nowhere inwards, so the
   * ring's corners tell it.
   *
   * @param ring lon, lat, lon, lat, ...
   */
  public boolean contains(double[] ring) {
    for (int i = 0; i + 1 < ring.length; i += 2) {
      if (!contains(ring[i], ring[i + 1])) {
        return false;
      }
    }
    return true;
  }

  public boolean contains(double lon, double lat) {
    return lon >= west && lon <= east && lat >= south && lat <= north;
  }
}
