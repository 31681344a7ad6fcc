package org.territorydelta.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.territorydelta.read.RawShape.Kind;

/**
 * Well-known text as ISO 19125 has it, heights and measures dropped, an {@code SRID=...;} of
 * PostGIS before it passed over. What cannot be read is one malformed shape.
 */
final class WktShapes {
  private static final int DEEPEST = 32;

  private final String text;
  private final List<RawShape> shapes = new ArrayList<>();
  private int at;

  private WktShapes(String text) {
    this.text = text;
  }

  /** Whether a text begins like WKT of some geometry. */
  static boolean looksLike(String text) {
    return text.length() < 1 << 26
        && text.strip()
            .toUpperCase(Locale.ROOT)
            .matches(
                "(?s)(SRID=\\d+;)?\\s*(MULTI|GEOMETRY)?(POINT|LINESTRING|POLYGON|COLLECTION)\\b.*");
  }

  /** At least one shape. */
  static List<RawShape> of(String wkt) {
    var reader = new WktShapes(wkt);
    try {
      int mark = wkt.indexOf(';');
      if (wkt.regionMatches(true, 0, "SRID=", 0, 5) && mark > 0) {
        reader.at = mark + 1;
      }
      reader.geometry(0);
      if (reader.peek() != 0) {
        throw new IllegalArgumentException("more follows the end");
      }
    } catch (IllegalArgumentException e) {
      return List.of(
          RawShape.without(
              Kind.MALFORMED, "WKT at character " + (reader.at + 1) + ": " + e.getMessage()));
    }
    return reader.shapes.isEmpty()
        ? List.of(RawShape.without(Kind.EMPTY, "empty WKT geometry"))
        : reader.shapes;
  }

  private void geometry(int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("collections lie in each other too deep");
    }
    String type = word();
    String next = word();
    boolean empty = next.equals("EMPTY");
    if (next.equals("Z") || next.equals("M") || next.equals("ZM")) {
      empty = word().equals("EMPTY");
    }
    String bare = type.replaceFirst("(Z|M|ZM)$", "");
    boolean known =
        List.of("POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION", "POINT", "MULTIPOINT")
                .contains(bare)
            || bare.endsWith("LINESTRING");
    if (!known) {
      throw new IllegalArgumentException("geometry type '" + type + "'");
    }
    if (empty) {
      return;
    }
    switch (bare) {
      case "POLYGON" -> polygon();
      case "MULTIPOLYGON" -> list(this::polygon);
      case "GEOMETRYCOLLECTION" -> list(() -> geometry(depth + 1));
      default -> {
        passOver();
        shapes.add(RawShape.without(Kind.POINT_OR_LINE, bare));
      }
    }
  }

  private void polygon() {
    List<double[]> rings = new ArrayList<>();
    if (word().equals("EMPTY")) {
      return;
    }
    list(() -> rings.add(ring()));
    shapes.add(RawShape.polygon(rings));
  }

  private double[] ring() {
    var ring = new RingList();
    list(
        () -> {
          double x = number();
          double y = number();
          while (peek() != ',' && peek() != ')') {
            number();
          }
          ring.add(x, y);
        });
    return ring.ring();
  }

  private void list(Runnable item) {
    expect('(');
    item.run();
    while (peek() == ',') {
      at++;
      item.run();
    }
    expect(')');
  }

  private void passOver() {
    int open = 0;
    do {
      char c = peek();
      if (c == 0) {
        throw new IllegalArgumentException("it ends too early");
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    } while (open > 0);
  }

  private double number() {
    peek();
    int start = at;
    while (at < text.length() && "+-.eE0123456789NaInfity".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    try {
      return Double.parseDouble(text.substring(start, at));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a number", e);
    }
  }

  /** Letters that come next, capital; none where something else does. */
  private String word() {
    peek();
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).toUpperCase(Locale.ROOT);
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw new IllegalArgumentException("expected '" + wanted + "'");
    }
    at++;
  }

  /** The next character that is no white space, which comes next then; 0 at the end. */
  private char peek() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }
}
