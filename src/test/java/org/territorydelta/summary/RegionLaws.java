package org.territorydelta.summary;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.Violation;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/** The laws of {@code region}. */
public final class RegionLaws {
  private RegionLaws() {}

  /** What breaks a law; nothing when all hold. */
  public static List<Violation> check(Collection<RegionFacts> regions) {
    var findings = new Findings("region");
    SortedMap<RegionId, RegionFacts> byId = new TreeMap<>();
    for (RegionFacts region : regions) {
      findings.unique(region.id());
      byId.put(region.id(), region);
    }
    findings.holds(
        byId.containsKey(RegionId.ALL), RegionId.ALL, "the whole map is a region of level -1");
    for (RegionFacts region : regions) {
      int level = region.id().level();
      findings.holds(
          level < RegionId.COUNTRY_LEVEL || byId.containsKey(RegionId.unassigned(level)),
          region.id(),
          "every level has UNASSIGNED");
      if (region.denominator().isOwnBorder()) {
        findings.equalKm2(
            region.id(),
            "shares are of the region's own area where no other is stated",
            region.denominator().areaM2(),
            region.areaM2());
      }
      for (String neighbour : region.neighbours()) {
        RegionFacts other = byId.get(new RegionId(neighbour, level));
        findings.holds(
            other != null && other.neighbours().contains(region.id().id()),
            region.id(),
            "a neighbour's neighbour is oneself: " + neighbour);
      }
    }
    countries(findings, byId);
    return findings.violations();
  }

  private static void countries(Findings findings, SortedMap<RegionId, RegionFacts> byId) {
    var levels = new TreeSet<Integer>();
    byId.keySet().forEach(id -> levels.add(id.level()));
    Integer lowest = levels.higher(RegionId.COUNTRY_LEVEL);
    Map<String, Long> sums = new TreeMap<>();
    for (RegionFacts region : byId.values()) {
      if (lowest != null && region.id().level() == lowest && !region.id().isUnassigned()) {
        sums.merge(region.country(), region.areaM2(), Long::sum);
      }
    }
    for (RegionFacts region : byId.values()) {
      if (region.id().level() == RegionId.COUNTRY_LEVEL && !region.id().isUnassigned()) {
        findings.equalKm2(
            region.id(),
            "a country is the sum of its regions",
            region.areaM2(),
            sums.getOrDefault(region.id().id(), 0L));
      }
    }
  }
}
