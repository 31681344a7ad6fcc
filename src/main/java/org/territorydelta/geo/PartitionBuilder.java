package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.territorydelta.model.Holding;

/**
 * Makes a partition out of polygons that may overlap: ground that two of them cover goes to the one
 * added first. Polygons that only touch are left as they are, to the last digit; nothing is united
 * that need not be.
 */
public final class PartitionBuilder {

  private record Placed(Polygon polygon, RegionRelation relation) {}

  private final Overlay overlay;
  private final Quadtree index = new Quadtree();
  private final List<Placed> placed = new ArrayList<>();
  private final SortedMap<Holding, List<Polygon>> ground = new TreeMap<>();
  private long overlapM2;

  public PartitionBuilder(Overlay overlay) {
    this.overlay = overlay;
  }

  /** Adds a valid polygon; what firmer ones already cover is taken off it. */
  public void add(Holding holding, Polygon polygon) {
    List<Polygon> covering = new ArrayList<>();
    for (Placed other : near(polygon)) {
      if (other.relation.sharesGround(polygon)) {
        covering.add(other.polygon);
      }
    }
    if (covering.isEmpty()) {
      place(holding, polygon);
      return;
    }
    Geometry rest = polygon;
    for (Polygon cover : covering) {
      rest = overlay.difference(rest, cover);
    }
    overlapM2 += EllipsoidalArea.m2(polygon) - EllipsoidalArea.m2(rest);
    Overlay.polygons(rest).forEach(left -> place(holding, left));
  }

  /** The partition so far. */
  public SortedMap<Holding, List<Polygon>> ground() {
    return ground;
  }

  /** How much ground was covered twice. */
  public long overlapM2() {
    return overlapM2;
  }

  private void place(Holding holding, Polygon polygon) {
    var entry = new Placed(polygon, new RegionRelation(polygon));
    index.insert(polygon.getEnvelopeInternal(), placed.size());
    placed.add(entry);
    ground.computeIfAbsent(holding, key -> new ArrayList<>()).add(polygon);
  }

  /** In the order they were added, so that the result does not depend on the index. */
  private List<Placed> near(Polygon polygon) {
    List<Integer> found = new ArrayList<>();
    for (Object position : index.query(polygon.getEnvelopeInternal())) {
      found.add((Integer) position);
    }
    found.sort(Comparator.naturalOrder());
    return found.stream().map(placed::get).toList();
  }
}
