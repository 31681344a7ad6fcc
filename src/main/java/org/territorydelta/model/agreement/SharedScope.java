package org.territorydelta.model.agreement;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.RegionFacts;

/**
 * The ground on which two sources can be held against each other: the countries both of them draw,
 * inside the borders that the regions have; everything, where neither source has a scope. Border
 * bands are left aside: ground beyond a border tells how two borders were drawn, not two fronts.
 *
 * @param countries none for everything
 * @param lowestLevel the level whose regions tell the country
 */
public record SharedScope(Set<String> countries, int lowestLevel) implements Serializable {
  public SharedScope {
    countries = new TreeSet<>(countries);
  }

  /**
   * The scope that two sources share; nothing, when they draw different countries, or when there is
   * a limit and no region tells where it runs.
   *
   * @param a countries the one draws; none for no limit
   * @param b countries the other draws
   */
  public static Optional<SharedScope> of(
      Set<String> a, Set<String> b, Collection<RegionFacts> regions) {
    var both = new TreeSet<>(a.isEmpty() ? b : a);
    if (!b.isEmpty()) {
      both.retainAll(b);
    }
    int lowest = regions.stream().mapToInt(region -> region.id().level()).min().orElse(0);
    boolean limited = !a.isEmpty() || !b.isEmpty();
    boolean told =
        regions.stream().anyMatch(r -> r.id().level() == lowest && both.contains(r.country()));
    return limited && !told ? Optional.empty() : Optional.of(new SharedScope(both, lowest));
  }

  public boolean isEverything() {
    return countries.isEmpty();
  }

  /** The regions that ground in scope can lie in. */
  public List<Region> regions(Collection<Region> all) {
    return all.stream().filter(region -> draws(region.country())).toList();
  }

  /**
   * The cell without regions out of scope and without border bands; nothing, if that is no part.
   */
  public Optional<Cell> within(Cell cell) {
    var inside =
        new Cell(
            cell.memberships().stream()
                .filter(m -> !m.inBorderBand() && draws(m.country()))
                .toList());
    return isEverything() || inside.atLevel(lowestLevel).isPresent()
        ? Optional.of(inside)
        : Optional.empty();
  }

  private boolean draws(String country) {
    return isEverything() || countries.contains(country);
  }
}
