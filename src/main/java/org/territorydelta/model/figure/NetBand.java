package org.territorydelta.model.figure;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.figure.AreaDelta.Change;

/**
 * How far a net may be off, part by part. Each part is a range that includes the net itself; the
 * band is the narrowest range around all parts, and no part is added to another.
 *
 * @param lagDays by how many days, at most, an end of the period was shifted
 * @param daysWithoutMap of the days that the ends were shifted to, how many no map stands for; with
 *     any the dates' parts are narrower than they might be
 * @param parts at least one
 */
public record NetBand(int lagDays, int daysWithoutMap, SortedMap<BandPart, AreaRange> parts) {
  public NetBand {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("Cannot build band: expected at least one part");
    }
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  public Optional<AreaRange> part(BandPart part) {
    return Optional.ofNullable(parts.get(part));
  }

  /** The same with a part put in, in place of what was there. */
  public NetBand with(BandPart part, AreaRange range) {
    var more = new TreeMap<>(parts);
    more.put(part, range);
    return new NetBand(lagDays, daysWithoutMap, more);
  }

  /**
   * The same with noise: without the noise in what was gained the net is lower, without that in
   * what was lost it is higher.
   */
  public NetBand withNoise(long netM2, Change noise) {
    return with(BandPart.NOISE, new AreaRange(netM2 - noise.gainedM2(), netM2 + noise.lostM2()));
  }

  /** Around all parts. */
  public AreaRange net() {
    return parts.values().stream().reduce(AreaRange::around).orElseThrow();
  }

  /** The part that reaches over the widest range, of two the first; none when all are points. */
  public Optional<BandPart> widest() {
    BandPart widest = parts.firstKey();
    for (BandPart part : parts.keySet()) {
      if (parts.get(part).widthM2() > parts.get(widest).widthM2()) {
        widest = part;
      }
    }
    return net().widthM2() == 0 ? Optional.empty() : Optional.of(widest);
  }
}
