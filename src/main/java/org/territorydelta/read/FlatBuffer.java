package org.territorydelta.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A table of a FlatBuffer, read in place. An offset that leads out of the buffer throws, as the
 * buffer's own checks do.
 */
final class FlatBuffer {
  private final ByteBuffer bytes;
  private final int table;

  private FlatBuffer(ByteBuffer bytes, int table) {
    this.bytes = bytes;
    this.table = table;
  }

  static FlatBuffer root(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return new FlatBuffer(buffer, buffer.getInt(0));
  }

  /** Where a field is; 0 where the table has it not. */
  private int field(int index) {
    int vtable = table - bytes.getInt(table);
    int at = 4 + 2 * index;
    int offset =
        at < Short.toUnsignedInt(bytes.getShort(vtable))
            ? Short.toUnsignedInt(bytes.getShort(vtable + at))
            : 0;
    return offset == 0 ? 0 : table + offset;
  }

  int unsignedByte(int index, int fallback) {
    int at = field(index);
    return at == 0 ? fallback : bytes.get(at) & 0xff;
  }

  int unsignedShort(int index, int fallback) {
    int at = field(index);
    return at == 0 ? fallback : Short.toUnsignedInt(bytes.getShort(at));
  }

  int integer(int index, int fallback) {
    int at = field(index);
    return at == 0 ? fallback : bytes.getInt(at);
  }

  long unsignedLong(int index) {
    int at = field(index);
    return at == 0 ? 0 : bytes.getLong(at);
  }

  boolean has(int index) {
    return field(index) != 0;
  }

  FlatBuffer table(int index) {
    int at = field(index);
    return new FlatBuffer(bytes, at + bytes.getInt(at));
  }

  String text(int index) {
    if (!has(index)) {
      return "";
    }
    ByteBuffer text = vector(index, 1);
    byte[] copied = new byte[text.remaining()];
    text.get(copied);
    return new String(copied, StandardCharsets.UTF_8);
  }

  int length(int index) {
    int at = field(index);
    return at == 0 ? 0 : bytes.getInt(at + bytes.getInt(at));
  }

  FlatBuffer element(int index, int number) {
    int at = field(index);
    int element = at + bytes.getInt(at) + 4 + 4 * number;
    return new FlatBuffer(bytes, element + bytes.getInt(element));
  }

  /** The bytes of a vector of plain values; none where the table has it not. */
  ByteBuffer vector(int index, int elementBytes) {
    int at = field(index);
    if (at == 0) {
      return ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    }
    int vector = at + bytes.getInt(at);
    long length = (long) bytes.getInt(vector) * elementBytes;
    if (length < 0 || length > bytes.limit() - vector - 4L) {
      throw new IndexOutOfBoundsException("a vector of " + length + " bytes");
    }
    return bytes.slice(vector + 4, (int) length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
