package org.territorydelta.geo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Areas that polygons are split by. Where two areas overlap, the ground goes to the first; what
 * lies in none is handed out without a key. A polygon inside one area is handed on untouched.
 *
 * @param <K> what an area is known by
 */
public final class SplitLayer<K extends Serializable> implements Serializable {
  private static final long serialVersionUID = 1;

  /** Ground outside all areas that is not looked for: about 1e-3 m², which rounds to nothing. */
  private static final double NOTHING_SQUARE_DEGREES = 1e-13;

  /** Unions of areas met that are kept before all are made anew: some megabytes. */
  private static final int KEPT_UNIONS = 32;

  private record Piece<K>(Optional<K> key, Polygon polygon) {}

  /** Areas that were met, and how they are united: another noding may give other vertices. */
  private record Met(List<Integer> areas, Noding first) {}

  /** One area, valid, in longitude/latitude. */
  public record Part<K extends Serializable>(K key, Geometry area) implements Serializable {}

  private final List<Part<K>> parts;
  private transient volatile List<PreparedArea> prepared;
  private transient volatile Map<Met, Geometry> unions;

  public SplitLayer(List<Part<K>> parts) {
    var overlay = new Overlay();
    List<Part<K>> disjoint = new ArrayList<>();
    for (Part<K> part : parts) {
      Geometry area = part.area;
      for (Part<K> earlier : disjoint) {
        if (new RegionRelation(earlier.area).sharesGround(area)) {
          area = overlay.difference(area, earlier.area);
        }
      }
      if (!area.isEmpty()) {
        disjoint.add(new Part<>(part.key, area));
      }
    }
    this.parts = List.copyOf(disjoint);
  }

  /** Hands out the polygon's pieces, each with its area's key. */
  public void split(Polygon polygon, Overlay overlay, BiConsumer<Optional<K>, Polygon> pieces) {
    List<Piece<K>> found = split(polygon, overlay);
    boolean whole = found.size() == 1 && found.get(0).polygon == polygon;
    if (!whole && !accountsFor(polygon, found)) {
      found = split(polygon, overlay.snapping());
    }
    found.forEach(piece -> pieces.accept(piece.key, piece.polygon));
  }

  /**
   * Whether the pieces have the polygon's area, but for what noding moves and what is not looked
   * for; an overlay that labels a face wrongly misses by whole pieces.
   */
  private static <K> boolean accountsFor(Polygon polygon, List<Piece<K>> pieces) {
    double area = 0;
    double lines = polygon.getLength();
    for (Piece<K> piece : pieces) {
      area += piece.polygon.getArea();
      lines += piece.polygon.getLength();
    }
    return Math.abs(area - polygon.getArea())
        <= NOTHING_SQUARE_DEGREES
            + Overlay.snappedSquareDegrees(lines, polygon.getEnvelopeInternal());
  }

  private List<Piece<K>> split(Polygon polygon, Overlay overlay) {
    List<PreparedArea> areas = prepared();
    List<Integer> met = new ArrayList<>();
    List<Piece<K>> pieces = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      PreparedArea area = areas.get(i);
      if (!area.intersects(polygon)) {
        continue;
      }
      Optional<K> key = Optional.of(parts.get(i).key);
      if (met.isEmpty() && area.covers(polygon)) {
        return List.of(new Piece<>(key, polygon));
      }
      List<Polygon> inside = Overlay.polygons(overlay.intersection(polygon, area.geometry()));
      // An area that only touches it takes nothing off it.
      if (!inside.isEmpty()) {
        inside.forEach(piece -> pieces.add(new Piece<>(key, piece)));
        met.add(i);
      }
    }
    if (met.isEmpty()) {
      return List.of(new Piece<>(Optional.empty(), polygon));
    }
    double inside = pieces.stream().mapToDouble(piece -> piece.polygon.getArea()).sum();
    if (Math.abs(inside - polygon.getArea()) <= NOTHING_SQUARE_DEGREES) {
      return pieces;
    }
    Geometry outside = overlay.difference(polygon, union(met, overlay));
    Overlay.polygons(outside).forEach(piece -> pieces.add(new Piece<>(Optional.empty(), piece)));
    return pieces;
  }

  /** Ground that is asked about again meets the same areas. */
  private Geometry union(List<Integer> met, Overlay overlay) {
    Map<Met, Geometry> known = unions;
    if (known == null || known.size() >= KEPT_UNIONS) {
      known = new ConcurrentHashMap<>();
      unions = known;
    }
    return known.computeIfAbsent(
        new Met(List.copyOf(met), overlay.first()),
        key -> overlay.union(key.areas.stream().map(i -> parts.get(i).area).toList()));
  }

  private List<PreparedArea> prepared() {
    List<PreparedArea> areas = prepared;
    if (areas == null) {
      areas = parts.stream().map(part -> new PreparedArea(part.area)).toList();
      prepared = areas;
    }
    return areas;
  }
}
