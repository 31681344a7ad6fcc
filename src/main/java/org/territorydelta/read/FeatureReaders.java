package org.territorydelta.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.model.map.FileFormat;

/** The reader of each format. */
public final class FeatureReaders {
  private final List<String> unwrap;
  private final GeoJsonReader geoJson;

  private FeatureReaders(List<String> unwrap, Set<String> members) {
    this.unwrap = unwrap;
    this.geoJson = new GeoJsonReader(unwrap, members);
  }

  /**
   * @param unwrap member names from the top of the file down to the features; empty for a file that
   *     is itself the collection
   */
  public static FeatureReader of(FileFormat format, List<String> unwrap) {
    return of(format, unwrap, Set.of());
  }

  /**
   * @param members what is wanted of the document outside its features, by path from its top, with
   *     dots between names
   */
  public static FeatureReader of(FileFormat format, List<String> unwrap, Set<String> members) {
    var readers = new FeatureReaders(unwrap, members);
    return switch (format) {
      case GEOJSON -> readers.geoJson;
      case BY_CONTENT -> new UnpackingReader(new FoundBody(readers::body, Optional.empty()));
      default -> new UnpackingReader(new FoundBody(readers::body, Optional.of(format)));
    };
  }

  private FormatBody body(FileFormat format) {
    return switch (format) {
      case GEOJSON -> (in, beside) -> geoJson.read(in);
      case GEOJSON_SEQUENCE -> new GeoJsonSequenceBody(unwrap);
      case ESRI_JSON -> new EsriJsonBody();
      case LIVEUAMAP -> new LiveuamapBody();
      case TOPOJSON -> new TopoJsonBody();
      case KML -> new KmlBody();
      case SHAPEFILE -> new ShapefileBody();
      case GEOPACKAGE -> new GeoPackageBody();
      case FLATGEOBUF -> new FlatGeobufBody();
      case PARQUET -> new ParquetBody();
      case WKT_TABLE -> new WktTableBody();
      case BY_CONTENT -> new FoundBody(this::body, Optional.empty());
    };
  }
}
