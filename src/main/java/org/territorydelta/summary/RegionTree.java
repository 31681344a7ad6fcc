package org.territorydelta.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.InputException;
import org.territorydelta.model.claim.StatedArea;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/** Which cells make up which region: the given levels, the countries above them, and the whole. */
public final class RegionTree implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * A region that a cell is part of.
   *
   * @param outsideBorder whether the cell lies outside the region's own border
   */
  public record PartOf(RegionId region, boolean outsideBorder) {}

  private final TreeMap<RegionId, RegionFacts> regions = new TreeMap<>();
  private final TreeSet<Integer> levels = new TreeSet<>();

  /**
   * @param given the regions of all levels that were read
   * @param stated areas to take shares of in place of regions' own
   * @throws InputException when there is no such region
   */
  public RegionTree(Collection<RegionFacts> given, Collection<StatedArea> stated) {
    this(given);
    for (StatedArea area : stated) {
      RegionFacts region = regions.get(area.region());
      if (region == null) {
        throw new InputException(
            "Cannot take shares of a stated area: region="
                + area.region()
                + ", expected one of "
                + regions.keySet());
      }
      regions.put(region.id(), region.with(area.denominator()));
    }
  }

  /**
   * @param given the regions of all levels that were read
   */
  public RegionTree(Collection<RegionFacts> given) {
    regions.put(RegionId.ALL, RegionFacts.ALL);
    TreeMap<String, Long> countries = new TreeMap<>();
    int lowest = given.stream().mapToInt(region -> region.id().level()).min().orElse(0);
    TreeMap<String, TreeSet<String>> neighbours = new TreeMap<>();
    SortedMap<String, String> countryOf = new TreeMap<>();
    given.stream()
        .filter(region -> region.id().level() == lowest)
        .forEach(region -> countryOf.put(region.id().id(), region.country()));
    boolean overlapping = false;
    for (RegionFacts region : given) {
      regions.put(region.id(), region);
      levels.add(region.id().level());
      if (region.id().level() == lowest) {
        overlapping |= region.overlapping();
        if (region.country().isEmpty()) {
          continue;
        }
        countries.merge(region.country(), region.areaM2(), Long::sum);
        SortedSet<String> around =
            neighbours.computeIfAbsent(region.country(), key -> new TreeSet<>());
        region.neighbours().stream()
            .map(countryOf::get)
            .filter(country -> !country.equals(region.country()))
            .forEach(around::add);
      }
    }
    for (var country : countries.entrySet()) {
      RegionId id = RegionId.country(country.getKey());
      List<String> around = List.copyOf(neighbours.get(country.getKey()));
      regions.put(
          id,
          new RegionFacts(
              id, country.getKey(), country.getKey(), country.getValue(), around, overlapping));
      levels.add(RegionId.COUNTRY_LEVEL);
    }
    for (int level : levels) {
      regions.put(RegionId.unassigned(level), RegionFacts.unassigned(level));
    }
  }

  /** Every region there can be a figure for, by level and id. */
  public List<RegionFacts> regions() {
    return List.copyOf(regions.values());
  }

  /** The level whose regions tell the country; nothing without regions. */
  OptionalInt lowestLevel() {
    Integer lowest = levels.higher(RegionId.COUNTRY_LEVEL);
    return lowest == null ? OptionalInt.empty() : OptionalInt.of(lowest);
  }

  public RegionFacts facts(RegionId id) {
    return regions.get(id);
  }

  /** Every region that a cell is part of: its own, their country or none, and the whole. */
  public List<PartOf> regionsOf(Cell cell) {
    List<PartOf> regionsOfCell = new ArrayList<>();
    regionsOfCell.add(new PartOf(RegionId.ALL, false));
    for (Cell.Membership membership : cell.memberships()) {
      regionsOfCell.add(new PartOf(membership.region(), membership.inBorderBand()));
    }
    for (int level : levels) {
      if (level == RegionId.COUNTRY_LEVEL) {
        regionsOfCell.add(country(cell));
      } else if (cell.atLevel(level).isEmpty()) {
        regionsOfCell.add(new PartOf(RegionId.unassigned(level), false));
      }
    }
    return regionsOfCell;
  }

  private PartOf country(Cell cell) {
    return lowestOf(cell)
        .map(m -> new PartOf(RegionId.country(m.country()), m.inBorderBand()))
        .orElse(new PartOf(RegionId.unassigned(RegionId.COUNTRY_LEVEL), false));
  }

  private Optional<Cell.Membership> lowestOf(Cell cell) {
    OptionalInt lowest = lowestLevel();
    return lowest.isEmpty() ? Optional.empty() : cell.atLevel(lowest.getAsInt());
  }

  /**
   * Whether a cell lies in some countries or in their border band; any does where no country is
   * named, or no region tells where a country is.
   */
  public boolean isIn(Set<String> countries, Cell cell) {
    return countries.isEmpty()
        || !levels.contains(RegionId.COUNTRY_LEVEL)
        || lowestOf(cell).filter(m -> countries.contains(m.country())).isPresent();
  }

  /** Areas given by cell as areas by region: the cells' regions, their countries, and the whole. */
  public SortedMap<RegionId, Long> sums(SortedMap<Cell, Long> areasM2) {
    SortedMap<RegionId, Long> sums = new TreeMap<>();
    sums.put(RegionId.ALL, 0L);
    areasM2.forEach(
        (cell, areaM2) ->
            regionsOf(cell).forEach(part -> sums.merge(part.region, areaM2, Math::addExact)));
    return sums;
  }
}
