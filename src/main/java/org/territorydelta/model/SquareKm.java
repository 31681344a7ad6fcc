package org.territorydelta.model;

/**
 * The fixed-point unit of areas. Every measured piece of ground is rounded once to whole square
 * decimetres (1e-8 km²) and from there on only added and subtracted as a {@code long}, so a sum
 * does not depend on the order of its parts and the laws between figures hold exactly. Doubles
 * return only in written columns: up to 2e7 km² (more than any country) a column's double gives the
 * integer back exactly, because below 2^51 square decimetres the roundings of the division and of
 * the way back stay under half a square decimetre.
 */
public final class SquareKm {
  /** Square decimetres in one square kilometre. */
  public static final long DM2_PER_KM2 = 100_000_000L;

  private static final double DM2_PER_M2 = 100;

  private SquareKm() {}

  /** Km² as written to a column. */
  public static double fromDm2(long areaDm2) {
    return areaDm2 / (double) DM2_PER_KM2;
  }

  /** The integer behind a written column. */
  public static long toDm2(double areaKm2) {
    return Math.round(areaKm2 * DM2_PER_KM2);
  }

  /** The one rounding of a measured area. */
  public static long roundToDm2(double areaSquareMetres) {
    return Math.round(areaSquareMetres * DM2_PER_M2);
  }
}
