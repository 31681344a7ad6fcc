package org.territorydelta.read;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An SQLite database file, its tables read from end to end as its file format describes them
 * (sqlite.org/fileformat2.html). Nothing else is asked of it here, so it needs no database engine,
 * no native code and no file on a disk. What is only in a write-ahead log is not seen.
 */
final class SqliteFile {
  private static final int HEADER_BYTES = 100;
  private static final int INTERIOR = 5;
  private static final int LEAF = 13;
  private static final int DEEPEST = 40;

  /** A row: values by column, {@code null} for NULL; a whole number, a fraction, text or bytes. */
  record Row(Map<String, Object> values) {
    Optional<Object> value(String column) {
      return Optional.ofNullable(values.get(column));
    }

    Optional<String> text(String column) {
      return value(column).map(SqliteFile::text);
    }
  }

  private record TableDefinition(int rootPage, List<String> columns, Optional<String> rowId) {}

  private final ByteBuffer bytes;
  private final int pageBytes;
  private final int usableBytes;
  private final Charset charset;
  private final Map<String, TableDefinition> tables = new LinkedHashMap<>();
  private int pagesLeft;

  SqliteFile(byte[] file) throws UnreadableFileException {
    this.bytes = ByteBuffer.wrap(file);
    if (file.length < HEADER_BYTES) {
      throw new UnreadableFileException("the database ends inside its header");
    }
    int told = Short.toUnsignedInt(bytes.getShort(16));
    this.pageBytes = told == 1 ? 1 << 16 : told;
    this.usableBytes = pageBytes - (file[20] & 0xff);
    this.charset =
        switch (bytes.getInt(56)) {
          case 2 -> StandardCharsets.UTF_16LE;
          case 3 -> StandardCharsets.UTF_16BE;
          default -> StandardCharsets.UTF_8;
        };
    if (pageBytes < 512 || Integer.bitCount(pageBytes) != 1 || usableBytes < 480) {
      throw new UnreadableFileException("the database says that a page has " + told + " bytes");
    }
    var master =
        new TableDefinition(
            1, List.of("type", "name", "tbl_name", "rootpage", "sql"), Optional.empty());
    rows(master, this::define);
  }

  private void define(Row row) {
    if (row.text("type").equals(Optional.of("table")) && row.value("rootpage").isPresent()) {
      String sql = row.text("sql").orElse("");
      SqliteColumns columns = SqliteColumns.of(sql);
      tables.put(
          row.text("name").orElse("").toLowerCase(Locale.ROOT),
          new TableDefinition(
              Integer.parseInt(row.text("rootpage").orElseThrow()),
              columns.names(),
              columns.rowId()));
    }
  }

  boolean has(String table) {
    return tables.containsKey(table.toLowerCase(Locale.ROOT));
  }

  /** Hands out each row of a table, in the order of the file. */
  void rows(String table, Consumer<Row> rows) throws UnreadableFileException {
    TableDefinition definition = tables.get(table.toLowerCase(Locale.ROOT));
    if (definition == null) {
      throw new UnreadableFileException("the database has no table '" + table + "'");
    }
    rows(definition, rows);
  }

