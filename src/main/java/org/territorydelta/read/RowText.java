package org.territorydelta.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text in a file of rows: UTF-8, or what a byte order mark says, or else the encoding that the
 * reader was told of. Which of the one-byte encodings it is cannot be known from the bytes, so none
 * is guessed; the message shows what the text would be in each.
 */
final class RowText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] COMPOUND_FILE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
  private static final byte[] UTF_16_LITTLE = {(byte) 0xff, (byte) 0xfe};
  private static final byte[] UTF_16_BIG = {(byte) 0xfe, (byte) 0xff};
  private static final List<String> LIKELY =
      List.of("windows-1251", "windows-1252", "windows-1250");

  /** A word with a letter beyond ASCII in it. */
  private static final Pattern FOREIGN_WORD =
      Pattern.compile("[\\p{Graph}&&[^,;]]*[^\\p{ASCII}][\\p{Graph}[^\\p{ASCII}]&&[^,;]]*");

  private RowText() {}

  /**
   * @param encoding of files that are not UTF-8; empty when there is none to be tried
   * @throws UnreadableFileException when the bytes are no text, or one of unknown encoding
   */
  static String of(byte[] bytes, String encoding) throws UnreadableFileException {
    if (startsWith(bytes, ZIP) || startsWith(bytes, COMPOUND_FILE)) {
      throw new UnreadableFileException(
          "it is a spreadsheet (an Excel workbook or the like), expected CSV or JSON Lines;"
              + " save the sheet as 'CSV UTF-8' and name that file");
    }
    boolean wide = startsWith(bytes, UTF_16_LITTLE) || startsWith(bytes, UTF_16_BIG);
    Optional<String> text = decoded(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    if (text.isEmpty() && !encoding.isEmpty()) {
      text = decoded(bytes, Charset.forName(encoding));
    }
    if (text.isEmpty()) {
      throw new UnreadableFileException(fault(bytes, encoding));
    }
    return text.get().startsWith(BYTE_ORDER_MARK) ? text.get().substring(1) : text.get();
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static Optional<String> decoded(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String fault(byte[] bytes, String encoding) {
    var message = new StringBuilder("not readable as UTF-8 text");
    if (!encoding.isEmpty()) {
      message.append(", nor as ").append(encoding).append(", which reports-encoding names");
    }
    int start = 0;
    for (int line = 1; start < bytes.length; line++) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      byte[] content = Arrays.copyOfRange(bytes, start, end);
      if (decoded(content, StandardCharsets.UTF_8).isEmpty()) {
        return message.append("; line ").append(line).append(" has ").append(readings(content))
            + "; save it as UTF-8, or set reports-encoding in the config to the one that reads right";
      }
      start = end + 1;
    }
    return message.toString();
  }

  private static String readings(byte[] line) {
    var readings = new StringBuilder();
    for (String name : LIKELY) {
      Optional<String> word =
          decoded(line, Charset.forName(name))
              .map(FOREIGN_WORD::matcher)
              .filter(Matcher::find)
              .map(Matcher::group);
      word.ifPresent(
          found ->
              readings
                  .append(readings.isEmpty() ? "" : ", ")
                  .append("'")
                  .append(found)
                  .append("' in ")
                  .append(name));
    }
    return readings.isEmpty() ? "bytes of no text" : readings.toString();
  }
}
