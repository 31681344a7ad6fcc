package org.territorydelta.change;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.RegionRelation;
import org.territorydelta.model.Region;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.SquareKm;

/**
 * What the regions are among themselves: how large, who borders whom, and which levels' regions
 * overlap.
 */
public final class RegionSurvey {
  /**
   * Overlap of two regions that is put down to a border drawn twice, not to meaning. The ground
   * goes to the region whose id comes first.
   */
  static final long BORDER_OVERLAP_M2 = SquareKm.toM2(0.01);

  private final SortedMap<RegionId, Long> areas = new TreeMap<>();
  private final SortedMap<RegionId, SortedSet<String>> neighbours = new TreeMap<>();
  private final SortedSet<Integer> overlappingLevels = new TreeSet<>();

  private final List<Region> regions;

  private RegionSurvey(Collection<Region> regions) {
    this.regions = List.copyOf(regions);
  }

  public static RegionSurvey of(Collection<Region> regions) {
    var survey = new RegionSurvey(regions);
    for (Region region : regions) {
      survey.areas.put(region.id(), EllipsoidalArea.m2(region.geometry()));
      survey.neighbours.put(region.id(), new TreeSet<>());
    }
    List<Region> ordered = survey.regions;
    for (int i = 0; i < ordered.size(); i++) {
      var relation = new RegionRelation(ordered.get(i).geometry());
      for (int j = i + 1; j < ordered.size(); j++) {
        if (ordered.get(i).id().level() == ordered.get(j).id().level()) {
          survey.compare(ordered.get(i), ordered.get(j), relation);
        }
      }
    }
    return survey;
  }

  private void compare(Region a, Region b, RegionRelation relationOfA) {
    if (relationOfA.sharesBorderOrGround(b.geometry())) {
      neighbours.get(a.id()).add(b.id().id());
      neighbours.get(b.id()).add(a.id().id());
    }
    if (relationOfA.sharesGround(b.geometry())) {
      long shared = EllipsoidalArea.m2(new Overlay().intersection(a.geometry(), b.geometry()));
      if (shared > BORDER_OVERLAP_M2) {
        overlappingLevels.add(a.id().level());
      }
    }
  }

  /** The regions without their geometry, in the order they were given. */
  public List<RegionFacts> facts() {
    return regions.stream()
        .map(
            region ->
                new RegionFacts(
                    region.id(),
                    region.name(),
                    region.country(),
                    areaM2(region.id()),
                    neighbours(region.id()),
                    overlappingLevels.contains(region.id().level())))
        .toList();
  }

  public long areaM2(RegionId region) {
    return areas.get(region);
  }

  /** Ids of the regions of the same level that share more than a point with this one. */
  public List<String> neighbours(RegionId region) {
    return List.copyOf(neighbours.get(region));
  }

  /** Levels whose regions overlap, so that their figures do not add up. */
  public SortedSet<Integer> overlappingLevels() {
    return new TreeSet<>(overlappingLevels);
  }
}
