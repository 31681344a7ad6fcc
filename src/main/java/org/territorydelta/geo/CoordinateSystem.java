package org.territorydelta.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;

/**
 * A coordinate reference system that files may use, brought to longitude/latitude (OGC:CRS84) at
 * reading. The usual few are defined here, by the parameters EPSG gives them, so that no database
 * has to be opened; others are looked up. Axis order is always east, north.
 *
 * <p>UTM is by Snyder's series (1987, eq. 8-1 to 8-25), true to a centimetre within eight degrees
 * of the central meridian; 15 degrees away, as on a whole country's map in one zone, it is off by
 * 1.4 m.
 */
public final class CoordinateSystem {
  private static final CoordinateSystem CRS84 = new CoordinateSystem(Optional.empty());

  /** EPSG:3857 and the names it had: ESRI's 102100, the unofficial 900913 and 3785. */
  private static final Pattern WEB_MERCATOR = Pattern.compile("(3857|102100|102113|900913|3785)");

  /** EPSG:326zz and 327zz: UTM on WGS84, zone zz, north and south. */
  private static final Pattern UTM = Pattern.compile("32([67])([0-6]\\d)");

  private static final Pattern CODE =
      Pattern.compile("(?:epsg|esri)[^0-9]*(?:\\d+\\.\\d+[^0-9]*)?:(\\d+)$|^(\\d+)$");

  /** Names that ESRI's and OGC's well-known text begin with. */
  private static final Pattern LON_LAT_TEXT =
      Pattern.compile("^GEOG(CS|CRS)\\[\"(GCS_WGS_1984|WGS ?(19)?84)\"", Pattern.CASE_INSENSITIVE);

  private static final Pattern WEB_MERCATOR_TEXT =
      Pattern.compile(
          "^PROJ(CS|CRS)\\[\"(WGS_1984_Web_Mercator|WGS 84 / Pseudo-Mercator|Popular Visualisation)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UTM_TEXT =
      Pattern.compile(
          "^PROJ(?:CS|CRS)\\[\"WGS[ _](?:19)?84[ _/]*UTM[ _]zone[ _](\\d{1,2})([NS])\"",
          Pattern.CASE_INSENSITIVE);

  private final Optional<MathTransform> toLonLat;

  private CoordinateSystem(Optional<MathTransform> toLonLat) {
    this.toLonLat = toLonLat;
  }

  /**
   * The system behind a name as files have it: {@code urn:ogc:def:crs:OGC:1.3:CRS84}, {@code
   * EPSG:3857}, {@code urn:ogc:def:crs:EPSG::32637}, {@code 102100}, or a definition in well-known
   * text. EPSG:4326 is taken as longitude first, as GeoJSON has it. Empty for one that nobody
   * knows.
   */
  public static Optional<CoordinateSystem> named(String name) {
    String word = name.strip().toLowerCase(Locale.ROOT);
    if (word.endsWith("crs84") || word.endsWith("crs84h")) {
      return Optional.of(CRS84);
    }
    if (word.contains("[")) {
      return defined(name.strip());
    }
    Matcher code = CODE.matcher(word);
    if (!code.find()) {
      return Optional.empty();
    }
    String number = code.group(1) == null ? code.group(2) : code.group(1);
    if (number.equals("4326")) {
      return Optional.of(CRS84);
    }
    if (WEB_MERCATOR.matcher(number).matches()) {
      return Optional.of(new CoordinateSystem(Optional.of(MapProjection.webMercator().toLonLat())));
    }
    Matcher utm = UTM.matcher(number);
    if (utm.matches() && zone(utm) >= 1 && zone(utm) <= 60) {
      boolean north = utm.group(1).equals("6");
      return Optional.of(
          new CoordinateSystem(Optional.of(MapProjection.utm(zone(utm), north).toLonLat())));
    }
    return KnownSystems.byCode(number).map(found -> new CoordinateSystem(Optional.of(found)));
  }

  /**
   * By well-known text; the usual ones by their names in it, so that they are those defined here.
   */
  private static Optional<CoordinateSystem> defined(String text) {
    if (LON_LAT_TEXT.matcher(text).find()) {
      return Optional.of(CRS84);
    }
    if (WEB_MERCATOR_TEXT.matcher(text).find()) {
      return named("EPSG:3857");
    }
    Matcher utm = UTM_TEXT.matcher(text);
    if (utm.find()) {
      String zone = utm.group(1).length() == 1 ? "0" + utm.group(1) : utm.group(1);
      return named("EPSG:32" + (utm.group(2).equalsIgnoreCase("N") ? "6" : "7") + zone);
    }
    return KnownSystems.byText(text).map(found -> new CoordinateSystem(Optional.of(found)));
  }

  public boolean isLonLat() {
    return toLonLat.isEmpty();
  }

  /**
   * Brings points to longitude/latitude in degrees.
   *
   * @param eastNorth east, north, east, north, ...
   */
  public double[] toLonLat(double[] eastNorth) {
    if (toLonLat.isEmpty()) {
      return eastNorth;
    }
    double[] lonLat = new double[eastNorth.length];
    for (int i = 0; i + 1 < eastNorth.length; i += 2) {
      boolean finite = Double.isFinite(eastNorth[i]) && Double.isFinite(eastNorth[i + 1]);
      try {
        if (finite) {
          toLonLat.get().transform(eastNorth, i, lonLat, i, 1);
        }
      } catch (TransformException e) {
        finite = false;
      }
      if (!finite) {
        lonLat[i] = Double.NaN;
        lonLat[i + 1] = Double.NaN;
      }
    }
    return lonLat;
  }

  private static int zone(Matcher utm) {
    return Integer.parseInt(utm.group(2));
  }
}
