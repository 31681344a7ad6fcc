package org.territorydelta.claim;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.territorydelta.config.DateRule;
import org.territorydelta.config.Rule;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionFacts;

/** What a source can speak to, by its profile: whose ground it draws, how held, and where. */
final class SourceCoverage {
  private final RunConfig.Source source;
  private final List<LayerSet> layerSets;

  SourceCoverage(RunConfig.Source source, Collection<LayerSet> layerSets) {
    this.source = source;
    this.layerSets = List.copyOf(layerSets);
  }

  String sourceId() {
    return source.id();
  }

  /**
   * Whether its file dates tell when a map could be known. Dates that are only reckoned from the
   * day a map shows do not.
   */
  boolean fileDatesTell() {
    return source.profile().dates().fileDate().origin() != DateRule.Origin.OTHER_DATE;
  }

  /** Days from the date in a file to the day whose end its map shows. */
  int offsetDays() {
    return source.profile().dates().mapDate().plusDays();
  }

  /** Whether it ever gives the side any ground. */
  boolean draws(String side) {
    return source.profile().firmToSoft().stream().anyMatch(h -> h.side().equals(side));
  }

  /** Every side that it gives ground, but for disputed ground, which is no side's. */
  List<String> sides() {
    return source.profile().firmToSoft().stream()
        .map(Holding::side)
        .filter(side -> !side.equals(Holding.DISPUTED))
        .distinct()
        .toList();
  }

  /** Whether it draws a country's ground, by its scope. */
  boolean isScope(String country) {
    return source.profile().scope().contains(country);
  }

  /** The layer sets by which it can give the side ground. */
  List<LayerSet> layerSets(String side) {
    return layerSets.stream()
        .filter(set -> source.profile().firmToSoft().stream().anyMatch(h -> set.controls(side, h)))
        .toList();
  }

  /** Whether the region lies in a country that the source draws at all. */
  boolean isInScope(RegionFacts region) {
    Set<String> scope = source.profile().scope();
    return scope.isEmpty() || region.country().isEmpty() || scope.contains(region.country());
  }

  /**
   * Whether it can give the side ground in the region. For everything the map shows, it must draw
   * the side wherever it is: a source that draws one side's ground in one country only does not
   * tell how much that side has in all.
   */
  boolean drawsIn(String side, LayerSet layerSet, RegionFacts region) {
    List<Rule> rules = source.profile().rules();
    return isInScope(region)
        && IntStream.range(0, rules.size())
            .anyMatch(
                i -> {
                  Rule rule = rules.get(i);
                  boolean counted =
                      rule.holding().filter(held -> layerSet.controls(side, held)).isPresent();
                  return counted && reaches(rule, rules.subList(0, i), region);
                });
  }

  private static boolean reaches(Rule rule, List<Rule> before, RegionFacts region) {
    if (!rule.countries().isEmpty()) {
      return rule.countries().contains(region.country());
    }
    // A rule before it that asks for the same and for that country takes its polygons first.
    return before.stream()
        .noneMatch(
            earlier ->
                earlier.when().equals(rule.when())
                    && earlier.where().reach() != Rule.Reach.OUTSIDE_EXTENT
                    && earlier.countries().contains(region.country()));
  }
}
