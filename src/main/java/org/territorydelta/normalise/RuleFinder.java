package org.territorydelta.normalise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.config.Extent;
import org.territorydelta.config.Rule;
import org.territorydelta.model.RecentResults;
import org.territorydelta.model.map.FeatureProperties;

/**
 * Finds the rule that decides for a polygon: the first that matches. Properties are asked first,
 * and once where they come back file after file; where a polygon lies, only when a rule that they
 * leave open asks for it.
 */
final class RuleFinder {
  private final List<Rule> rules;
  private final Extent extent;
  private final RecentResults<FeatureProperties, List<Rule>> known = new RecentResults<>();

  RuleFinder(List<Rule> rules, Extent extent) {
    this.rules = rules;
    this.extent = extent;
  }

  /** Begins the next file. */
  void next() {
    known.next();
  }

  /** The rules that may decide for the polygons of a feature with these properties. */
  Candidates candidates(FeatureProperties properties, LocalDate mapDate) {
    List<Rule> open = new ArrayList<>();
    for (Rule rule : onSomeDay(properties)) {
      if (rule.isFor(mapDate)) {
        open.add(rule);
        if (!rule.asksForShape()) {
          break;
        }
      }
    }
    return new Candidates(open, extent);
  }

  /**
   * The rule that ignores a feature on whatever day its map is, and wherever it lies, if one does.
   */
  Optional<Rule> alwaysIgnoring(FeatureProperties properties) {
    for (Rule rule : onSomeDay(properties)) {
      if (rule.holding().isPresent()) {
        return Optional.empty();
      }
      if (decidesAlone(rule)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** The rules for such properties on one day or another, up to one that leaves nothing open. */
  private List<Rule> onSomeDay(FeatureProperties properties) {
    return known.of(properties, this::matching);
  }

  private List<Rule> matching(FeatureProperties properties) {
    List<Rule> matching = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.matchesOnSomeDay(properties)) {
        matching.add(rule);
        if (decidesAlone(rule)) {
          break;
        }
      }
    }
    return matching;
  }

  private static boolean decidesAlone(Rule rule) {
    return rule.isUndated() && !rule.asksForShape();
  }

  /**
   * Rules that match a feature's properties, in order, up to the first that asks nothing of the
   * shape.
   */
  record Candidates(List<Rule> rules, Extent extent) {
    /** Whether no rule is for the feature. */
    boolean isEmpty() {
      return rules.isEmpty();
    }

    /** The rule that ignores every polygon of the feature, wherever it lies, if one does. */
    Optional<Rule> ignoring() {
      boolean ignored =
          !rules.isEmpty()
              && !last().asksForShape()
              && rules.stream().allMatch(rule -> rule.holding().isEmpty());
      return ignored ? Optional.of(last()) : Optional.empty();
    }

    /** Whether one rule decides for the feature whatever its shape. */
    boolean isDecided() {
      return rules.size() == 1 && !last().asksForShape();
    }

    private Rule last() {
      return rules.get(rules.size() - 1);
    }

    /**
     * The rule for a polygon that was drawn so.
     *
     * @param rings in longitude/latitude
     * @param polygon the same, made valid
     */
    Optional<Rule> ruleFor(List<double[]> rings, Polygon polygon) {
      Optional<String> country = Optional.empty();
      for (Rule rule : rules) {
        if (!reaches(rule, rings)) {
          continue;
        }
        if (rule.countries().isEmpty()) {
          return Optional.of(rule);
        }
        if (country.isEmpty()) {
          country = Optional.of(CountryLayer.packed().countryOf(polygon).orElse(""));
        }
        if (rule.countries().contains(country.get())) {
          return Optional.of(rule);
        }
      }
      return Optional.empty();
    }

    private boolean reaches(Rule rule, List<double[]> rings) {
      return switch (rule.where().reach()) {
        case ANYWHERE -> true;
        case INSIDE_EXTENT -> extent.contains(rings.get(0));
        case OUTSIDE_EXTENT -> !extent.contains(rings.get(0));
      };
    }
  }
}
