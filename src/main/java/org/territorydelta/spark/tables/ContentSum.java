package org.territorydelta.spark.tables;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.territorydelta.model.Sha256;

/**
 * Computes the {@link org.territorydelta.model.ContentHash} of rows. It does not depend on their
 * order, on files, on the writer or on the number of tasks. It finds damage and differences; it is
 * no signature.
 *
 * <p>A row is hashed as the values of its partition columns, each as text, then its other columns
 * in the table's order. A value is the byte 0 where it is null, else the byte 1 and then: text and
 * binary as their length (4 bytes) and their bytes (text in UTF-8); a date as days since 1970-01-01
 * (4 bytes); an instant as microseconds since then (8 bytes); integers and longs in 4 and 8 bytes;
 * a double as its IEEE 754 bits; a flag as one byte; a list as its length and its values; a row in
 * a row as its values. All numbers are big-endian.
 */
public final class ContentSum {
  private static final int BYTES = 32;

  private final StructType columns;
  private final MessageDigest digest = Sha256.digest();
  private final byte[] sum = new byte[BYTES];
  private ByteBuffer row = ByteBuffer.allocate(1 << 10);
  private long rows;

  /**
   * @param columns all but the partition columns, in the table's order
   */
  ContentSum(StructType columns) {
    this.columns = columns;
  }

  /**
   * Of rows that were read.
   *
   * @param folders how many partition columns stand before the others, as text
   */
  public static String of(Iterator<InternalRow> rows, int folders, StructType columns) {
    var sum = new ContentSum(columns);
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      List<String> folder = new ArrayList<>(folders);
      for (int i = 0; i < folders; i++) {
        folder.add(row.getString(i));
      }
      sum.add(folder, row, folders);
    }
    return sum.hex();
  }

  /**
   * @param folder values of the partition columns
   * @param values the row; what stands before {@code from} is left out
   */
  void add(List<String> folder, InternalRow values, int from) {
    row.clear();
    for (String value : folder) {
      room(1).put((byte) 1);
      sized(value.getBytes(StandardCharsets.UTF_8));
    }
    fields(columns, values, from);
    digest.update(row.array(), 0, row.position());
    add(digest.digest());
    rows++;
  }

  private void add(byte[] hash) {
    int carry = 0;
    for (int i = BYTES - 1; i >= 0; i--) {
      carry += (sum[i] & 0xff) + (hash[i] & 0xff);
      sum[i] = (byte) carry;
      carry >>= 8;
    }
  }

  private void fields(StructType struct, InternalRow values, int from) {
    for (int i = 0; i < struct.length(); i++) {
      DataType type = struct.fields()[i].dataType();
      value(type, values.isNullAt(from + i) ? null : values.get(from + i, type));
    }
  }

  private void value(DataType type, Object value) {
    room(1).put((byte) (value == null ? 0 : 1));
    if (value == null) {
      return;
    }
    if (type instanceof ArrayType array) {
      var list = (ArrayData) value;
      room(Integer.BYTES).putInt(list.numElements());
      for (int i = 0; i < list.numElements(); i++) {
        DataType element = array.elementType();
        value(element, list.isNullAt(i) ? null : list.get(i, element));
      }
    } else if (type instanceof StructType struct) {
      fields(struct, (InternalRow) value, 0);
    } else if (type.equals(DataTypes.StringType)) {
      sized(value.toString().getBytes(StandardCharsets.UTF_8));
    } else if (type.equals(DataTypes.BinaryType)) {
      sized((byte[]) value);
    } else {
      number(value);
    }
  }

  private void number(Object value) {
    if (value instanceof Integer number) {
      room(Integer.BYTES).putInt(number);
    } else if (value instanceof Long number) {
      room(Long.BYTES).putLong(number);
    } else if (value instanceof Double number) {
      room(Long.BYTES).putLong(Double.doubleToLongBits(number));
    } else if (value instanceof Boolean flag) {
      room(1).put((byte) (flag ? 1 : 0));
    } else {
      throw new IllegalArgumentException("Cannot hash value: class=" + value.getClass());
    }
  }

  private void sized(byte[] value) {
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
  }

  private ByteBuffer room(int bytes) {
    if (row.remaining() < bytes) {
      int needed = Math.addExact(row.position(), bytes);
      row = ByteBuffer.allocate(Math.max(needed, 2 * row.capacity())).put(row.flip());
    }
    return row;
  }

  long rows() {
    return rows;
  }

  /** As 64 hexadecimal digits. */
  String hex() {
    return Sha256.hex(sum);
  }
}
