package org.territorydelta.geo;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/**
 * Coordinate reference systems beyond the few that are defined in code: by their EPSG code from
 * GeoTools' own database, which is opened the first time one is asked for, or by their definition
 * in well-known text. Axes are taken as east, north, as files have them; where systems stand on
 * another datum, the shift is the one that GeoTools prefers, and none where it knows of none.
 */
final class KnownSystems {
  private static final ConcurrentMap<String, Optional<MathTransform>> FOUND =
      new ConcurrentHashMap<>();

  private KnownSystems() {}

  /** To longitude/latitude in degrees on WGS84; nothing for a code that is none. */
  static Optional<MathTransform> byCode(String code) {
    return FOUND.computeIfAbsent("EPSG:" + code, name -> transform(() -> CRS.decode(name, true)));
  }

  /** The same by well-known text as .prj files have it. */
  static Optional<MathTransform> byText(String wellKnownText) {
    // What is said of axes does not hold for the order of numbers in files.
    String text = wellKnownText.replaceAll(",\\s*AXIS\\[\"[^\"]*\",\\s*[A-Za-z]+\\]", "");
    return FOUND.computeIfAbsent(text, definition -> transform(() -> CRS.parseWKT(definition)));
  }

  /** Looks a system up. */
  private interface Lookup {
    CoordinateReferenceSystem find() throws FactoryException;
  }

  private static Optional<MathTransform> transform(Lookup lookup) {
    try {
      return Optional.of(CRS.findMathTransform(lookup.find(), DefaultGeographicCRS.WGS84, true));
    } catch (FactoryException e) {
      return Optional.empty();
    }
  }
}
