package org.territorydelta.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.territorydelta.model.map.FileFormat;

/**
 * One scene in the formats that other programs write: GDAL 3.12.4 by pyogrio 0.13 and GeoPandas
 * 1.2, as {@code src/test/python/format_corpus.py} makes them.
 */
public final class FormatCorpus {
  /** In the order of a folder. Those of GeoPackage are gzip, as a database is mostly empty. */
  public static final List<String> FILES =
      List.of(
          "comma.csv",
          "cyrillic.shp.zip",
          "libkml.kml",
          "lines.geojsonl",
          "mercator.shp.zip",
          "scene.fgb",
          "scene.geojson",
          "scene.gpkg.gz",
          "scene.kml",
          "scene.kmz",
          "scene.parquet",
          "scene.shp.zip",
          "semicolon.csv",
          "separated.geojsons",
          "tab.csv",
          "unindexed.fgb",
          "utm.gpkg.gz");

  private FormatCorpus() {}

  public static byte[] bytes(String file) throws IOException {
    try (InputStream in = FormatCorpus.class.getResourceAsStream("corpus/" + file)) {
      return in.readAllBytes();
    }
  }

  static RawFile read(byte[] bytes) throws IOException {
    return FeatureReaders.of(FileFormat.BY_CONTENT, List.of())
        .read(new ByteArrayInputStream(bytes));
  }
}
