package org.territorydelta.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.territorydelta.model.Sha256;

/**
 * Reads a small file of rows whole: CSV with a header (RFC 4180; commas, semicolons or tabs), or
 * JSON Lines, an object a line. UTF-8, with or without a byte order mark. What the text is tells
 * which of the two it is.
 */
public final class RowReader {
  static final int SHOWN_CHARACTERS = 2048;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private RowReader() {}

  /**
   * @param in the file's bytes; not closed
   * @throws UnreadableFileException when they are no text, or have no header
   */
  public static RawRows read(InputStream in) throws IOException {
    byte[] bytes = in.readAllBytes();
    MessageDigest digest = Sha256.digest();
    digest.update(bytes);
    String text = text(bytes);
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

  private static String text(byte[] bytes) throws UnreadableFileException {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException("not readable as UTF-8 text", e);
    }
  }

  /** A column's name: small letters, with underscores for blanks and hyphens. */
  static String column(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
  }

  static String shown(String raw) {
    return raw.substring(0, Math.min(raw.length(), SHOWN_CHARACTERS)).stripTrailing();
  }
}
