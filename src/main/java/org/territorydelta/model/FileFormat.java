package org.territorydelta.model;

/** The file formats that a profile can name, by their words. */
public enum FileFormat {
  /** A GeoJSON FeatureCollection, plain or wrapped in other JSON, plain or gzip. */
  GEOJSON("geojson");

  private final String word;

  FileFormat(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