  private void rows(TableDefinition table, Consumer<Row> rows) throws UnreadableFileException {
    try {
      // No page is there twice; a tree that comes back to itself is cut off.
      pagesLeft = bytes.limit() / pageBytes + 1;
      walk(table, table.rootPage, rows, 0);
    } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException e) {
      throw new UnreadableFileException("broken database: a page leads nowhere", e);
    }
  }

  private void walk(TableDefinition table, int page, Consumer<Row> rows, int depth) {
    if (page < 1 || depth > DEEPEST || --pagesLeft < 0) {
      throw new IllegalArgumentException("page " + page);
    }
    int start = Math.toIntExact((page - 1L) * pageBytes);
    int head = page == 1 ? HEADER_BYTES : start;
    int type = bytes.get(head);
    int cells = Short.toUnsignedInt(bytes.getShort(head + 3));
    if (type == INTERIOR) {
      for (int i = 0; i < cells; i++) {
        int cell = start + Short.toUnsignedInt(bytes.getShort(head + 12 + 2 * i));
        walk(table, bytes.getInt(cell), rows, depth + 1);
      }
      walk(table, bytes.getInt(head + 8), rows, depth + 1);
    } else if (type == LEAF) {
      for (int i = 0; i < cells; i++) {
        int cell = start + Short.toUnsignedInt(bytes.getShort(head + 8 + 2 * i));
        rows.accept(row(table, cell));
      }
    } else {
      throw new IllegalArgumentException("page type " + type);
    }
  }

  private Row row(TableDefinition table, int cell) {
    var cursor = new Cursor(bytes, cell);
    long length = cursor.varint();
    long rowId = cursor.varint();
    ByteBuffer payload = payload(length, cursor.at);
    var header = new Cursor(payload, 0);
    long headerEnd = header.varint();
    int at = Math.toIntExact(headerEnd);
    Map<String, Object> values = new LinkedHashMap<>();
    for (int column = 0; header.at < headerEnd && column < table.columns.size(); column++) {
      long type = header.varint();
      int size = size(type);
      Object value = value(payload, at, type, size);
      if (value != null) {
        values.put(table.columns.get(column), value);
      }
      at += size;
    }
    table.rowId.ifPresent(name -> values.putIfAbsent(name, rowId));
    return new Row(values);
  }

  /** A row's bytes, gathered from overflow pages where they do not fit their own. */
  private ByteBuffer payload(long length, int at) {
    int most = usableBytes - 35;
    if (length <= most) {
      return bytes.slice(at, Math.toIntExact(length));
    }
    if (length > bytes.limit()) {
      throw new IllegalArgumentException("a row of " + length + " bytes");
    }
    int least = (usableBytes - 12) * 32 / 255 - 23;
    int fitting = least + (int) ((length - least) % (usableBytes - 4));
    int local = fitting <= most ? fitting : least;
    ByteBuffer whole = ByteBuffer.allocate((int) length);
    whole.put(bytes.slice(at, local));
    int page = bytes.getInt(at + local);
    while (whole.hasRemaining()) {
      if (page < 1) {
        throw new IllegalArgumentException("overflow page " + page);
      }
      int start = Math.toIntExact((page - 1L) * pageBytes);
      whole.put(bytes.slice(start + 4, Math.min(usableBytes - 4, whole.remaining())));
      page = bytes.getInt(start);
    }
    return whole.flip();
  }

  private static int size(long type) {
    if (type < 0 || type > Integer.MAX_VALUE || type == 10 || type == 11) {
      throw new IllegalArgumentException("value type " + type);
    }
    return switch ((int) type) {
      case 0, 8, 9 -> 0;
      case 1, 2, 3, 4 -> (int) type;
      case 5 -> 6;
      case 6, 7 -> 8;
      default -> (int) ((type - 12) / 2);
    };
  }

  private Object value(ByteBuffer payload, int at, long type, int size) {
    if (type == 0) {
      return null;
    }
    if (type == 7) {
      return payload.getDouble(at);
    }
    if (type < 10) {
      long whole = type == 9 ? 1 : 0;
      for (int i = 0; i < size; i++) {
        whole = i == 0 ? payload.get(at) : whole << 8 | payload.get(at + i) & 0xff;
      }
      return whole;
    }
    byte[] content = new byte[Math.min(size, payload.limit())];
    payload.slice(at, size).get(content);
    return type % 2 == 0 ? content : new String(content, charset);
  }

  static String text(Object value) {
    return value instanceof Double number
        ? NumberText.of(number)
        : value instanceof byte[] blob ? blob.length + " bytes" : String.valueOf(value);
  }

  /** Reads SQLite's whole numbers of one to nine bytes. */
  private static final class Cursor {
    private final ByteBuffer bytes;
    private int at;

    Cursor(ByteBuffer bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    long varint() {
      long value = 0;
      for (int i = 0; i < 8; i++) {
        byte next = bytes.get(at++);
        value = value << 7 | next & 0x7f;
        if (next >= 0) {
          return value;
        }
      }
      return value << 8 | bytes.get(at++) & 0xff;
    }
  }
}
