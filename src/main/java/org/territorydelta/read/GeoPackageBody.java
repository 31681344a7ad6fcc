package org.territorydelta.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawShape.Kind;

/** A GeoPackage (OGC 12-128): each of its tables of features is a layer. */
final class GeoPackageBody implements FormatBody {
  /** Bytes of a geometry's header without its envelope, and of envelopes by their code. */
  private static final int HEADER_BYTES = 8;

  private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
  private static final int EMPTY = 0x10;
  private static final int EXTENDED = 0x20;

  private record Layer(String table, String column, String srsId) {}

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    var database = new SqliteFile(ByteSource.all(in));
    if (!database.has("gpkg_geometry_columns")) {
      throw new UnreadableFileException("the database is no GeoPackage with features");
    }
    List<Layer> layers = new ArrayList<>();
    database.rows(
        "gpkg_geometry_columns",
        row ->
            layers.add(
                new Layer(
                    row.text("table_name").orElse(""),
                    row.text("column_name").orElse(""),
                    row.text("srs_id").orElse("0"))));
    List<RawFeature> features = new ArrayList<>();
    for (Layer layer : layers) {
      database.rows(layer.table, row -> features.add(feature(features.size(), layer, row)));
    }
    return RawFile.of(crs(database, layers), Map.of(), features);
  }

  private static Optional<String> crs(SqliteFile database, List<Layer> layers)
      throws UnreadableFileException {
    var ids = new TreeSet<String>();
    layers.forEach(layer -> ids.add(layer.srsId));
    if (ids.size() > 1) {
      throw new UnreadableFileException("its layers are in several reference systems: " + ids);
    }
    Map<String, String> names = new HashMap<>();
    if (database.has("gpkg_spatial_ref_sys")) {
      database.rows(
          "gpkg_spatial_ref_sys",
          row -> {
            String organisation = row.text("organization").orElse("NONE");
            names.put(
                row.text("srs_id").orElse(""),
                organisation.equalsIgnoreCase("NONE")
                    ? row.text("definition").orElse("")
                    : organisation + ":" + row.text("organization_coordsys_id").orElse(""));
          });
    }
    // -1 and 0 stand for systems that nobody knows.
    return ids.isEmpty() || ids.first().equals("0") || ids.first().equals("-1")
        ? Optional.empty()
        : Optional.of(names.getOrDefault(ids.first(), "EPSG:" + ids.first()));
  }

  private static RawFeature feature(int index, Layer layer, SqliteFile.Row row) {
    Map<String, String> texts = new LinkedHashMap<>();
    row.values()
        .forEach(
            (name, value) -> {
              if (!name.equalsIgnoreCase(layer.column)) {
                texts.put(name, SqliteFile.text(value));
              }
            });
    texts.put(FeatureProperties.LAYER, layer.table);
    List<RawShape> shapes =
        row.value(layer.column)
            .map(value -> value instanceof byte[] blob ? shapes(blob) : noGeometry())
            .orElse(List.of(RawShape.without(Kind.NULL, "no geometry")));
    return new RawFeature(
        index, FeatureProperties.of(texts), shapes, layer.table + " " + new TreeMap<>(texts));
  }

  private static List<RawShape> noGeometry() {
    return List.of(RawShape.without(Kind.MALFORMED, "the geometry's column holds something else"));
  }

  private static List<RawShape> shapes(byte[] blob) {
    if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      return noGeometry();
    }
    int flags = blob[3];
    int envelope = flags >> 1 & 7;
    if (envelope >= ENVELOPE_BYTES.length || (flags & EXTENDED) != 0) {
      return List.of(RawShape.without(Kind.MALFORMED, "geometry flags " + flags));
    }
    if ((flags & EMPTY) != 0) {
      return List.of(RawShape.without(Kind.EMPTY, "empty geometry"));
    }
    int start = HEADER_BYTES + ENVELOPE_BYTES[envelope];
    return start > blob.length
        ? List.of(RawShape.without(Kind.MALFORMED, "the geometry ends in its header"))
        : WkbShapes.of(ByteBuffer.wrap(blob, start, blob.length - start).slice());
  }
}
