package org.territorydelta.summary;

import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.model.figure.BandPart;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.map.RegionId;

/**
 * What the sources that cover a period fully say of the same net: side, layer set, region and
 * period.
 */
public final class SourceSpread {
  private record Figure(String side, String layerSet, RegionId region, Period period) {
    static Figure of(AreaDelta delta) {
      AreaDelta.Key key = delta.key();
      return new Figure(key.side(), key.layerSet(), key.region().id(), key.period());
    }
  }

  private record Nets(int sources, long lowM2, long highM2) {
    Nets plus(Nets other) {
      return new Nets(
          sources + other.sources, Math.min(lowM2, other.lowM2), Math.max(highM2, other.highM2));
    }
  }

  private final HashMap<Figure, Nets> nets = new HashMap<>();

  /**
   * @param deltas of any sources, none twice
   */
  public static SourceSpread of(Collection<AreaDelta> deltas) {
    var spread = new SourceSpread();
    for (AreaDelta delta : deltas) {
      if (speaks(delta)) {
        long net = delta.figures().orElseThrow().netM2();
        spread.nets.merge(Figure.of(delta), new Nets(1, net, net), Nets::plus);
      }
    }
    return spread;
  }

  private static boolean speaks(AreaDelta delta) {
    return delta.band().isPresent() && delta.states().coverage() == Coverage.FULL;
  }

  /**
   * From the least to the largest net that the sources which cover the period fully give, the row's
   * own included; nothing when it is not one of them, or the only one.
   */
  public Optional<AreaRange> around(AreaDelta delta) {
    return Optional.ofNullable(nets.get(Figure.of(delta)))
        .filter(found -> speaks(delta) && found.sources > 1)
        .map(found -> new AreaRange(found.lowM2, found.highM2));
  }

  /** The row with the sources' spread in its band, if there is any. */
  public AreaDelta widened(AreaDelta delta) {
    return around(delta)
        .map(range -> delta.with(delta.band().orElseThrow().with(BandPart.SOURCES, range)))
        .orElse(delta);
  }
}
