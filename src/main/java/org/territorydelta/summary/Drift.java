package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.Holding;

/** How far a carried stock is from the same measured anew. */
final class Drift {
  private Drift() {}

  /**
   * The difference, without sign.
   *
   * @throws LawBrokenException when it is more than the roundings since the first map allow
   */
  static long provenM2(
      String sourceId,
      LocalDate mapDate,
      Holding holding,
      long carriedM2,
      long measuredM2,
      long mostM2) {
    long drift = Math.abs(carriedM2 - measuredM2);
    if (drift > mostM2) {
      throw new LawBrokenException(
          String.format(
              Locale.ROOT,
              "Cannot carry %s of %s to %s: carried %s km², measured anew %s, expected at most %s apart",
              holding,
              sourceId,
              mapDate,
              SquareKm.fromM2(carriedM2),
              SquareKm.fromM2(measuredM2),
              SquareKm.fromM2(mostM2)),
          List.of(new LawBrokenException.OfMap(sourceId, mapDate)));
    }
    return drift;
  }
}
