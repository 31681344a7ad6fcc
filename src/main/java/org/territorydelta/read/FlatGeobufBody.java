package org.territorydelta.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawShape.Kind;

/** FlatGeobuf (its specification 3.0), feature by feature; its index is passed over. */
final class FlatGeobufBody implements FormatBody {
  private static final int MAGIC_BYTES = 8;
  private static final int VERSION = 3;
  private static final int NODE_BYTES = 40;
  private static final int DEEPEST = 32;

  /** Numbers of the header's fields in its schema. */
  private static final class Header {
    static final int NAME = 0;
    static final int GEOMETRY_TYPE = 2;
    static final int COLUMNS = 7;
    static final int FEATURES = 8;
    static final int NODE_SIZE = 9;
    static final int CRS = 10;

    private Header() {}
  }

  private record Column(String name, int type) {}

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    byte[] magic = ByteSource.exactly(in, MAGIC_BYTES);
    if (magic[0] != 'f' || magic[1] != 'g' || magic[2] != 'b' || magic[3] != VERSION) {
      throw new UnreadableFileException("not a FlatGeobuf of version " + VERSION);
    }
    try {
      return file(in);
    } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
      throw new UnreadableFileException("broken FlatGeobuf: its header leads nowhere", e);
    }
  }

  private static RawFile file(InputStream in) throws IOException {
    FlatBuffer header = FlatBuffer.root(sized(in).orElseThrow(IllegalArgumentException::new));
    List<Column> columns = columns(header, Header.COLUMNS);
    long promised = header.unsignedLong(Header.FEATURES);
    skipIndex(in, promised, header.unsignedShort(Header.NODE_SIZE, 16));
    List<RawFeature> features = new ArrayList<>();
    for (Optional<byte[]> next = sized(in); next.isPresent(); next = sized(in)) {
      features.add(feature(features.size(), next.get(), header, columns));
    }
    if (promised != 0 && promised != features.size()) {
      throw new UnreadableFileException(
          "it says that it has " + promised + " features, found " + features.size());
    }
    return RawFile.of(crs(header), Map.of(), features);
  }

  private static Optional<byte[]> sized(InputStream in) throws IOException {
    byte[] length = in.readNBytes(Integer.BYTES);
    if (length.length == 0) {
      return Optional.empty();
    }
    if (length.length < Integer.BYTES) {
      throw new UnreadableFileException("the file ends too early");
    }
    return Optional.of(ByteSource.exactly(in, ByteSource.littleEndian(length).getInt()));
  }

  private static void skipIndex(InputStream in, long features, int nodeSize) throws IOException {
    if (nodeSize == 0 || features == 0) {
      return;
    }
    if (nodeSize < 2 || features < 0 || features > Integer.MAX_VALUE) {
      throw new UnreadableFileException("its index cannot be of " + features + " features");
    }
    long nodes = features;
    for (long level = features; level > 1; ) {
      level = (level + nodeSize - 1) / nodeSize;
      nodes += level;
    }
    // One feature has a root above it, too.
    nodes += features == 1 ? 1 : 0;
    in.skipNBytes(nodes * NODE_BYTES);
  }

  private static Optional<String> crs(FlatBuffer header) {
    if (!header.has(Header.CRS)) {
      return Optional.empty();
    }
    FlatBuffer crs = header.table(Header.CRS);
    String organisation = crs.text(0).isEmpty() ? "EPSG" : crs.text(0);
    int code = crs.integer(1, 0);
    return code > 0
        ? Optional.of(organisation + ":" + code)
        : Optional.of(crs.text(4)).filter(text -> !text.isEmpty());
  }

  private static List<Column> columns(FlatBuffer table, int field) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < table.length(field); i++) {
      FlatBuffer column = table.element(field, i);
      columns.add(new Column(column.text(0), column.unsignedByte(1, 0)));
    }
    return columns;
  }

  private static RawFeature feature(
      int index, byte[] bytes, FlatBuffer header, List<Column> columns) {
    FeatureProperties properties = FeatureProperties.NONE;
    List<RawShape> shapes = new ArrayList<>();
    try {
      FlatBuffer feature = FlatBuffer.root(bytes);
      List<Column> own = feature.length(2) > 0 ? columns(feature, 2) : columns;
      properties = properties(feature.vector(1, 1), own);
      if (feature.has(0)) {
        shapes(feature.table(0), header.unsignedByte(Header.GEOMETRY_TYPE, 0), shapes, 0);
      } else {
        shapes.add(RawShape.without(Kind.NULL, "no geometry"));
      }
    } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
      shapes.clear();
      shapes.add(RawShape.without(Kind.MALFORMED, "the feature's bytes lead nowhere"));
    }
    if (shapes.isEmpty()) {
      shapes.add(RawShape.without(Kind.EMPTY, "empty geometry"));
    }
    String layer = header.text(Header.NAME);
    return new RawFeature(
        index,
        layer.isEmpty() ? properties : properties.with(FeatureProperties.LAYER, layer),
        shapes,
        "feature " + index + " " + properties);
  }

  private static void shapes(FlatBuffer geometry, int type, List<RawShape> shapes, int depth) {
    int own = type == 0 ? geometry.unsignedByte(6, 0) : type;
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("collections lie in each other too deep");
    }
    switch (own) {
      case 3 -> polygon(geometry, shapes);
      case 6 -> {
        for (int i = 0; i < geometry.length(7); i++) {
          polygon(geometry.element(7, i), shapes);
        }
      }
      case 7 -> {
        for (int i = 0; i < geometry.length(7); i++) {
          shapes(geometry.element(7, i), 0, shapes, depth + 1);
        }
      }
      case 1, 2, 4, 5 -> shapes.add(RawShape.without(Kind.POINT_OR_LINE, "geometry type " + own));
      default -> shapes.add(RawShape.without(Kind.MALFORMED, "geometry type " + own));
    }
  }

  private static void polygon(FlatBuffer geometry, List<RawShape> shapes) {
    ByteBuffer xy = geometry.vector(1, Double.BYTES);
    double[] all = new double[xy.remaining() / Double.BYTES];
    xy.asDoubleBuffer().get(all);
    if (all.length == 0) {
      return;
    }
    ByteBuffer ends = geometry.vector(0, Integer.BYTES);
    List<double[]> rings = new ArrayList<>();
    int from = 0;
    do {
      int end = ends.hasRemaining() ? 2 * ends.getInt() : all.length;
      if (end < from || end > all.length) {
        throw new IllegalArgumentException("a ring from " + from + " to " + end);
      }
      rings.add(Arrays.copyOfRange(all, from, end));
      from = end;
    } while (ends.hasRemaining());
    if (from != all.length) {
      throw new IllegalArgumentException("positions beyond the last ring");
    }
    shapes.add(RawShape.polygon(rings));
  }

  private static FeatureProperties properties(ByteBuffer bytes, List<Column> columns) {
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> nulls = new HashSet<>();
    columns.forEach(column -> nulls.add(column.name));
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      Column column = columns.get(Short.toUnsignedInt(bytes.getShort()));
      texts.put(column.name, value(bytes, column.type));
      nulls.remove(column.name);
    }
    return new FeatureProperties(texts, nulls, Set.of());
  }

  private static String value(ByteBuffer bytes, int type) {
    return switch (type) {
      case 0 -> String.valueOf(bytes.get());
      case 1 -> String.valueOf(bytes.get() & 0xff);
      case 2 -> String.valueOf(bytes.get() != 0);
      case 3 -> String.valueOf(bytes.getShort());
      case 4 -> String.valueOf(Short.toUnsignedInt(bytes.getShort()));
      case 5 -> String.valueOf(bytes.getInt());
      case 6 -> Integer.toUnsignedString(bytes.getInt());
      case 7 -> String.valueOf(bytes.getLong());
      case 8 -> Long.toUnsignedString(bytes.getLong());
      case 9 -> NumberText.of(bytes.getFloat());
      case 10 -> NumberText.of(bytes.getDouble());
      case 11, 12, 13, 14 -> {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
          throw new BufferUnderflowException();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        yield new String(text, StandardCharsets.UTF_8);
      }
      default -> throw new IllegalArgumentException("column type " + type);
    };
  }
}
