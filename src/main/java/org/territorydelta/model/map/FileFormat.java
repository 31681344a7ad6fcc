package org.territorydelta.model.map;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The file formats that a profile can name, by their words. */
public enum FileFormat {
  /** The one that a file's content shows; see {@code inspect}. */
  BY_CONTENT("by-content"),
  /** A GeoJSON FeatureCollection, plain or wrapped in other JSON. */
  GEOJSON("geojson"),
  /**
   * GeoJSON values one after the other: a line each, as a text sequence (RFC 8142), or as the items
   * of one array; also a feature or a geometry on its own.
   */
  GEOJSON_SEQUENCE("geojson-sequence"),
  /** What ArcGIS servers answer to {@code f=json}. */
  ESRI_JSON("esri-json"),
  /** The fields of Liveuamap, latitude first. */
  LIVEUAMAP("liveuamap"),
  TOPOJSON("topojson"),
  /** KML, or KMZ with KML in it. */
  KML("kml"),
  /** A shapefile, loose or zipped. */
  SHAPEFILE("shapefile"),
  GEOPACKAGE("geopackage"),
  FLATGEOBUF("flatgeobuf"),
  /** GeoParquet, or Parquet with a column of WKB. */
  PARQUET("parquet"),
  /** Comma-, semicolon- or tab-separated values with a column of WKT or of WKB in hexadecimal. */
  WKT_TABLE("wkt-table");

  private final String word;

  FileFormat(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /**
   * @throws IllegalArgumentException when no format has the word
   */
  public static FileFormat parse(String word) {
    for (FileFormat format : values()) {
      if (format.word.equals(word)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "expected one of "
            + Arrays.stream(values()).map(FileFormat::word).collect(Collectors.joining(", ")));
  }
}
