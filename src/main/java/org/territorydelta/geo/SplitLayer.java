package org.territorydelta.geo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** One area, valid, in longitude/latitude. */
  public record Part<K extends Serializable>(K key, Geometry area) implements Serializable {}

  private final List<Part<K>> parts;
  private transient volatile List<PreparedArea> prepared;

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
    List<PreparedArea> areas = prepared();
    List<Geometry> met = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      PreparedArea area = areas.get(i);
      if (!area.intersects(polygon)) {
        continue;
      }
      Optional<K> key = Optional.of(parts.get(i).key);
      if (met.isEmpty() && area.covers(polygon)) {
        pieces.accept(key, polygon);
        return;
      }
      Overlay.polygons(overlay.intersection(polygon, area.geometry()))
          .forEach(piece -> pieces.accept(key, piece));
      met.add(area.geometry());
    }
    if (met.isEmpty()) {
      pieces.accept(Optional.empty(), polygon);
      return;
    }
    Geometry outside = overlay.difference(polygon, overlay.union(met));
    Overlay.polygons(outside).forEach(piece -> pieces.accept(Optional.empty(), piece));
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
