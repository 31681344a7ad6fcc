package org.territorydelta.normalise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PolygonRepair;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawShape;

/**
 * The ground of a feature that must be right, a region's or a baseline's: polygons only, repaired
 * where they are invalid, what two of them cover counted once.
 */
final class AreaReader {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private AreaReader() {}

  /**
   * All of the feature's ground in longitude/latitude, valid; points and lines beside its polygons
   * are no ground.
   *
   * @param problems takes what is wrong with it
   */
  static Geometry area(RawFeature feature, CoordinateSystem crs, List<String> problems) {
    List<Geometry> polygons = new ArrayList<>();
    for (RawShape shape : feature.shapes()) {
      List<double[]> rings = shape.rings().stream().map(crs::toLonLat).toList();
      if (hasShape(feature) && isNothing(shape)) {
        continue;
      }
      if (shape.kind() != RawShape.Kind.POLYGON) {
        problems.add("feature " + feature.index() + ": expected polygons, found " + shape.detail());
      } else if (ShapeChecker.check(rings).isPresent()) {
        problems.add(
            "feature " + feature.index() + ": " + ShapeChecker.check(rings).get().detail());
      } else {
        polygons.addAll(PolygonRepair.of(ShapeChecker.polygon(rings)).polygons());
      }
    }
    return united(polygons);
  }

  /** Whether a feature draws any ground, if only wrongly. */
  static boolean hasShape(RawFeature feature) {
    return !feature.shapes().stream().allMatch(AreaReader::isNothing);
  }

  private static boolean isNothing(RawShape shape) {
    return switch (shape.kind()) {
      case POINT_OR_LINE, EMPTY, NULL -> true;
      case POLYGON, MALFORMED -> false;
    };
  }

  /** All ground of some areas as one geometry. */
  static Geometry united(Collection<Geometry> areas) {
    Geometry united = new Overlay().union(areas);
    return united.isEmpty()
        ? FACTORY.createMultiPolygon()
        : FACTORY.createMultiPolygon(Overlay.polygons(united).toArray(Polygon[]::new));
  }
}
