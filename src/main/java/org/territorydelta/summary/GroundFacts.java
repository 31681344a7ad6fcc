package org.territorydelta.summary;

import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.timeline.DatePair;

/**
 * Which pairs of maps were looked at for more than how much changed hands. A pair that is missing
 * was not, and its rows say nothing of it.
 *
 * @param churnBoundsM2 of the pairs that were looked through for ground that changed hands more
 *     than once: how far its areas may be off, all together, by roundings and noding
 * @param noisy pairs of which it was found out how much is redraw noise
 */
public record GroundFacts(Map<DatePair, Long> churnBoundsM2, Collection<DatePair> noisy)
    implements Serializable {
  public static final GroundFacts NONE = new GroundFacts(Map.of(), new TreeSet<>());

  public GroundFacts {
    churnBoundsM2 = new TreeMap<>(churnBoundsM2);
    noisy = new TreeSet<>(noisy);
  }
}
