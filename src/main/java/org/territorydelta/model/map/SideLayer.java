package org.territorydelta.model.map;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What counts as one side's ground: the side, and the statuses of a layer set. */
public record SideLayer(String side, LayerSet layerSet)
    implements Comparable<SideLayer>, Serializable {
  private static final Comparator<SideLayer> ORDER =
      Comparator.comparing(SideLayer::side).thenComparing(layer -> layer.layerSet().name());

  /**
   * Every side and layer set of which both of two sources can draw ground, sorted.
   *
   * @param a holdings that the one's profile can give
   * @param b holdings that the other's profile can give
   */
  public static List<SideLayer> drawnByBoth(
      Collection<LayerSet> layerSets, Collection<Holding> a, Collection<Holding> b) {
    return layerSets.stream()
        .flatMap(
            layerSet ->
                a.stream().map(Holding::side).distinct().map(s -> new SideLayer(s, layerSet)))
        .filter(layer -> a.stream().anyMatch(layer::has) && b.stream().anyMatch(layer::has))
        .sorted()
        .toList();
  }

  public boolean has(Holding holding) {
    return layerSet.controls(side, holding);
  }

  @Override
  public int compareTo(SideLayer other) {
    return ORDER.compare(this, other);
  }
}
