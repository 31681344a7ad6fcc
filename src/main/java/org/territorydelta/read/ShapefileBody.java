package org.territorydelta.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.territorydelta.geo.RingNesting;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawShape.Kind;

/**
 * A shapefile's .shp (ESRI's description of July 1998), with the table, the reference system and
 * the encoding in the files beside it. A part is a ring; which is a hole of which is told by what
 * lies in what.
 */
final class ShapefileBody implements FormatBody {
  static final int MAGIC = 9994;
  private static final int HEADER_BYTES = 100;
  private static final int RECORD_HEADER_BYTES = 8;
  private static final int PARTS_AT = 44;

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    Optional<byte[]> dbf = beside.bytes("dbf");
    Optional<DbfTable> table =
        dbf.isPresent()
            ? Optional.of(DbfTable.of(dbf.get(), beside.bytes("cpg")))
            : Optional.empty();
    Optional<String> crs =
        beside.bytes("prj").map(text -> new String(text, StandardCharsets.UTF_8).strip());
    List<RawFeature> features = new ArrayList<>();
    long left = contentBytes(in);
    while (left > 0) {
      byte[] head = ByteSource.exactly(in, RECORD_HEADER_BYTES);
      long length = 2L * ByteBuffer.wrap(head).getInt(4);
      left -= RECORD_HEADER_BYTES + length;
      if (length < Integer.BYTES || left < 0) {
        throw new UnreadableFileException(
            "record " + features.size() + " of the .shp cannot be " + length + " bytes long");
      }
      ByteBuffer record = ByteSource.littleEndian(ByteSource.exactly(in, length));
      features.add(feature(features.size(), record, table));
    }
    if (table.isPresent() && table.get().records() != features.size()) {
      throw new UnreadableFileException(
          "the .shp has "
              + features.size()
              + " records, the .dbf "
              + table.get().records()
              + ": they do not belong together, or one is cut off");
    }
    return RawFile.of(crs.filter(text -> !text.isEmpty()), Map.of(), features);
  }

  /** Bytes behind the header, by the header. */
  private static long contentBytes(InputStream in) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(ByteSource.exactly(in, HEADER_BYTES));
    if (header.getInt(0) != MAGIC) {
      throw new UnreadableFileException("the .shp does not begin as one");
    }
    long length = 2L * header.getInt(24);
    if (length < HEADER_BYTES) {
      throw new UnreadableFileException("the .shp says that it is " + length + " bytes long");
    }
    return length - HEADER_BYTES;
  }

  private static RawFeature feature(int index, ByteBuffer record, Optional<DbfTable> table) {
    boolean inTable = table.isPresent() && index < table.get().records();
    FeatureProperties properties = inTable ? table.get().properties(index) : FeatureProperties.NONE;
    List<RawShape> shapes =
        inTable && table.get().isDeleted(index)
            ? List.of(RawShape.without(Kind.NULL, "a deleted record"))
            : shapes(record);
    return new RawFeature(index, properties, shapes, "record " + index + " " + properties);
  }

  private static List<RawShape> shapes(ByteBuffer record) {
    int type = record.order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    return switch (type) {
      case 0 -> List.of(RawShape.without(Kind.NULL, "null shape"));
      case 5, 15, 25 -> polygons(record);
      case 1, 11, 21, 8, 18, 28, 3, 13, 23 ->
          List.of(RawShape.without(Kind.POINT_OR_LINE, "shape type " + type));
      default -> List.of(RawShape.without(Kind.MALFORMED, "shape type " + type));
    };
  }

  private static List<RawShape> polygons(ByteBuffer record) {
    if (record.limit() < PARTS_AT) {
      return List.of(RawShape.without(Kind.MALFORMED, "a polygon that ends in its header"));
    }
    int parts = record.getInt(36);
    int points = record.getInt(40);
    long pointsAt = PARTS_AT + (long) parts * Integer.BYTES;
    if (parts < 0 || points < 0 || pointsAt + 16L * points > record.limit()) {
      return List.of(
          RawShape.without(
              Kind.MALFORMED, parts + " parts and " + points + " points do not fit the record"));
    }
    List<double[]> rings = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int first = record.getInt(PARTS_AT + part * Integer.BYTES);
      int end = part + 1 < parts ? record.getInt(PARTS_AT + (part + 1) * Integer.BYTES) : points;
      if (first < 0 || end < first || end > points || part == 0 && first != 0) {
        return List.of(
            RawShape.without(Kind.MALFORMED, "part " + part + " is from " + first + " to " + end));
      }
      double[] ring = new double[2 * (end - first)];
      record
          .slice((int) pointsAt + 16 * first, 16 * (end - first))
          .order(ByteOrder.LITTLE_ENDIAN)
          .asDoubleBuffer()
          .get(ring);
      rings.add(ring);
    }
    List<RawShape> shapes = new ArrayList<>();
    RingNesting.polygons(rings).forEach(polygon -> shapes.add(RawShape.polygon(polygon)));
    return shapes.isEmpty() ? List.of(RawShape.without(Kind.EMPTY, "no parts")) : shapes;
  }
}
