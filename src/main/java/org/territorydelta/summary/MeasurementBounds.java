package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.territorydelta.timeline.DatePair;

/**
 * How far what was measured may be off by roundings and noding, in square metres: all cells and
 * holdings of a pair or map together. They come with the measurements and are no matter of choice.
 *
 * @param pairsM2 of the flows of a pair; zero for one that is not named
 * @param mapsM2 of the stocks of a map; zero for one that is not named
 */
public record MeasurementBounds(Map<DatePair, Long> pairsM2, Map<LocalDate, Long> mapsM2)
    implements Serializable {
  public MeasurementBounds {
    pairsM2 = new TreeMap<>(pairsM2);
    mapsM2 = new TreeMap<>(mapsM2);
  }

  long ofM2(DatePair pair) {
    return pairsM2.getOrDefault(pair, 0L);
  }

  long ofM2(LocalDate map) {
    return mapsM2.getOrDefault(map, 0L);
  }
}
