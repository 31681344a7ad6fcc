package org.territorydelta.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.NarrowGround;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.RegionRelation;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/**
 * What the regions are among themselves: how large, who borders whom, and which levels' regions
 * overlap.
 */
public final class RegionSurvey {
  private final SortedMap<RegionId, Long> areas = new TreeMap<>();
  private final SortedMap<RegionId, SortedSet<String>> neighbours = new TreeMap<>();
  private final SortedSet<Integer> overlappingLevels = new TreeSet<>();

  private final SortedMap<RegionId, Region> regions = new TreeMap<>();
  private final List<Region> given;
  private final double borderWidthMetres;

  /** Two regions of one level that share no more than a border drawn twice. */
  private record DrawnTwice(RegionId first, RegionId second) {}

  private RegionSurvey(Collection<Region> given, double borderWidthMetres) {
    this.given = List.copyOf(given);
    this.borderWidthMetres = borderWidthMetres;
  }

  /** The same where all common ground is an overlap. */
  public static RegionSurvey of(Collection<Region> regions) {
    return of(regions, 0);
  }

  /**
   * Looks through the regions of all levels.
   *
   * @param borderWidthMetres two regions whose common ground is nowhere as wide as this do not
   *     overlap: their border was drawn twice, and the ground is the region's whose id comes first
   */
  public static RegionSurvey of(Collection<Region> regions, double borderWidthMetres) {
    var survey = new RegionSurvey(regions, borderWidthMetres);
    for (Region region : regions) {
      survey.regions.put(region.id(), region);
      survey.neighbours.put(region.id(), new TreeSet<>());
    }
    survey.look();
    survey
        .regions
        .values()
        .forEach(r -> survey.areas.put(r.id(), EllipsoidalArea.m2(r.geometry())));
    return survey;
  }

  private void look() {
    List<Region> ordered = List.copyOf(regions.values());
    List<DrawnTwice> drawnTwice = new ArrayList<>();
    for (int i = 0; i < ordered.size(); i++) {
      var relation = new RegionRelation(ordered.get(i).geometry());
      for (int j = i + 1; j < ordered.size(); j++) {
        if (ordered.get(i).id().level() == ordered.get(j).id().level()) {
          compare(ordered.get(i), ordered.get(j), relation, drawnTwice);
        }
      }
    }
    drawnTwice.stream()
        .filter(pair -> !overlappingLevels.contains(pair.first.level()))
        .forEach(pair -> regions.put(pair.second, without(pair.second, pair.first)));
  }

  private Region without(RegionId region, RegionId ground) {
    Region whole = regions.get(region);
    return new Region(
        region,
        whole.name(),
        whole.country(),
        new Overlay().difference(whole.geometry(), regions.get(ground).geometry()));
  }

  private void compare(
      Region a, Region b, RegionRelation relationOfA, List<DrawnTwice> drawnTwice) {
    if (relationOfA.sharesBorderOrGround(b.geometry())) {
      neighbours.get(a.id()).add(b.id().id());
      neighbours.get(b.id()).add(a.id().id());
    }
    if (relationOfA.sharesGround(b.geometry())) {
      var overlay = new Overlay();
      Geometry shared = overlay.intersection(a.geometry(), b.geometry());
      if (EllipsoidalArea.m2(shared) > 0) {
        if (isNarrow(shared, overlay)) {
          drawnTwice.add(new DrawnTwice(a.id(), b.id()));
        } else {
          overlappingLevels.add(a.id().level());
        }
      }
    }
  }

  private boolean isNarrow(Geometry shared, Overlay overlay) {
    return borderWidthMetres > 0 && NarrowGround.of(shared, borderWidthMetres, overlay) == shared;
  }

  /**
   * The regions in the order they were given; no two of a level that does not overlap have common
   * ground.
   */
  public List<Region> regions() {
    return given.stream().map(region -> regions.get(region.id())).toList();
  }

  /** The regions without their geometry, in the order they were given. */
  public List<RegionFacts> facts() {
    return given.stream()
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
