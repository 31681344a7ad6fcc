package org.territorydelta.read;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawShape.Kind;

/**
 * Separated values with a header and a column of WKT, or of WKB in hexadecimal digits: the column
 * of a usual name, else the first whose first value is one. The other columns are properties; an
 * empty cell is null.
 */
final class WktTableBody implements FormatBody {
  private static final List<String> USUAL =
      List.of("wkt", "geometry", "geom", "the_geom", "wkt_geom", "wkt_geometry", "wkb", "shape");
  private static final int FIRST_LINES = 1 << 16;

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    byte[] start = in.readNBytes(FIRST_LINES);
    Charset charset = charset(start);
    var whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
    var text =
        new BufferedReader(
            new InputStreamReader(
                whole,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    String firstLine = new String(start, charset).lines().findFirst().orElse("");
    try {
      text.mark(1);
      if (text.read() != '\uFEFF') {
        text.reset();
      }
      return rows(new CsvRecords(text, CsvRecords.delimiter(firstLine)));
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException("not readable as " + charset + " text", e);
    }
  }

  private static Charset charset(byte[] start) {
    boolean wide =
        start.length > 1
            && (start[0] == (byte) 0xff && start[1] == (byte) 0xfe
                || start[0] == (byte) 0xfe && start[1] == (byte) 0xff);
    return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /** Whether a line of a text may be the header or a row of such a table. */
  static boolean mayHoldGeometry(String line) {
    char delimiter = CsvRecords.delimiter(line);
    for (String cell : line.split(String.valueOf(delimiter == '|' ? "\\|" : delimiter))) {
      String bare = cell.replace("\"", "").strip();
      if (USUAL.contains(bare.toLowerCase(Locale.ROOT)) || WktShapes.looksLike(bare)) {
        return true;
      }
    }
    return false;
  }

  private static RawFile rows(CsvRecords records) throws IOException {
    List<String> header =
        records.next().orElseThrow(() -> new UnreadableFileException("the file is empty")).stream()
            .map(String::strip)
            .toList();
    if (new HashSet<>(header).size() < header.size()) {
      throw new UnreadableFileException("the header has a column twice: " + header);
    }
    List<RawFeature> features = new ArrayList<>();
    Optional<Integer> column = named(header);
    Optional<List<String>> row = records.next();
    if (column.isEmpty() && row.isPresent()) {
      column = byValue(row.get());
    }
    if (column.isEmpty()) {
      throw new UnreadableFileException(
          "no column holds WKT or WKB; the columns are " + String.join(", ", header));
    }
    while (row.isPresent()) {
      features.add(feature(features.size(), header, row.get(), column.get(), records.line()));
      row = records.next();
    }
    return RawFile.of(Optional.empty(), Map.of(), features);
  }

  private static Optional<Integer> named(List<String> header) {
    for (String usual : USUAL) {
      for (int i = 0; i < header.size(); i++) {
        if (header.get(i).equalsIgnoreCase(usual)) {
          return Optional.of(i);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> byValue(List<String> row) {
    for (int i = 0; i < row.size(); i++) {
      if (WktShapes.looksLike(row.get(i)) || isHexadecimal(row.get(i).strip())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static RawFeature feature(
      int index, List<String> header, List<String> row, int column, long line) {
    Map<String, String> texts = new LinkedHashMap<>();
    Set<String> nulls = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String cell = i < row.size() ? row.get(i) : "";
      if (i == column) {
        continue;
      }
      if (cell.isEmpty()) {
        nulls.add(header.get(i));
      } else {
        texts.put(header.get(i), cell);
      }
    }
    var properties = new FeatureProperties(texts, nulls, Set.of());
    List<RawShape> shapes =
        row.size() > header.size()
            ? List.of(
                RawShape.without(Kind.MALFORMED, row.size() + " cells, expected " + header.size()))
            : shapes(column < row.size() ? row.get(column).strip() : "");
    return new RawFeature(index, properties, shapes, "line " + line + " " + properties);
  }

  private static List<RawShape> shapes(String text) {
    if (text.isEmpty()) {
      return List.of(RawShape.without(Kind.NULL, "no geometry"));
    }
    return isHexadecimal(text) ? WkbShapes.of(HexFormat.of().parseHex(text)) : WktShapes.of(text);
  }

  private static boolean isHexadecimal(String text) {
    return text.length() >= 10
        && text.length() % 2 == 0
        && text.startsWith("0")
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }
}
