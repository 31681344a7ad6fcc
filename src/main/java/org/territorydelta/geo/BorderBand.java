package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * The strip around a set of regions, split by which of them is nearest. Two publishers never draw
 * one border alike; the strip says whose the ground between their lines is.
 *
 * <p>Worked out in a local plane: the strip is a buffer of the regions' union, split by the Voronoi
 * diagram of points every {@value #SAMPLE_METRES} m along the union's outline. So its width is true
 * to 0.2 % over a country, and a split between two regions to some hundred metres.
 */
public final class BorderBand {
  private static final double SAMPLE_METRES = 1000;

  /** Of latitude, on a sphere of WGS84's major axis; only a sampling distance hangs on it. */
  private static final double METRES_PER_DEGREE = 111_320;

  /** A buffer around the samples' box, in which every cell of the diagram ends. */
  private static final double DIAGRAM_MARGIN_METRES = 200_000;

  /** The plane's straight lines become lon/lat edges of at most this length. */
  private static final double EDGE_METRES = 2000;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private BorderBand() {}

  /**
   * For each key the ground outside all regions, within the band, that its region is nearest to.
   * Zones do not overlap each other or any region.
   *
   * @param regions non-overlapping, in longitude/latitude
   * @param widthKm more than zero
   */
  public static <K extends Comparable<K>> SortedMap<K, Geometry> zones(
      SortedMap<K, Geometry> regions, double widthKm) {
    var overlay = new Overlay();
    Geometry union = overlay.union(regions.values());
    LocalPlane plane = LocalPlane.around(union);
    Geometry outline =
        plane.toPlane(densified(union.getBoundary(), SAMPLE_METRES / METRES_PER_DEGREE));
    Geometry strip =
        plane.toPlane(densified(union, SAMPLE_METRES / METRES_PER_DEGREE)).buffer(widthKm * 1000);
    Map<Coordinate, K> owners = owners(regions, outline, plane);
    SortedMap<K, Geometry> cells = cells(owners, strip);
    SortedMap<K, Geometry> zones = new TreeMap<>();
    Geometry taken = union;
    for (Map.Entry<K, Geometry> cell : cells.entrySet()) {
      Geometry inStrip = overlay.intersection(cell.getValue(), strip);
      Geometry lonLat = plane.toLonLat(densified(inStrip, EDGE_METRES));
      Geometry zone = overlay.difference(lonLat, taken);
      if (!zone.isEmpty()) {
        zones.put(cell.getKey(), zone);
        taken = overlay.union(List.of(taken, zone));
      }
    }
    return zones;
  }

  /** The key of the region each sample of the outline lies on; the first where two meet. */
  private static <K extends Comparable<K>> Map<Coordinate, K> owners(
      SortedMap<K, Geometry> regions, Geometry outline, LocalPlane plane) {
    SortedMap<Coordinate, K> owners = new TreeMap<>();
    SortedMap<Coordinate, Double> distances = new TreeMap<>();
    for (Map.Entry<K, Geometry> region : regions.entrySet()) {
      Geometry area =
          plane.toPlane(densified(region.getValue(), SAMPLE_METRES / METRES_PER_DEGREE));
      var near = new Envelope(area.getEnvelopeInternal());
      near.expandBy(SAMPLE_METRES);
      var facets = new IndexedFacetDistance(area);
      for (Coordinate sample : outline.getCoordinates()) {
        if (near.contains(sample)) {
          double distance = facets.distance(FACTORY.createPoint(sample));
          if (distance < distances.getOrDefault(sample, SAMPLE_METRES)) {
            distances.put(sample, distance);
            owners.put(sample, region.getKey());
          }
        }
      }
    }
    return owners;
  }

  private static <K extends Comparable<K>> SortedMap<K, Geometry> cells(
      Map<Coordinate, K> owners, Geometry strip) {
    var builder = new VoronoiDiagramBuilder();
    builder.setSites(owners.keySet());
    var box = strip.getEnvelopeInternal().copy();
    box.expandBy(DIAGRAM_MARGIN_METRES);
    builder.setClipEnvelope(box);
    // Not getDiagram: it clips by JTS' default overlay, which can throw on valid cells.
    Geometry diagram = builder.getSubdivision().getVoronoiDiagram(FACTORY);
    var near = PreparedGeometryFactory.prepare(strip);
    SortedMap<K, List<Polygon>> cells = new TreeMap<>();
    for (Polygon cell : Overlay.polygons(diagram)) {
      if (near.intersects(cell)) {
        K owner = owners.get((Coordinate) cell.getUserData());
        cells.computeIfAbsent(owner, key -> new ArrayList<>()).add(cell);
      }
    }
    SortedMap<K, Geometry> united = new TreeMap<>();
    cells.forEach((key, polygons) -> united.put(key, united(polygons)));
    return united;
  }

  /** One area of cells that share their edges, but for what rounding did to the narrowest ones. */
  private static Geometry united(List<Polygon> cells) {
    try {
      return CoverageUnion.union(cells.toArray(Geometry[]::new));
    } catch (TopologyException edgesCross) {
      return new Overlay().union(cells.stream().map(GeometryFixer::fix).toList());
    }
  }

  private static Geometry densified(Geometry geometry, double length) {
    return Densifier.densify(geometry, length);
  }
}
