package org.territorydelta.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;

/**
 * What makes a Parquet file a GeoParquet file, version 1.1.0: a {@code geo} entry beside the schema
 * that says which column holds geometry (WKB, OGC:CRS84, edges straight in longitude/latitude),
 * what kinds of it, where, and which column holds each row's box.
 */
final class GeoParquet {
  /** The name of a table's geometry column; a table without it is plain Parquet. */
  static final String GEOMETRY = "geometry";

  /** The name of the column with each row's box, in the order of {@link #BOX_SIDES}. */
  static final String BOX = "bbox";

  static final List<String> BOX_SIDES = List.of("xmin", "ymin", "xmax", "ymax");

  private static final String KEY = "geo";

  /** Kinds of geometry by their number in WKB. */
  private static final Map<Integer, String> KINDS = Map.of(3, "Polygon", 6, "MultiPolygon");

  private GeoParquet() {}

  static boolean isSpatial(Table table) {
    return table.columns().stream().anyMatch(column -> column.name().equals(GEOMETRY));
  }

  /** The entries a file of these rows has beside its schema; none for a plain table. */
  static Map<String, String> entries(Table table, List<Row> rows) throws IOException {
    return isSpatial(table) ? Map.of(KEY, metadata(table.schema(), rows).toString()) : Map.of();
  }

  private static ObjectNode metadata(StructType schema, List<Row> rows) throws IOException {
    int geometry = schema.fieldIndex(GEOMETRY);
    SortedSet<String> kinds = new TreeSet<>();
    var reach = new Envelope();
    for (Row row : rows) {
      if (row.get(geometry) != null) {
        kinds.add(kind(row.getAs(geometry)));
        reach.expandToInclude(box(schema, row));
      }
    }
    var json = new ObjectMapper();
    ObjectNode column = json.createObjectNode();
    column.put("encoding", "WKB");
    column.set("geometry_types", json.valueToTree(kinds));
    try (InputStream crs = GeoParquet.class.getResourceAsStream("crs84.json")) {
      column.set("crs", json.readTree(crs));
    }
    column.put("edges", "planar");
    if (!reach.isNull()) {
      column.set("bbox", json.valueToTree(sides(reach)));
    }
    ObjectNode covering = column.putObject("covering").putObject("bbox");
    for (String side : BOX_SIDES) {
      ArrayNode path = covering.putArray(side);
      path.add(BOX).add(side);
    }
    ObjectNode geo = json.createObjectNode();
    geo.put("version", "1.1.0");
    geo.put("primary_column", GEOMETRY);
    geo.putObject("columns").set(GEOMETRY, column);
    return geo;
  }

  private static List<Double> sides(Envelope reach) {
    return List.of(reach.getMinX(), reach.getMinY(), reach.getMaxX(), reach.getMaxY());
  }

  /** The box of a row; none when it has no geometry. */
  static Envelope box(StructType schema, Row row) {
    Row box = row.getAs(schema.fieldIndex(BOX));
    return box == null
        ? new Envelope()
        : new Envelope(box.getDouble(0), box.getDouble(2), box.getDouble(1), box.getDouble(3));
  }

  /** A box as the row that {@link #BOX} holds. */
  static Row box(Envelope box) {
    return RowFactory.create(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private static String kind(byte[] wkb) {
    ByteOrder order = wkb[0] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int number = ByteBuffer.wrap(wkb, 1, Integer.BYTES).order(order).getInt();
    String kind = KINDS.get(number);
    if (kind == null) {
      throw new IllegalArgumentException(
          "Cannot write geometry: kind=" + number + ", expected a Polygon or MultiPolygon");
    }
    return kind;
  }
}
