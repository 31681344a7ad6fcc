package org.territorydelta.read;

import java.util.Arrays;

/**
 * Finds the end of a coordinates array without reading its numbers: lists within lists, of plain
 * numbers all at one depth, by the grammar of RFC 8259. Of anything else nothing is said; {@link
 * GeoJsonGeometry} reads that.
 */
final class CoordinateScanner {
  static final int UNUSUAL = -1;

  /** Numbers of maps have about ten characters; longer ones are left to the parser's own bounds. */
  private static final int LONGEST_NUMBER = 64;

  private int begin;
  private int end;
  private int depth;
  private int members;
  private int[] bounds = new int[16];

  /**
   * @param text with a zero after its last byte
   * @param from where the array's first bracket is
   * @return where the array ends, after its last bracket; {@link #UNUSUAL} for anything but lists
   *     of numbers
   */
  int scan(byte[] text, int from) {
    int level = 0;
    depth = 0;
    members = 0;
    begin = from;
    int at = from;
    while (true) {
      byte next = text[at];
      if (next == '[') {
        level++;
        if (level == 2) {
          open(at);
        }
        at++;
        continue;
      }
      if (isBlank(next)) {
        at++;
        continue;
      }
      if (level != depth && depth != 0 || level == 0) {
        return UNUSUAL;
      }
      depth = level;
      at = number(text, at);
      if (at == UNUSUAL) {
        return UNUSUAL;
      }
      for (next = text[at++]; next != ','; next = text[at++]) {
        if (next == ']') {
          level--;
          if (level == 1) {
            bounds[2 * members - 1] = at;
          } else if (level == 0) {
            end = at;
            return at;
          }
        } else if (!isBlank(next)) {
          return UNUSUAL;
        }
      }
    }
  }

  private void open(int at) {
    if (2 * members == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * members] = at;
    members++;
  }

  /** Where the array found last begins, by its first bracket. */
  int begin() {
    return begin;
  }

  /** Where the array found last ends, after its last bracket. */
  int end() {
    return end;
  }

  /** How many brackets the numbers found last stand in. */
  int depth() {
    return depth;
  }

  /** How many lists are right within the array found last; none when it holds the numbers. */
  int members() {
    return members;
  }

  /** Where such a list begins, by its first bracket. */
  int begin(int member) {
    return bounds[2 * member];
  }

  /** Where such a list ends, after its last bracket. */
  int end(int member) {
    return bounds[2 * member + 1];
  }

  static boolean isBlank(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  /** The end of a number; without leading zeros, and with digits wherever it must have some. */
  private static int number(byte[] text, int from) {
    int at = text[from] == '-' ? from + 1 : from;
    int end = text[at] == '0' ? at + 1 : digits(text, at);
    if (end != UNUSUAL && text[end] == '.') {
      end = digits(text, end + 1);
    }
    if (end != UNUSUAL && (text[end] == 'e' || text[end] == 'E')) {
      boolean signed = text[end + 1] == '-' || text[end + 1] == '+';
      end = digits(text, signed ? end + 2 : end + 1);
    }
    return end - from > LONGEST_NUMBER ? UNUSUAL : end;
  }

  private static int digits(byte[] text, int from) {
    int at = from;
    while (text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at == from ? UNUSUAL : at;
  }
}
