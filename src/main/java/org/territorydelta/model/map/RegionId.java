package org.territorydelta.model.map;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A region's name in the tables: its id within a level. Level 0 are countries, 1 and up what the
 * config gives; {@link #ALL} stands apart at level -1, so that the rows of one level add up without
 * it.
 */
public record RegionId(String id, int level) implements Comparable<RegionId>, Serializable {
  public static final int COUNTRY_LEVEL = 0;

  /** Everything a map shows, unclipped. */
  public static final RegionId ALL = new RegionId("ALL", -1);

  private static final String UNASSIGNED_WORD = "UNASSIGNED";
  private static final Comparator<RegionId> ORDER =
      Comparator.comparingInt(RegionId::level).thenComparing(RegionId::id);

  /** Ground outside every region of a level. */
  public static RegionId unassigned(int level) {
    return new RegionId(UNASSIGNED_WORD, level);
  }

  public static RegionId country(String country) {
    return new RegionId(country, COUNTRY_LEVEL);
  }

  public boolean isUnassigned() {
    return id.equals(UNASSIGNED_WORD);
  }

  /** Whether the id may not be used by a regions file. */
  public static boolean isReserved(String id) {
    return id.equals(ALL.id) || id.equals(UNASSIGNED_WORD);
  }

  @Override
  public int compareTo(RegionId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return id + " level " + level;
  }
}
