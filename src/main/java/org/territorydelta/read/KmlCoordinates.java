package org.territorydelta.read;

import java.util.ArrayList;
import java.util.List;

/**
 * KML's text of positions: {@code lon,lat} or {@code lon,lat,height}, parted by white space; white
 * space beside a comma is borne. A position that is none is {@code NaN}.
 */
final class KmlCoordinates {
  private KmlCoordinates() {}

  static double[] ring(String text) {
    var ring = new RingList();
    List<String> numbers = new ArrayList<>(3);
    int at = 0;
    boolean comma = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ',') {
        if (comma || numbers.isEmpty()) {
          numbers.add("");
        }
        comma = true;
        at++;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        int start = at;
        while (at < text.length()
            && text.charAt(at) != ','
            && !Character.isWhitespace(text.charAt(at))) {
          at++;
        }
        if (!comma && !numbers.isEmpty()) {
          position(numbers, ring);
        }
        numbers.add(text.substring(start, at));
        comma = false;
      }
    }
    if (!numbers.isEmpty()) {
      position(numbers, ring);
    }
    return ring.ring();
  }

  private static void position(List<String> numbers, RingList ring) {
    boolean whole = numbers.size() == 2 || numbers.size() == 3;
    ring.add(
        whole ? number(numbers.get(0)) : Double.NaN, whole ? number(numbers.get(1)) : Double.NaN);
    numbers.clear();
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
