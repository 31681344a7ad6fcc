package org.territorydelta.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.territorydelta.model.map.FileFormat;

/** Tells a file's format by its first bytes; its name plays no part. */
final class FormatFinder {
  /** Enough for the first feature's properties of any file seen, or for its first positions. */
  static final int LOOKED_AT_BYTES = 1 << 16;

  /** How deep the members are that tell JSON formats apart. */
  private static final int TELLING_DEPTH = 5;

  private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final byte[] FLATGEOBUF = {'f', 'g', 'b'};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private FormatFinder() {}

  /**
   * The format, if it is one of those known. A zip file has none of its own.
   *
   * @param start at least {@link #LOOKED_AT_BYTES}, or all there are
   */
  static Optional<FileFormat> find(byte[] start) {
    if (begins(start, SQLITE)) {
      return Optional.of(FileFormat.GEOPACKAGE);
    }
    if (begins(start, PARQUET)) {
      return Optional.of(FileFormat.PARQUET);
    }
    if (begins(start, FLATGEOBUF)) {
      return Optional.of(FileFormat.FLATGEOBUF);
    }
    if (start.length >= 4 && ByteBuffer.wrap(start).getInt() == ShapefileBody.MAGIC) {
      return Optional.of(FileFormat.SHAPEFILE);
    }
    if (start.length > 1 && (start[0] == (byte) 0xff || start[0] == (byte) 0xfe)) {
      // UTF-16, which only KML and tables come in.
      String text = new String(start, StandardCharsets.UTF_16);
      return Optional.of(
          text.stripLeading().startsWith("<") ? FileFormat.KML : FileFormat.WKT_TABLE);
    }
    int first = begins(start, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    while (first < start.length && isSpace(start[first])) {
      first++;
    }
    if (first == start.length) {
      return Optional.empty();
    }
    return switch (start[first]) {
      case '<' -> Optional.of(FileFormat.KML);
      case 0x1e -> Optional.of(FileFormat.GEOJSON_SEQUENCE);
      case '{', '[' -> Optional.of(json(start));
      default -> table(start);
    };
  }

  /** JSON's and XML's white space; a record separator is none. */
  private static boolean isSpace(byte value) {
    return value == ' ' || value == '\t' || value == '\n' || value == '\r';
  }

  private static boolean begins(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  /** A table has its geometry named in the header, or to be seen in the first rows. */
  private static Optional<FileFormat> table(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8);
    return text.indexOf('\0') < 0 && text.lines().limit(3).anyMatch(WktTableBody::mayHoldGeometry)
        ? Optional.of(FileFormat.WKT_TABLE)
        : Optional.empty();
  }

  /** What was seen of a JSON document as far as it was looked at. */
  private static final class Seen {
    final Set<String> members = new HashSet<>();
    final Map<String, String> texts = new HashMap<>();
    boolean rootEnded;
    boolean moreFollows;

    boolean has(String path) {
      return members.contains(path);
    }
  }

  private static FileFormat json(byte[] start) {
    Seen seen = seen(start);
    String type = seen.texts.getOrDefault("type", "none");
    if (type.equals("Topology") || seen.has("objects") && seen.has("arcs")) {
      return FileFormat.TOPOJSON;
    }
    if (seen.has("error.code")
        || seen.has("geometryType")
        || seen.has("spatialReference.wkid")
        || seen.has("features[].attributes")
        || seen.has("features[].geometry.rings")) {
      return FileFormat.ESRI_JSON;
    }
    if (seen.members.stream()
        .anyMatch(path -> path.matches("fields(\\.[^.\\[]+|\\[\\])\\.points"))) {
      return FileFormat.LIVEUAMAP;
    }
    boolean sequence =
        seen.has("[]")
            || seen.moreFollows
            || type.equals("Feature")
            || seen.has("coordinates")
            || type.equals("GeometryCollection");
    return sequence ? FileFormat.GEOJSON_SEQUENCE : FileFormat.GEOJSON;
  }

  /**
   * The member of a JSON document, or of each item of one, that the features are in; mostly none.
   */
  static String wrapper(byte[] start) {
    Seen seen = seen(start);
    if (seen.has("features") || seen.has("[].features") || seen.has("[].geometry")) {
      return "";
    }
    return seen.members.stream()
        .filter(path -> path.matches("(\\[\\]\\.)?[^\\[]+(\\.features|\\[\\]\\.geometry)"))
        .map(
            path ->
                path.replaceFirst("(\\.features|\\[\\]\\.geometry)$", "")
                    .replaceFirst("^\\[\\]\\.", ""))
        .min(Comparator.comparing(String::length))
        .orElse("");
  }

  private static Seen seen(byte[] start) {
    var seen = new Seen();
    try (JsonParser parser = JsonArrays.JSON.createParser(new ByteArrayInputStream(start))) {
      parser.nextToken();
      look(parser, "", 0, seen);
      seen.rootEnded = true;
      seen.moreFollows = parser.nextToken() != null;
    } catch (IOException e) {
      // The end of what is looked at, or of what is JSON; the reader will say which.
      seen.moreFollows |= seen.rootEnded;
    }
    return seen;
  }

  private static void look(JsonParser parser, String path, int depth, Seen seen)
      throws IOException {
    JsonToken token = parser.currentToken();
    if (depth > TELLING_DEPTH || token == null || token.isScalarValue()) {
      if (token != null && token.isScalarValue()) {
        seen.texts.putIfAbsent(path, parser.getText());
      }
      parser.skipChildren();
    } else if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String member = path.isEmpty() ? parser.currentName() : path + "." + parser.currentName();
        seen.members.add(member);
        parser.nextToken();
        look(parser, member, depth + 1, seen);
      }
    } else {
      seen.members.add(path + "[]");
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        look(parser, path + "[]", depth + 1, seen);
      }
    }
  }
}
