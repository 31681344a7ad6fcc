package org.territorydelta.model.breaks;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A place in a source's series that no ground truth explains. It is a flag, not a verdict: what it
 * names stays as published, unless the config excludes its kind.
 *
 * @param areaM2 the ground in question
 * @param rule the rule that found it
 * @param excluded whether the maps from {@code first} to {@code last} are left out of all figures
 */
public record SeriesBreak(
    Key key, Maps maps, long areaM2, String rule, String detail, boolean excluded)
    implements Comparable<SeriesBreak>, Serializable {
  private static final Comparator<SeriesBreak> ORDER =
      Comparator.comparing((SeriesBreak found) -> found.key.sourceId)
          .thenComparing(found -> found.key.mapDate)
          .thenComparing(found -> found.key.kind)
          .thenComparing(found -> found.key.side)
          .thenComparing(SeriesBreak::rule);

  /**
   * Which break it is.
   *
   * @param mapDate of the first map that shows it
   * @param side whose ground it is about, or {@link #ALL_SIDES}
   */
  public record Key(String sourceId, LocalDate mapDate, BreakKind kind, String side)
      implements Serializable {
    /** The map as a whole. */
    public static final String ALL_SIDES = "ALL";
  }

  /**
   * The maps it lies between.
   *
   * @param opening the map before; {@link MapFileDate#NONE} where the series begins with it
   * @param first the first map that shows it
   * @param last the last map that shows it, of a kind that reverts; else the first
   */
  public record Maps(MapFileDate opening, MapFileDate first, MapFileDate last)
      implements Serializable {}

  /** A map and the file it was read from. */
  public record MapFileDate(LocalDate mapDate, String file) implements Serializable {
    /** No map. */
    public static final MapFileDate NONE = new MapFileDate(LocalDate.EPOCH, "");

    public boolean isNone() {
      return file.isEmpty();
    }
  }

  /** Whether the map of a day is part of it. */
  public boolean shows(LocalDate mapDate) {
    return !mapDate.isBefore(maps.first.mapDate) && !mapDate.isAfter(maps.last.mapDate);
  }

  /**
   * Whether it breaks figures of a side's ground: by its kind, and unless its maps are left out.
   */
  public boolean breaksFiguresOf(String side) {
    return key.kind.breaksFigures()
        && !excluded
        && (key.side.equals(side) || key.side.equals(Key.ALL_SIDES));
  }

  /** Whether the step into it lies between two maps. */
  public boolean beginsBetween(LocalDate openingMap, LocalDate closingMap) {
    return openingMap.isBefore(maps.first.mapDate) && !closingMap.isBefore(maps.first.mapDate);
  }

  /** Whether the step out of it lies between two maps; of a kind that stays there is none. */
  public boolean endsBetween(LocalDate openingMap, LocalDate closingMap) {
    return key.kind.isExcludable()
        && !openingMap.isAfter(maps.last.mapDate)
        && closingMap.isAfter(maps.last.mapDate);
  }

  /**
   * Whether one of two maps has the break in it and the other has not, so that they do not compare.
   * Those before and after a dropout do.
   */
  public boolean parts(LocalDate openingMap, LocalDate closingMap) {
    return beginsBetween(openingMap, closingMap) != endsBetween(openingMap, closingMap);
  }

  public SeriesBreak asExcluded() {
    return new SeriesBreak(key, maps, areaM2, rule, detail, true);
  }

  @Override
  public int compareTo(SeriesBreak other) {
    return ORDER.compare(this, other);
  }
}
