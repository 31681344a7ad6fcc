package org.territorydelta.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.PreparedArea;
import org.territorydelta.model.map.FileFormat;
import org.territorydelta.read.FeatureReaders;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawShape;

/**
 * Which country a place is in, by the layer that comes with the product: Natural Earth 4.1, public
 * domain, borders by United Nations General Assembly resolution 68/262. It is never the user's
 * regions, so that a map is understood the same way whatever regions it is measured by.
 */
public final class CountryLayer {
  private static final String RESOURCE = "countries.geojson.gz";

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A polygon of a country; its indexes are built when a point first falls into its envelope. */
  private static final class CountryPolygon {
    private final String country;
    private final Polygon polygon;
    private final Envelope reach;
    private volatile PreparedArea area;

    CountryPolygon(String country, Polygon polygon) {
      this.country = country;
      this.polygon = polygon;
      this.reach = polygon.getEnvelopeInternal();
    }

    boolean covers(Coordinate point) {
      if (!reach.covers(point)) {
        return false;
      }
      PreparedArea prepared = area;
      if (prepared == null) {
        prepared = new PreparedArea(polygon);
        area = prepared;
      }
      return prepared.covers(point);
    }
  }

  /** Read when the first rule asks. */
  private static final class Holder {
    private static final CountryLayer PACKED = read();
  }

  private final List<CountryPolygon> polygons;

  private CountryLayer(List<CountryPolygon> polygons) {
    this.polygons = polygons;
  }

  static CountryLayer packed() {
    return Holder.PACKED;
  }

  /** The country around an interior point of the polygon; empty at sea. */
  Optional<String> countryOf(Polygon polygon) {
    Coordinate point = PreparedArea.interiorPoint(polygon);
    for (CountryPolygon candidate : polygons) {
      if (candidate.covers(point)) {
        return Optional.of(candidate.country);
      }
    }
    return Optional.empty();
  }

  /** The ground of each of these countries that the layer knows, in longitude/latitude. */
  public static SortedMap<String, Geometry> ground(Set<String> countries) {
    SortedMap<String, Geometry> ground = new TreeMap<>();
    for (String country : countries) {
      Polygon[] parts =
          packed().polygons.stream()
              .filter(polygon -> polygon.country.equals(country))
              .map(polygon -> polygon.polygon)
              .toArray(Polygon[]::new);
      if (parts.length > 0) {
        ground.put(country, FACTORY.createMultiPolygon(parts));
      }
    }
    return ground;
  }

  private static CountryLayer read() {
    try (InputStream in = CountryLayer.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find countries: the jar does not hold " + RESOURCE);
      }
      List<CountryPolygon> polygons = new ArrayList<>();
      for (RawFeature feature :
          FeatureReaders.of(FileFormat.GEOJSON, List.of()).read(in).features()) {
        String country = feature.properties().text("country").orElse("");
        for (RawShape shape : feature.shapes()) {
          if (ShapeChecker.check(shape.rings()).isEmpty()) {
            polygons.add(new CountryPolygon(country, ShapeChecker.polygon(shape.rings())));
          }
        }
      }
      return new CountryLayer(polygons);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read countries from the jar", e);
    }
  }
}
