package org.territorydelta.model.map;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * The finest piece of the region map: all ground that lies in the same regions. Areas are measured
 * and rounded per cell, and every region's figure is a sum over cells; that is why the regions of a
 * level and its unassigned ground add up to the whole exactly.
 *
 * @param memberships the regions the ground lies in, sorted; a level that is missing here leaves
 *     the ground unassigned at that level
 */
public record Cell(List<Membership> memberships) implements Comparable<Cell>, Serializable {
  /** Outside every region. */
  public static final Cell OUTSIDE = new Cell(List.of());

  /**
   * One region of a cell.
   *
   * @param country the region's country
   * @param inBorderBand whether the ground lies outside the region's own border and was given to it
   *     because it is the nearest one in the source's scope
   */
  public record Membership(RegionId region, String country, boolean inBorderBand)
      implements Comparable<Membership>, Serializable {
    @Override
    public int compareTo(Membership other) {
      int byRegion = region.compareTo(other.region);
      return byRegion != 0 ? byRegion : Boolean.compare(inBorderBand, other.inBorderBand);
    }
  }

  public Cell {
    memberships = memberships.stream().sorted().toList();
  }

  public Optional<Membership> atLevel(int level) {
    return memberships.stream().filter(m -> m.region().level() == level).findFirst();
  }

  @Override
  public int compareTo(Cell other) {
    int shared = Math.min(memberships.size(), other.memberships.size());
    for (int i = 0; i < shared; i++) {
      int order = memberships.get(i).compareTo(other.memberships.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(memberships.size(), other.memberships.size());
  }
}
