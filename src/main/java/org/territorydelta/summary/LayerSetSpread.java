package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.model.figure.BandPart;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;

/**
 * What the layer sets of one source say of the same net: side, region and period. Only sets that
 * share a status are held against each other; sets without any in common measure different things.
 */
final class LayerSetSpread {
  private record Figure(String side, RegionId region, Period period) {
    static Figure of(AreaDelta delta) {
      AreaDelta.Key key = delta.key();
      return new Figure(key.side(), key.region().id(), key.period());
    }
  }

  private final Map<String, LayerSet> sets = new HashMap<>();
  private final Map<Figure, Map<String, Long>> nets = new HashMap<>();

  /**
   * @param deltas of one source
   */
  LayerSetSpread(Collection<AreaDelta> deltas, Collection<LayerSet> layerSets) {
    layerSets.forEach(set -> sets.put(set.name(), set));
    for (AreaDelta delta : deltas) {
      if (delta.band().isPresent()) {
        nets.computeIfAbsent(Figure.of(delta), figure -> new HashMap<>())
            .put(delta.key().layerSet(), delta.figures().orElseThrow().netM2());
      }
    }
  }

  /** The range of nets around a row's; nothing when no other set shares a status with its own. */
  Optional<AreaRange> around(AreaDelta delta) {
    LayerSet own = set(delta.key().layerSet());
    List<AreaRange> others = new ArrayList<>();
    nets.getOrDefault(Figure.of(delta), Map.of())
        .forEach(
            (name, net) -> {
              if (!name.equals(own.name()) && own.overlaps(set(name))) {
                others.add(AreaRange.of(net));
              }
            });
    return others.stream()
        .reduce(AreaRange::around)
        .map(range -> range.around(AreaRange.of(delta.figures().orElseThrow().netM2())));
  }

  private LayerSet set(String name) {
    return sets.getOrDefault(name, new LayerSet(name, Set.of()));
  }

  /** The row with the layer sets' spread in its band, if there is any. */
  AreaDelta widened(AreaDelta delta) {
    if (delta.band().isEmpty()) {
      return delta;
    }
    return around(delta)
        .map(range -> delta.with(delta.band().get().with(BandPart.LAYER_SETS, range)))
        .orElse(delta);
  }
}
