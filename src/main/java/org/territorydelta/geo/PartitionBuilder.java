package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.quadtree.Quadtree;
import org.territorydelta.model.map.Holding;

/**
 * Makes a partition out of polygons that may overlap: ground that two of them cover goes to the one
 * added first. Polygons that only touch are left as they are, to the last digit; nothing is united
 * that need not be. What was found out about polygons that a former partition was made of, as the
 * same objects, is taken from there.
 */
public final class PartitionBuilder {
  /** What was found out about polygons, by identity. */
  private record Findings(
      Map<Polygon, Map<Polygon, Boolean>> sharing, Map<Polygon, List<Cut>> cuts) {
    Findings() {
      this(new IdentityHashMap<>(), new IdentityHashMap<>());
    }
  }

  /** What is left of a polygon when others are taken off it. */
  private record Cut(List<Polygon> covering, List<Polygon> left, long lostM2) {
    boolean isBy(List<Polygon> others) {
      boolean same = covering.size() == others.size();
      for (int i = 0; same && i < others.size(); i++) {
        same = covering.get(i) == others.get(i);
      }
      return same;
    }
  }

  private static final class Placed {
    private final Polygon polygon;
    private Optional<RegionRelation> relation = Optional.empty();

    Placed(Polygon polygon) {
      this.polygon = polygon;
    }

    boolean sharesGround(Polygon other) {
      if (relation.isEmpty()) {
        relation = Optional.of(new RegionRelation(polygon));
      }
      return relation.get().sharesGround(other);
    }
  }

  private final Overlay overlay;
  private final Findings former;
  private final Findings findings = new Findings();
  private final Quadtree index = new Quadtree();
  private final List<Placed> placed = new ArrayList<>();
  private final SortedMap<Holding, List<Polygon>> ground = new TreeMap<>();
  private long overlapM2;

  public PartitionBuilder(Overlay overlay) {
    this(overlay, new Findings());
  }

  private PartitionBuilder(Overlay overlay, Findings former) {
    this.overlay = overlay;
    this.former = former;
  }

  /** Begins another partition, which may have much in common with this one. */
  public PartitionBuilder next(Overlay other) {
    return new PartitionBuilder(other, findings);
  }

  /** Adds a valid polygon; what firmer ones already cover is taken off it. */
  public void add(Holding holding, Polygon polygon) {
    List<Polygon> covering = new ArrayList<>();
    for (Placed other : near(polygon)) {
      if (sharesGround(other, polygon)) {
        covering.add(other.polygon);
      }
    }
    if (covering.isEmpty()) {
      place(holding, polygon);
      return;
    }
    Cut cut = cut(polygon, covering);
    overlapM2 += cut.lostM2;
    cut.left.forEach(left -> place(holding, left));
  }

  private boolean sharesGround(Placed other, Polygon polygon) {
    if (!other.polygon.getEnvelopeInternal().intersects(polygon.getEnvelopeInternal())) {
      return false;
    }
    Boolean shares = former.sharing.getOrDefault(other.polygon, Map.of()).get(polygon);
    if (shares == null) {
      shares = other.sharesGround(polygon);
    }
    findings
        .sharing
        .computeIfAbsent(other.polygon, key -> new IdentityHashMap<>())
        .put(polygon, shares);
    return shares;
  }

  private Cut cut(Polygon polygon, List<Polygon> covering) {
    Cut cut =
        former.cuts.getOrDefault(polygon, List.of()).stream()
            .filter(known -> known.isBy(covering))
            .findFirst()
            .orElseGet(() -> difference(polygon, covering));
    findings.cuts.computeIfAbsent(polygon, key -> new ArrayList<>()).add(cut);
    return cut;
  }

  private Cut difference(Polygon polygon, List<Polygon> covering) {
    Geometry rest = polygon;
    for (Polygon cover : covering) {
      rest = overlay.difference(rest, cover);
    }
    long lostM2 = EllipsoidalArea.m2(polygon) - EllipsoidalArea.m2(rest);
    return new Cut(covering, Overlay.polygons(rest), lostM2);
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
    index.insert(polygon.getEnvelopeInternal(), placed.size());
    placed.add(new Placed(polygon));
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
