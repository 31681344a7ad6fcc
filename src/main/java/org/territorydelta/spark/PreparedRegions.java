package org.territorydelta.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.RegionSurvey;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.Region;
import org.territorydelta.summary.RegionTree;

/**
 * The regions, ready to measure by: how they lie to each other, and an index for each source. It
 * hangs on no map, so it can be made while Spark starts.
 *
 * @param indexes by source; sources that draw the same countries share theirs
 */
public record PreparedRegions(
    RegionTree tree, Map<String, RegionIndex> indexes, PieceTeller teller) {
  public static PreparedRegions of(RunConfig config, List<Region> regions) {
    RegionSurvey survey = RegionSurvey.of(regions);
    Map<Set<String>, RegionIndex> byScope = new HashMap<>();
    Map<String, RegionIndex> indexes = new HashMap<>();
    for (RunConfig.Source source : config.sources()) {
      indexes.put(
          source.id(),
          byScope.computeIfAbsent(
              source.profile().scope(),
              scope ->
                  RegionIndex.of(
                      regions, survey.overlappingLevels(), scope, config.borderBandKm())));
    }
    var tree = new RegionTree(survey.facts(), config.figures().denominators());
    return new PreparedRegions(tree, indexes, new PieceTeller(config, tree));
  }
}
