package org.territorydelta.model;

/**
 * The fixed-point unit of areas: the square metre (1e-6 km²). Every measured piece of ground is
 * rounded once to whole square metres and from there on only added and subtracted as a {@code
 * long}, so a sum does not depend on the order of its parts and the laws between figures hold
 * exactly. Doubles return only in written columns: the surface of the Earth is 5.1e14 m², below
 * 2^49, so a column's double gives the integer back exactly with room for sums of sixteen Earths.
 */
public final class SquareKm {
  /** Square metres in one square kilometre. */
  public static final long M2_PER_KM2 = 1_000_000L;

  private SquareKm() {}

  /** Km² as written to a column. */
  public static double fromM2(long areaM2) {
    return areaM2 / (double) M2_PER_KM2;
  }

  /** The integer behind a written column. */
  public static long toM2(double areaKm2) {
    return Math.round(areaKm2 * M2_PER_KM2);
  }

  /** The one rounding of a measured area. */
  public static long roundToM2(double areaSquareMetres) {
    return Math.round(areaSquareMetres);
  }
}
