package org.territorydelta.scene;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.RegionSurvey;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.summary.RegionTree;

/** The regions of a scene, and what a run makes of them. */
public record SceneRegions(List<Region> regions, Set<String> scope, double borderBandKm) {
  /** Ground for two countries, in regions of 1, 2, 4 and 8 cells: a wrong sum names its culprit. */
  public static final SceneRegions POWERS_OF_TWO =
      of(
          region("ONE", "AA", Grid.box(0, 0, 1, 1)),
          region("TWO", "AA", Grid.box(1, 0, 3, 1)),
          region("FOUR", "BB", Grid.box(3, 0, 7, 1)),
          region("EIGHT", "BB", Grid.box(7, 0, 15, 1)));

  public static SceneRegions of(Region... regions) {
    return new SceneRegions(List.of(regions), Set.of(), 0);
  }

  /** A region of level 1. */
  public static Region region(String id, String country, Geometry geometry) {
    return region(id, 1, country, geometry);
  }

  public static Region region(String id, int level, String country, Geometry geometry) {
    return new Region(new RegionId(id, level), "Region " + id, country, geometry);
  }

  public static RegionId level1(String id) {
    return new RegionId(id, 1);
  }

  /** The same regions for a source that draws one country's ground only. */
  public SceneRegions inScope(String country, double widthKm) {
    return new SceneRegions(regions, Set.of(country), widthKm);
  }

  public RegionIndex index() {
    RegionSurvey survey = survey();
    return RegionIndex.of(survey.regions(), survey.overlappingLevels(), scope, borderBandKm);
  }

  public RegionTree tree() {
    return new RegionTree(survey().facts());
  }

  /** A border drawn twice is less than ten metres wide: 1/43 unit. */
  private RegionSurvey survey() {
    return RegionSurvey.of(regions, 10);
  }
}
