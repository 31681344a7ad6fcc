package org.territorydelta.geo;

import java.util.Map;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.MathTransformFactory;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.referencing.operation.DefaultMathTransformFactory;

/**
 * A map projection of WGS84, defined here by its parameters and computed by GeoTools. No database
 * of coordinate systems is opened; the axes are always east, north.
 *
 * @param fromLonLat degrees to metres
 * @param toLonLat metres to degrees
 */
record MapProjection(MathTransform fromLonLat, MathTransform toLonLat) {
  /** WGS84, NIMA TR8350.2. */
  private static final double SEMI_MAJOR_METRES = 6_378_137.0;

  private static final double SEMI_MINOR_METRES = SEMI_MAJOR_METRES * (1 - 1 / 298.257223563);

  /** Looks for its projections once, which takes longer than any one of them. */
  private static final MathTransformFactory FACTORY = new DefaultMathTransformFactory();

  /** EPSG:3857: a sphere's Mercator on the ellipsoid's latitudes. */
  static MapProjection webMercator() {
    return of(
        "Popular Visualisation Pseudo Mercator",
        Map.of("semi_major", SEMI_MAJOR_METRES, "semi_minor", SEMI_MAJOR_METRES));
  }

  /** EPSG:326zz and 327zz. */
  static MapProjection utm(int zone, boolean north) {
    return of(
        "Transverse_Mercator",
        Map.of(
            "semi_major",
            SEMI_MAJOR_METRES,
            "semi_minor",
            SEMI_MINOR_METRES,
            "central_meridian",
            zone * 6 - 183.0,
            "scale_factor",
            0.9996,
            "false_easting",
            500_000.0,
            "false_northing",
            north ? 0.0 : 10_000_000.0));
  }

  /**
   * Lambert azimuthal equal-area around a point (Snyder 1987, chapter 24): true to area, and to
   * length near the point.
   */
  static MapProjection azimuthalEqualArea(double centreLon, double centreLat) {
    return of(
        "Lambert_Azimuthal_Equal_Area",
        Map.of(
            "semi_major", SEMI_MAJOR_METRES,
            "semi_minor", SEMI_MINOR_METRES,
            "longitude_of_center", centreLon,
            "latitude_of_center", centreLat));
  }

  private static MapProjection of(String method, Map<String, Double> parameters) {
    try {
      ParameterValueGroup values = FACTORY.getDefaultParameters(method);
      parameters.forEach((name, value) -> values.parameter(name).setValue(value.doubleValue()));
      MathTransform fromLonLat = FACTORY.createParameterizedTransform(values);
      return new MapProjection(fromLonLat, fromLonLat.inverse());
    } catch (FactoryException | NoninvertibleTransformException e) {
      throw new IllegalStateException(
          "Cannot build projection: method=" + method + ", parameters=" + parameters, e);
    }
  }
}
