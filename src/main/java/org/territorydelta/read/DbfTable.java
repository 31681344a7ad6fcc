package org.territorydelta.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.model.map.FeatureProperties;

/**
 * The table of a shapefile (dBASE III and later, memo fields left out). Text is in the encoding
 * that a .cpg file names, else the one that the table's language byte stands for, else UTF-8 where
 * the bytes are that, else Windows-1252.
 */
final class DbfTable {
  private static final int HEADER_BYTES = 32;
  private static final int FIELD_BYTES = 32;
  private static final int END_OF_FIELDS = 0x0d;
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Language bytes of dBASE and FoxPro, with the code pages they stand for. */
  private static final Map<Integer, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(0x01, "IBM437"),
          Map.entry(0x02, "IBM850"),
          Map.entry(0x03, "windows-1252"),
          Map.entry(0x57, "windows-1252"),
          Map.entry(0x64, "IBM852"),
          Map.entry(0x65, "IBM866"),
          Map.entry(0x26, "IBM866"),
          Map.entry(0x13, "windows-31j"),
          Map.entry(0x4d, "GBK"),
          Map.entry(0x4e, "x-windows-949"),
          Map.entry(0xc8, "windows-1250"),
          Map.entry(0xc9, "windows-1251"),
          Map.entry(0xca, "windows-1254"),
          Map.entry(0xcb, "windows-1253"));

  private record Field(String name, char type, int start, int length) {}

  private final byte[] bytes;
  private final int records;
  private final int headerBytes;
  private final int recordBytes;
  private final List<Field> fields = new ArrayList<>();
  private final Optional<Charset> stated;

  private DbfTable(byte[] bytes, Optional<Charset> stated) throws UnreadableFileException {
    this.bytes = bytes;
    if (bytes.length < HEADER_BYTES) {
      throw new UnreadableFileException("the .dbf ends inside its header");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.records = header.getInt(4);
    this.headerBytes = Short.toUnsignedInt(header.getShort(8));
    this.recordBytes = Short.toUnsignedInt(header.getShort(10));
    this.stated = stated.or(() -> charset(LANGUAGES.getOrDefault(bytes[29] & 0xff, "")));
    readFields();
    long end = headerBytes + (long) records * recordBytes;
    if (records < 0 || recordBytes < 1 || end > bytes.length) {
      throw new UnreadableFileException(
          "the .dbf says that it has " + records + " records, but ends before");
    }
  }

  /**
   * @param codePage text of the .cpg file
   */
  static DbfTable of(byte[] bytes, Optional<byte[]> codePage) throws UnreadableFileException {
    Optional<Charset> stated = Optional.empty();
    if (codePage.isPresent()) {
      String name = new String(codePage.get(), StandardCharsets.US_ASCII).strip();
      stated = charset(name);
      if (stated.isEmpty() && !name.isEmpty()) {
        throw new UnreadableFileException("the .cpg names an unknown encoding: '" + name + "'");
      }
    }
    return new DbfTable(bytes, stated);
  }

  /** Names as ArcGIS, GDAL and QGIS write them: UTF-8, 1251, ANSI 1251, 88591, OEM 866, 65001. */
  private static Optional<Charset> charset(String name) {
    String bare = name.replaceAll("(?i)^(ansi|oem|windows|cp|ibm|ldid)[ /_-]*", "");
    List<String> likely =
        switch (bare) {
          case "" -> List.of();
          case "65001" -> List.of("UTF-8");
          case "88591", "8859-1" -> List.of("ISO-8859-1");
          default -> List.of(name, "windows-" + bare, "IBM" + bare, bare);
        };
    for (String candidate : likely) {
      try {
        return Optional.of(Charset.forName(candidate.replace(' ', '-')));
      } catch (IllegalArgumentException e) {
        // Not by this name; another may be known.
        continue;
      }
    }
    return Optional.empty();
  }

  private void readFields() throws UnreadableFileException {
    int start = 1;
    int at = HEADER_BYTES;
    while (at + 1 <= Math.min(headerBytes, bytes.length) && bytes[at] != END_OF_FIELDS) {
      if (at + FIELD_BYTES > bytes.length) {
        throw new UnreadableFileException("the .dbf ends inside its fields");
      }
      int end = at;
      while (end < at + 11 && bytes[end] != 0) {
        end++;
      }
      int length = bytes[at + 16] & 0xff;
      fields.add(new Field(decoded(at, end - at).strip(), (char) bytes[at + 11], start, length));
      start += length;
      at += FIELD_BYTES;
    }
    if (start > recordBytes) {
      throw new UnreadableFileException("the fields of the .dbf are longer than its records");
    }
  }

  int records() {
    return records;
  }

  /** The encoding that text is read in, if one is stated. */
  Optional<Charset> encoding() {
    return stated;
  }

  /** Whether a record is marked as deleted. */
  boolean isDeleted(int record) {
    return bytes[headerBytes + record * recordBytes] == '*';
  }

  FeatureProperties properties(int record) {
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> nulls = new HashSet<>();
    int start = headerBytes + record * recordBytes;
    for (Field field : fields) {
      String text = decoded(start + field.start, field.length).replace("\0", "").strip();
      switch (field.type) {
        case 'C' -> texts.put(field.name, text);
        case 'N', 'F', 'D' -> {
          if (text.isEmpty() || text.startsWith("*")) {
            nulls.add(field.name);
          } else {
            texts.put(field.name, text);
          }
        }
        case 'L' -> logical(field.name, text, texts, nulls);
        default -> nulls.add(field.name);
      }
    }
    return new FeatureProperties(texts, nulls, Set.of());
  }

  private static void logical(
      String name, String text, Map<String, String> texts, Set<String> nulls) {
    if ("TtYy".contains(text) && !text.isEmpty()) {
      texts.put(name, "true");
    } else if ("FfNn".contains(text) && !text.isEmpty()) {
      texts.put(name, "false");
    } else {
      nulls.add(name);
    }
  }

  private String decoded(int start, int length) {
    if (stated.isPresent()) {
      return new String(bytes, start, length, stated.get());
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, start, length, WESTERN);
    }
  }
}
