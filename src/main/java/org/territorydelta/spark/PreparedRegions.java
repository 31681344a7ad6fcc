package org.territorydelta.spark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.change.BlockFinder;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.RegionSurvey;
import org.territorydelta.change.SourceComparer;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.agreement.SharedScope;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.summary.RegionTree;

/**
 * The regions, ready to measure by: how they lie to each other, and an index for each source. It
 * hangs on no map, so it can be made while Spark starts.
 *
 * @param indexes by source; sources that draw the same countries share theirs
 * @param pairs by what any two sources are held against each other that can be
 * @param borders as they were read
 */
public record PreparedRegions(
    RegionTree tree,
    Map<String, RegionIndex> indexes,
    SortedMap<SourcePair, SourceComparer.Frame> pairs,
    PieceWriter pieces,
    BlockFinder blocks,
    Map<RegionId, Geometry> borders) {
  public static PreparedRegions of(RunConfig config, List<Region> given) {
    RegionSurvey survey = RegionSurvey.of(given, config.pieces().noiseWidthMetres());
    List<Region> regions = survey.regions();
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
    Map<RegionId, Geometry> borders = new HashMap<>();
    given.forEach(region -> borders.put(region.id(), region.geometry()));
    return new PreparedRegions(
        tree,
        indexes,
        pairs(config, regions, survey),
        new PieceWriter(config, tree),
        BlockFinder.of(regions, config.checks().limits().base().rear()),
        borders);
  }

  private static SortedMap<SourcePair, SourceComparer.Frame> pairs(
      RunConfig config, List<Region> regions, RegionSurvey survey) {
    SortedMap<SourcePair, SourceComparer.Frame> pairs = new TreeMap<>();
    if (config.checks().agreementDays() == AgreementDays.NEVER) {
      return pairs;
    }
    Map<SharedScope, RegionIndex> byScope = new HashMap<>();
    for (RunConfig.Source a : config.sources()) {
      for (RunConfig.Source b : config.sources()) {
        if (a.id().compareTo(b.id()) < 0) {
          Optional<SharedScope> scope =
              SharedScope.of(a.profile().scope(), b.profile().scope(), survey.facts());
          List<SideLayer> layers =
              SideLayer.drawnByBoth(
                  config.layerSets(), a.profile().holdings(), b.profile().holdings());
          if (scope.isPresent() && !layers.isEmpty()) {
            RegionIndex index =
                byScope.computeIfAbsent(
                    scope.get(),
                    shared ->
                        RegionIndex.of(
                            shared.regions(regions), survey.overlappingLevels(), Set.of(), 0));
            pairs.put(
                new SourcePair(a.id(), b.id()),
                new SourceComparer.Frame(
                    index, scope.get(), layers, config.checks().baselineWidthKm()));
          }
        }
      }
    }
    return pairs;
  }
}
