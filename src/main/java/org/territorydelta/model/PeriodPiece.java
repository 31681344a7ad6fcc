package org.territorydelta.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A {@link ChangePiece} as a row of its table: one of a period's pieces, with its ground told by
 * region, and without its shape.
 *
 * @param areaDm2 all of it
 * @param noiseDm2 the part that is narrower than the noise width
 * @param regionsDm2 where it lies: regions and countries with the piece's area in each, but not the
 *     whole
 */
public record PeriodPiece(
    PeriodKind periodKind,
    String periodId,
    ChangePiece.Key key,
    ChangePiece.Course course,
    long areaDm2,
    long noiseDm2,
    ChangePiece.Measures measures,
    SortedMap<RegionId, Long> regionsDm2) {
  /**
   * A piece of a period.
   *
   * @param regionsDm2 its areas by region, without the whole
   */
  public static PeriodPiece of(
      ChangePiece piece,
      PeriodKind periodKind,
      String periodId,
      SortedMap<RegionId, Long> regionsDm2) {
    return new PeriodPiece(
        periodKind,
        periodId,
        piece.key(),
        piece.course(),
        piece.areas().totalDm2(),
        piece.areas().totalNoiseDm2(),
        piece.measures(),
        regionsDm2);
  }

  public PeriodPiece {
    regionsDm2 = Collections.unmodifiableSortedMap(new TreeMap<>(regionsDm2));
    if (noiseDm2 < 0 || noiseDm2 > areaDm2) {
      throw new IllegalArgumentException(
          "Cannot build a piece: noise=" + noiseDm2 + " dm2 of area=" + areaDm2 + " dm2");
    }
  }

  /** Whether more than half of the piece is noise. */
  public boolean isNoisy() {
    return noiseDm2 > areaDm2 / 2;
  }
}
