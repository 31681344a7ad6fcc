package org.territorydelta.summary;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/**
 * Checks that one figure adds up over regions: each level with its unassigned ground to the whole,
 * and the regions of each country to the country. Levels whose regions overlap are left aside.
 */
final class RegionSums {
  private final SourceTables tables;
  private final Map<RegionId, Long> areas = new HashMap<>();

  RegionSums(SourceTables tables) {
    this.tables = tables;
  }

  void add(RegionId region, long areaM2) {
    areas.merge(region, areaM2, Long::sum);
  }

  void check(Findings findings, String figure) {
    long all = areas.getOrDefault(RegionId.ALL, 0L);
    Map<Integer, Long> levels = new TreeMap<>();
    Map<String, Long> countries = new TreeMap<>();
    int lowest = tables.lowestLevel();
    for (RegionFacts region : tables.regions().values()) {
      if (region.id().equals(RegionId.ALL)) {
        continue;
      }
      long area = areas.getOrDefault(region.id(), 0L);
      if (!tables.overlappingLevels().contains(region.id().level())) {
        levels.merge(region.id().level(), area, Long::sum);
      }
      boolean ofCountry = !region.country().isEmpty();
      if (region.id().level() == lowest && !region.id().isUnassigned() && ofCountry) {
        countries.merge(region.country(), area, Long::sum);
      }
    }
    levels.forEach(
        (level, sum) ->
            findings.equalKm2(
                figure + " level " + level, "regions and UNASSIGNED sum to ALL", sum, all));
    if (!tables.overlappingLevels().contains(lowest)) {
      countries.forEach(
          (country, sum) ->
              findings.equalKm2(
                  figure + " " + country,
                  "a country is the sum of its regions",
                  areas.getOrDefault(RegionId.country(country), 0L),
                  sum));
    }
  }
}
