package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.quadtree.Quadtree;

/**
 * Polygons that share no ground, in longitude/latitude, each with a value. A polygon laid on them
 * cuts them along its boundary: what it covers gets a new value out of the old one, what it does
 * not keeps its own, and bare ground under it gets a first value. Pieces that round to no area are
 * left out.
 *
 * @param <V> what is known of a piece
 */
public final class PolygonMosaic<V> {
  private record Piece<V>(Polygon polygon, V value) {}

  private final Overlay overlay;
  private final Quadtree index = new Quadtree();
  private final Map<Integer, Piece<V>> pieces = new TreeMap<>();
  private int laid;

  public PolygonMosaic(Overlay overlay) {
    this.overlay = overlay;
  }

  /**
   * Lays a valid polygon.
   *
   * @param value of a piece that it covers, out of the piece's value before; nothing for bare
   *     ground
   */
  public void lay(Polygon polygon, Function<Optional<V>, V> value) {
    Geometry bare = polygon;
    for (int number : near(polygon)) {
      Piece<V> piece = pieces.get(number);
      List<Polygon> covered = ground(overlay.intersection(piece.polygon, polygon));
      if (!covered.isEmpty()) {
        take(number);
        V after = value.apply(Optional.of(piece.value));
        covered.forEach(part -> put(part, after));
        ground(overlay.difference(piece.polygon, polygon)).forEach(part -> put(part, piece.value));
        bare = overlay.difference(bare, piece.polygon);
      }
    }
    List<Polygon> rest = ground(bare);
    if (!rest.isEmpty()) {
      V first = value.apply(Optional.empty());
      rest.forEach(part -> put(part, first));
    }
  }

  /** Hands out every piece, in an order that follows from what was laid. */
  public void forEach(BiConsumer<Polygon, V> taker) {
    pieces.values().forEach(piece -> taker.accept(piece.polygon, piece.value));
  }

  private List<Polygon> ground(Geometry geometry) {
    List<Polygon> all = Overlay.polygons(geometry);
    List<Polygon> ground = all.stream().filter(polygon -> EllipsoidalArea.m2(polygon) > 0).toList();
    overlay.rounded(all.size() - ground.size());
    return ground;
  }

  private List<Integer> near(Polygon polygon) {
    List<Integer> found = new ArrayList<>();
    for (Object number : index.query(polygon.getEnvelopeInternal())) {
      found.add((Integer) number);
    }
    found.sort(Comparator.naturalOrder());
    return found;
  }

  private void put(Polygon polygon, V value) {
    index.insert(polygon.getEnvelopeInternal(), laid);
    pieces.put(laid, new Piece<>(polygon, value));
    laid++;
  }

  private void take(int number) {
    index.remove(pieces.remove(number).polygon.getEnvelopeInternal(), number);
  }
}
