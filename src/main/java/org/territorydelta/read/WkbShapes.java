package org.territorydelta.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.territorydelta.read.RawShape.Kind;

/**
 * Well-known binary as ISO 19125 has it, with heights and measures as ISO 13249-3 or PostGIS mark
 * them. What cannot be read is one malformed shape. Rings are taken as they are: open, short, or
 * not.
 */
final class WkbShapes {
  private static final int POINT = 1;
  private static final int POLYGON = 3;
  private static final int MULTI_POINT = 4;
  private static final int MULTI_POLYGON = 6;
  private static final int COLLECTION = 7;
  private static final int HAS_Z = 0x80000000;
  private static final int HAS_M = 0x40000000;
  private static final int HAS_SRID = 0x20000000;
  private static final int DEEPEST = 32;

  private final ByteBuffer bytes;
  private final List<RawShape> shapes = new ArrayList<>();

  private WkbShapes(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** At least one shape. */
  static List<RawShape> of(byte[] wkb) {
    return of(ByteBuffer.wrap(wkb));
  }

  static List<RawShape> of(ByteBuffer wkb) {
    var reader = new WkbShapes(wkb);
    try {
      reader.geometry(0);
    } catch (BufferUnderflowException e) {
      return List.of(RawShape.without(Kind.MALFORMED, "WKB ends too early"));
    } catch (IllegalArgumentException e) {
      return List.of(RawShape.without(Kind.MALFORMED, e.getMessage()));
    }
    return reader.shapes.isEmpty()
        ? List.of(RawShape.without(Kind.EMPTY, "empty WKB geometry"))
        : reader.shapes;
  }

  private void geometry(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("WKB collections lie in each other too deep");
    }
    byte order = bytes.get();
    if (order != 0 && order != 1) {
      throw new IllegalArgumentException("WKB has byte order " + order + ", expected 0 or 1");
    }
    bytes.order(order == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int code = bytes.getInt();
    int plain = code & 0x0fffffff;
    int dimensions =
        2
            + ((code & HAS_Z) != 0 || plain / 1000 == 1 || plain / 1000 == 3 ? 1 : 0)
            + ((code & HAS_M) != 0 || plain / 1000 == 2 || plain / 1000 == 3 ? 1 : 0);
    if ((code & HAS_SRID) != 0) {
      bytes.getInt();
    }
    int type = plain % 1000;
    if (plain >= 4000 || type < POINT || type > COLLECTION) {
      throw new IllegalArgumentException("WKB has geometry type " + plain);
    }
    switch (type) {
      case POLYGON -> polygon(dimensions);
      case MULTI_POINT, MULTI_POINT + 1, MULTI_POLYGON, COLLECTION -> {
        int count = count();
        for (int i = 0; i < count; i++) {
          geometry(depth + 1);
        }
      }
      default -> {
        skip(type == POINT ? 1 : bytes.getInt(), dimensions);
        shapes.add(RawShape.without(Kind.POINT_OR_LINE, type == POINT ? "Point" : "LineString"));
      }
    }
  }

  private void polygon(int dimensions) {
    int count = count();
    List<double[]> rings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int positions = bytes.getInt();
      check(positions, dimensions);
      double[] ring = new double[2 * positions];
      for (int at = 0; at < ring.length; at += 2) {
        ring[at] = bytes.getDouble();
        ring[at + 1] = bytes.getDouble();
        bytes.position(bytes.position() + (dimensions - 2) * Double.BYTES);
      }
      rings.add(ring);
    }
    if (!rings.isEmpty()) {
      shapes.add(RawShape.polygon(rings));
    }
  }

  private int count() {
    int count = bytes.getInt();
    if (count < 0) {
      throw new BufferUnderflowException();
    }
    return count;
  }

  private void skip(int positions, int dimensions) {
    check(positions, dimensions);
    bytes.position(bytes.position() + positions * dimensions * Double.BYTES);
  }

  private void check(int positions, int dimensions) {
    if (positions < 0 || (long) positions * dimensions * Double.BYTES > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
  }
}
