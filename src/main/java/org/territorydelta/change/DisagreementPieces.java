package org.territorydelta.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.AreaSum;
import org.territorydelta.geo.EdgeNeighbours;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.InscribedCircle;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.agreement.DisagreementPolygon;
import org.territorydelta.model.agreement.DisagreementPolygon.Kind;
import org.territorydelta.model.agreement.DisagreementPolygon.Place;
import org.territorydelta.model.map.Cell;

/**
 * Sorts ground that one source alone gives to a side by why it may do so. What it showed through
 * the whole month, and the other source never, stands; what stands in a piece that is broad is a
 * baseline of its own, and all else a front drawn differently. Only the width tells the two apart:
 * most of a front that two publishers draw differently stays so for a month.
 */
final class DisagreementPieces {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final Comparator<Polygon> BY_SIZE =
      Comparator.comparingDouble((Polygon piece) -> EllipsoidalArea.squareMetres(piece))
          .reversed()
          .thenComparing((a, b) -> a.compareTo(b));

  private final SourceComparer.Frame frame;
  private final Overlay overlay;

  DisagreementPieces(SourceComparer.Frame frame, Overlay overlay) {
    this.frame = frame;
    this.overlay = overlay;
  }

  /**
   * @param ground what only one source gives to the side at the end; polygons share no interior
   * @param came ground that came to be so on some day of the month; polygons may overlap
   */
  List<DisagreementPolygon> sorted(
      DisagreementPolygon.Key key,
      String shownBy,
      Collection<Polygon> ground,
      Collection<Polygon> came) {
    List<Polygon> connected = new ArrayList<>();
    for (List<Polygon> group : EdgeNeighbours.groups(List.copyOf(ground))) {
      connected.addAll(Overlay.polygons(EdgeNeighbours.united(group)));
    }
    connected.sort(BY_SIZE);
    List<DisagreementPolygon> sorted = new ArrayList<>();
    for (int i = 0; i < connected.size(); i++) {
      Polygon piece = connected.get(i);
      Geometry late = lateGround(piece, came);
      List<Polygon> baseline = new ArrayList<>();
      for (Polygon standing : Overlay.polygons(overlay.difference(piece, late))) {
        if (InscribedCircle.fits(standing, frame.baselineWidthKm() * 1000 / 2)) {
          baseline.add(standing);
        }
      }
      Geometry front =
          baseline.isEmpty() ? piece : overlay.difference(piece, overlay.union(baseline));
      int number = i + 1;
      cells(baseline)
          .forEach(
              (cell, parts) ->
                  sorted.add(
                      polygon(
                          key,
                          new Place(shownBy, Kind.BASELINE, number, cell),
                          parts,
                          FACTORY.createPolygon())));
      cells(Overlay.polygons(front))
          .forEach(
              (cell, parts) ->
                  sorted.add(
                      polygon(key, new Place(shownBy, Kind.FRONT, number, cell), parts, late)));
    }
    return sorted;
  }

  private Geometry lateGround(Polygon piece, Collection<Polygon> came) {
    return overlay.union(
        came.stream()
            .filter(late -> late.getEnvelopeInternal().intersects(piece.getEnvelopeInternal()))
            .toList());
  }

  private SortedMap<Cell, List<Polygon>> cells(Collection<Polygon> ground) {
    SortedMap<Cell, List<Polygon>> inScope = new TreeMap<>();
    frame
        .regions()
        .split(ground, overlay)
        .forEach(
            (cell, parts) ->
                frame.scope().within(cell).ifPresent(inside -> inScope.put(inside, parts)));
    return inScope;
  }

  private DisagreementPolygon polygon(
      DisagreementPolygon.Key key, Place place, List<Polygon> parts, Geometry late) {
    long area = areaM2(parts);
    long standing = area;
    if (!late.isEmpty()) {
      List<Polygon> stood = new ArrayList<>();
      parts.forEach(part -> stood.addAll(Overlay.polygons(overlay.difference(part, late))));
      standing = Math.min(area, areaM2(stood));
    }
    Geometry shape =
        parts.size() == 1
            ? parts.get(0)
            : FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    return new DisagreementPolygon(key, place, area, standing, shape);
  }

  private long areaM2(Collection<Polygon> parts) {
    var sum = new AreaSum();
    parts.forEach(sum::add);
    overlay.rounded(1);
    return sum.m2();
  }
}
