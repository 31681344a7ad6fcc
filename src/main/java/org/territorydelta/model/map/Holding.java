package org.territorydelta.model.map;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Who holds a piece of ground, and how: a side and a status, both free vocabularies of the source's
 * profile. {@link #NONE} stands for ground that a map gives to nobody.
 */
public record Holding(String side, String status) implements Comparable<Holding>, Serializable {
  /** The side of ground whose holder a source calls contested or unknown. */
  public static final String DISPUTED = "DISPUTED";

  private static final String NONE_WORD = "none";

  /** Ground that the map gives to nobody. */
  public static final Holding NONE = new Holding(NONE_WORD, NONE_WORD);

  private static final Comparator<Holding> ORDER =
      Comparator.comparing(Holding::side).thenComparing(Holding::status);

  public Holding {
    if (side.isBlank() || status.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot build a holding: side='"
              + side
              + "', status='"
              + status
              + "', expected two words");
    }
    if (side.equals(NONE_WORD) != status.equals(NONE_WORD)) {
      throw new IllegalArgumentException(
          "Cannot build a holding: '" + NONE_WORD + "' is reserved for ground held by nobody");
    }
  }

  /** Reads what {@link #toString} writes: side and status with one space between them. */
  public static Holding parse(String text) {
    String[] words = text.strip().split("\\s+");
    if (words.length != 2) {
      throw new IllegalArgumentException(
          "Cannot read holding: text='"
              + text
              + "', expected a side and a status, as in 'RU held'");
    }
    return new Holding(words[0], words[1]);
  }

  public boolean isNone() {
    return equals(NONE);
  }

  @Override
  public int compareTo(Holding other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return side + " " + status;
  }
}
