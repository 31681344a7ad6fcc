package org.territorydelta.change;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.AreaSum;
import org.territorydelta.geo.BorderBand;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.SplitLayer;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Cell.Membership;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.RegionId;

/**
 * Splits ground by the regions of every level at once, into {@link Cell}s. A level whose regions do
 * not overlap is one layer; in an overlapping level each region is a layer of its own.
 *
 * <p>For a source that draws only some countries' ground, ground outside them but within the border
 * band is given to the nearest region in scope, and its cell says so.
 */
public final class RegionIndex implements Serializable {
  private static final long serialVersionUID = 1;

  /** No regions: all ground is {@link Cell#OUTSIDE}. */
  public static final RegionIndex NONE = new RegionIndex(List.of());

  private record Piece(List<Membership> memberships, Polygon polygon) {}

  private final List<SplitLayer<Membership>> layers;

  private RegionIndex(List<SplitLayer<Membership>> layers) {
    this.layers = layers;
  }

  /**
   * @param regions in any order; ground that two of a level both cover goes to the first id
   * @param scope countries the source draws; none for no limit
   * @param borderBandKm 0 for a raw overlay
   */
  public static RegionIndex of(
      Collection<Region> regions,
      Set<Integer> overlappingLevels,
      Set<String> scope,
      double borderBandKm) {
    SortedMap<Integer, List<Region>> byLevel =
        regions.stream()
            .sorted(Comparator.comparing(Region::id))
            .collect(
                Collectors.groupingBy(
                    region -> region.id().level(), TreeMap::new, Collectors.toList()));
    List<SplitLayer<Membership>> layers = new ArrayList<>();
    for (Map.Entry<Integer, List<Region>> level : byLevel.entrySet()) {
      if (overlappingLevels.contains(level.getKey())) {
        for (Region region : level.getValue()) {
          layers.add(new SplitLayer<>(List.of(part(region))));
        }
      } else {
        layers.add(new SplitLayer<>(parts(level.getValue(), scope, borderBandKm)));
      }
    }
    return new RegionIndex(layers);
  }

  private static SplitLayer.Part<Membership> part(Region region) {
    return new SplitLayer.Part<>(
        new Membership(region.id(), region.country(), false), region.geometry());
  }

  private static List<SplitLayer.Part<Membership>> parts(
      List<Region> regions, Set<String> scope, double borderBandKm) {
    List<SplitLayer.Part<Membership>> inScope = new ArrayList<>();
    List<SplitLayer.Part<Membership>> outside = new ArrayList<>();
    SortedMap<RegionId, Region> scoped = new TreeMap<>();
    for (Region region : regions) {
      boolean counts = scope.isEmpty() || scope.contains(region.country());
      (counts ? inScope : outside).add(part(region));
      if (counts) {
        scoped.put(region.id(), region);
      }
    }
    if (!scope.isEmpty() && borderBandKm > 0 && !scoped.isEmpty()) {
      SortedMap<RegionId, Geometry> geometries = new TreeMap<>();
      scoped.forEach((id, region) -> geometries.put(id, region.geometry()));
      BorderBand.zones(geometries, borderBandKm)
          .forEach(
              (id, zone) ->
                  inScope.add(
                      new SplitLayer.Part<>(
                          new Membership(id, scoped.get(id).country(), true), zone)));
    }
    // The layer gives ground to its first part: regions in scope, their band, then the others.
    inScope.addAll(outside);
    return inScope;
  }

  /**
   * The ground's area by cell; ground outside every region is in {@link Cell#OUTSIDE}. All that
   * lies in one cell is rounded once, whatever the order of the polygons; a cell whose ground
   * rounds to nothing is left out, and counts as a rounding all the same.
   */
  public SortedMap<Cell, Long> measure(Collection<Polygon> ground, Overlay overlay) {
    SortedMap<Cell, AreaSum> sums = new TreeMap<>();
    for (Polygon polygon : ground) {
      for (Piece piece : pieces(polygon, overlay)) {
        sums.computeIfAbsent(new Cell(piece.memberships), cell -> new AreaSum()).add(piece.polygon);
      }
    }
    overlay.rounded(sums.size());
    SortedMap<Cell, Long> areas = new TreeMap<>();
    sums.forEach(
        (cell, sum) -> {
          if (sum.m2() > 0) {
            areas.put(cell, sum.m2());
          }
        });
    return areas;
  }

  /** The ground cut by cell; pieces whose area rounds to nothing are left out. */
  public SortedMap<Cell, List<Polygon>> split(Collection<Polygon> ground, Overlay overlay) {
    SortedMap<Cell, List<Polygon>> parts = new TreeMap<>();
    for (Polygon polygon : ground) {
      for (Piece piece : pieces(polygon, overlay)) {
        if (EllipsoidalArea.m2(piece.polygon) > 0) {
          parts
              .computeIfAbsent(new Cell(piece.memberships), cell -> new ArrayList<>())
              .add(piece.polygon);
        }
      }
    }
    return parts;
  }

  private List<Piece> pieces(Polygon polygon, Overlay overlay) {
    List<Piece> pieces = List.of(new Piece(List.of(), polygon));
    for (SplitLayer<Membership> layer : layers) {
      List<Piece> finer = new ArrayList<>();
      for (Piece piece : pieces) {
        layer.split(
            piece.polygon,
            overlay,
            (membership, part) -> finer.add(piece(piece, membership, part)));
      }
      pieces = finer;
    }
    return pieces;
  }

  private static Piece piece(Piece piece, Optional<Membership> membership, Polygon polygon) {
    if (membership.isEmpty()) {
      return new Piece(piece.memberships, polygon);
    }
    List<Membership> memberships = new ArrayList<>(piece.memberships);
    memberships.add(membership.get());
    return new Piece(memberships, polygon);
  }
}
