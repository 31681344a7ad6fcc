package org.territorydelta.model.figure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.map.RegionId;

/**
 * A {@link ChangePiece} as a row of its table: one of a period's pieces, with its ground told by
 * region, and without its shape.
 *
 * @param areaM2 all of it
 * @param noiseM2 the part that is narrower than the noise width
 * @param regionsM2 where it lies: regions and countries with the piece's area in each, but not the
 *     whole
 */
public record PeriodPiece(
    PeriodKind periodKind,
    String periodId,
    ChangePiece.Key key,
    ChangePiece.Course course,
    long areaM2,
    long noiseM2,
    ChangePiece.Measures measures,
    SortedMap<RegionId, Long> regionsM2) {
  /**
   * A piece of a period.
   *
   * @param regionsM2 its areas by region, without the whole
   */
  public static PeriodPiece of(
      ChangePiece piece,
      PeriodKind periodKind,
      String periodId,
      SortedMap<RegionId, Long> regionsM2) {
    return new PeriodPiece(
        periodKind,
        periodId,
        piece.key(),
        piece.course(),
        piece.areas().totalM2(),
        piece.areas().totalNoiseM2(),
        piece.measures(),
        regionsM2);
  }

  public PeriodPiece {
    regionsM2 = Collections.unmodifiableSortedMap(new TreeMap<>(regionsM2));
    if (noiseM2 < 0 || noiseM2 > areaM2) {
      throw new IllegalArgumentException(
          "Cannot build a piece: noise=" + noiseM2 + " m2 of area=" + areaM2 + " m2");
    }
  }

  /** Whether more than half of the piece is noise. */
  public boolean isNoisy() {
    return ChangePiece.isNoisy(noiseM2, areaM2);
  }
}
