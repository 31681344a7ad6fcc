package org.territorydelta.model.agreement;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.model.Words;
import org.territorydelta.model.map.Cell;

/**
 * A piece of ground that, at the end of the last compared day of a month, one source gives to a
 * side and the other does not. Connected ground is cut by its kind and by the regions of every
 * level.
 *
 * @param standingM2 the part that {@code shownBy} gave to the side on every compared day of the
 *     month, and the other source on none
 * @param ground in longitude/latitude; empty where it is not known
 */
public record DisagreementPolygon(
    Key key, Place place, long areaM2, long standingM2, Geometry ground) implements Serializable {
  /**
   * Which comparison it is of.
   *
   * @param day whose end it shows
   */
  public record Key(
      SourcePair sources, String side, String layerSet, YearMonth month, LocalDate day)
      implements Serializable {}

  /**
   * Which piece it is.
   *
   * @param shownBy the source that gives it to the side
   * @param piece number of the connected ground it is part of, from 1 by size, for each key and
   *     source
   * @param cell the regions it lies in
   */
  public record Place(String shownBy, Kind kind, int piece, Cell cell)
      implements Comparable<Place>, Serializable {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::shownBy)
            .thenComparing(Place::piece)
            .thenComparing(Place::kind)
            .thenComparing(Place::cell);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** Why two sources differ. */
  public enum Kind {
    /** The sources do not mean the same ground. */
    BASELINE("baseline"),
    /** They draw the front, a border or a coast differently. */
    FRONT("front");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public static Kind parse(String word) {
      return Words.parse("kind of disagreement", values(), Kind::word, word);
    }
  }
}
