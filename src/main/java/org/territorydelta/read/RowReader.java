package org.territorydelta.read;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.territorydelta.model.Sha256;

/**
 * Reads a small file of rows whole: CSV with a header (RFC 4180; commas, semicolons or tabs), or
 * JSON Lines, an object a line. UTF-8, with or without a byte order mark, UTF-16 with one, or an
 * encoding that is told. What the text is tells which of the two it is.
 */
public final class RowReader {
  static final int SHOWN_CHARACTERS = 2048;

  private RowReader() {}

  /**
   * @param in the file's bytes; not closed
   * @throws UnreadableFileException when they are no text, or have no header
   */
  public static RawRows read(InputStream in) throws IOException {
    return read(in, "");
  }

  /**
   * @param in the file's bytes; not closed
   * @param encoding of a file that is not UTF-8; empty for none
   * @throws UnreadableFileException when they are no text, or have no header
   */
  public static RawRows read(InputStream in, String encoding) throws IOException {
    byte[] bytes = in.readAllBytes();
    MessageDigest digest = Sha256.digest();
    digest.update(bytes);
    String text = RowText.of(bytes, encoding);
    if (text.isBlank()) {
      throw new UnreadableFileException("the file is empty");
    }
    Set<String> columns = new LinkedHashSet<>();
    List<RawRow> rows =
        text.stripLeading().startsWith("{")
            ? JsonLines.rows(text, columns)
            : CsvRows.rows(text, columns);
    return new RawRows(columns, rows, Sha256.hex(digest), bytes.length);
  }

  /** A column's name: small letters, with underscores for blanks and hyphens. */
  static String column(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }

  static String shown(String raw) {
    return raw.substring(0, Math.min(raw.length(), SHOWN_CHARACTERS)).stripTrailing();
  }
}
