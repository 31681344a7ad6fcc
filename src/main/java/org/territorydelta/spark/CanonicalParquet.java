package org.territorydelta.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Makes a Parquet file's bytes follow from its rows alone. Parquet's writer lists the encodings of
 * a column in the order of a hash set, which differs from one process to the next; here they are
 * sorted. Data pages are copied as they are.
 */
final class CanonicalParquet {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

  /** Four bytes of footer length, and the magic. */
  private static final int TAIL_BYTES = 8;

  private CanonicalParquet() {}

  /** Copies a file with its footer put in order. */
  static void copy(FileSystem files, Path from, OutputStream out) throws IOException {
    long length = files.getFileStatus(from).getLen();
    try (FSDataInputStream in = files.open(from)) {
      byte[] tail = new byte[TAIL_BYTES];
      in.readFully(length - TAIL_BYTES, tail);
      int footerLength = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
      long footerStart = length - TAIL_BYTES - footerLength;
      byte[] footer = new byte[footerLength];
      in.readFully(footerStart, footer);
      FileMetaData metadata = Util.readFileMetaData(new ByteArrayInputStream(footer));
      sort(metadata);
      copy(in, footerStart, out);
      var sorted = new ByteArrayOutputStream();
      Util.writeFileMetaData(metadata, sorted);
      out.write(sorted.toByteArray());
      out.write(
          ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(sorted.size()).array());
      out.write(MAGIC);
    }
  }

  private static void sort(FileMetaData metadata) {
    for (RowGroup group : metadata.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        ColumnMetaData column = chunk.getMeta_data();
        column.getEncodings().sort(Comparator.naturalOrder());
        if (column.isSetEncoding_stats()) {
          column
              .getEncoding_stats()
              .sort(
                  Comparator.comparing(PageEncodingStats::getPage_type)
                      .thenComparing(PageEncodingStats::getEncoding));
        }
      }
    }
  }

  private static void copy(FSDataInputStream in, long length, OutputStream out) throws IOException {
    in.seek(0);
    byte[] buffer = new byte[1 << 16];
    for (long left = length; left > 0; ) {
      int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new IOException("Cannot copy Parquet file: " + left + " bytes are missing");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }
}
