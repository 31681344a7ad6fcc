package org.territorydelta.spark.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;

/**
 * What makes a Parquet file a GeoParquet file, version 1.1.0: a {@code geo} entry beside the schema
 * that says which column holds geometry (WKB, OGC:CRS84, edges straight in longitude/latitude),
 * what kinds of it, where, and which column holds each row's box.
 */
public final class GeoParquet {
  /** The name of a table's geometry column; a table without it is plain Parquet. */
  public static final String GEOMETRY = "geometry";

  /** The name of the column with each row's box, in the order of {@link #BOX_SIDES}. */
  static final String BOX = "bbox";

  static final List<String> BOX_SIDES = List.of("xmin", "ymin", "xmax", "ymax");

  static final String KEY = "geo";

  /** Kinds of geometry by their number in WKB. */
  private static final Map<Integer, String> KINDS = Map.of(3, "Polygon", 6, "MultiPolygon");

  private final int geometry;
  private final int box;
  private final SortedSet<String> kinds = new TreeSet<>();
  private final Envelope reach = new Envelope();

  private GeoParquet(StructType columns) {
    this.geometry = columns.fieldIndex(GEOMETRY);
    this.box = columns.fieldIndex(BOX);
  }

  /** What a file of rows with these columns needs; nothing where they hold no shape. */
  static Optional<GeoParquet> of(StructType columns) {
    return List.of(columns.fieldNames()).contains(GEOMETRY)
        ? Optional.of(new GeoParquet(columns))
        : Optional.empty();
  }

  static boolean isSpatial(Table<?> table) {
    return table.columns().stream().anyMatch(column -> column.name().equals(GEOMETRY));
  }

  /** Takes a row's shape into account. */
  void add(InternalRow row) {
    if (!row.isNullAt(geometry)) {
      kinds.add(kind(row.getBinary(geometry)));
      InternalRow sides = row.getStruct(box, BOX_SIDES.size());
      reach.expandToInclude(sides.getDouble(0), sides.getDouble(1));
      reach.expandToInclude(sides.getDouble(2), sides.getDouble(3));
    }
  }

  /** The entry {@link #KEY} of the file's footer. */
  String entry() {
    var json = new ObjectMapper();
    ObjectNode column = json.createObjectNode();
    column.put("encoding", "WKB");
    column.set("geometry_types", json.valueToTree(kinds));
    try (InputStream crs = GeoParquet.class.getResourceAsStream("crs84.json")) {
      column.set("crs", json.readTree(crs));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the definition of OGC:CRS84", e);
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
    return geo.toString();
  }

  private static List<Double> sides(Envelope reach) {
    return List.of(reach.getMinX(), reach.getMinY(), reach.getMaxX(), reach.getMaxY());
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
