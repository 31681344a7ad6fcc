package org.territorydelta.normalise;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.config.Rule;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.RuleMatch.Decision;
import org.territorydelta.model.map.RuleMatch.Outcome;
import org.territorydelta.model.map.SnapshotId;

/** Counts which rule took which polygons of one map, and by what values of their properties. */
final class RuleTally {
  /** Values of one rule on one map that are kept; the first in order of the alphabet. */
  private static final int MOST_VALUES = 200;

  private static final class Sum {
    private long polygons;
    private long areaM2;
    private final SortedSet<String> values = new TreeSet<>();
  }

  private final RuleVocabulary vocabulary;
  private final SortedMap<Decision, Sum> sums = new TreeMap<>();

  RuleTally(RuleVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  void held(Rule rule, Holding holding, FeatureProperties properties, long areaM2) {
    var decision =
        new Decision(rule.name(), Outcome.HELD, holding.toString(), rule.when().isEmpty());
    add(decision, properties, areaM2);
  }

  void ignored(Rule rule, FeatureProperties properties) {
    String why = rule.outcome() instanceof Rule.Ignore ignore ? ignore.reason() : "";
    add(new Decision(rule.name(), Outcome.IGNORED, why, rule.when().isEmpty()), properties, 0);
  }

  /** By a built-in rule, for what can hold no ground; what it is called does not matter. */
  void withoutGround(String rule) {
    var decision = new Decision(rule, Outcome.IGNORED, "it can hold no ground", false);
    sums.computeIfAbsent(decision, key -> new Sum()).polygons++;
  }

  void rejected(RejectionReason reason, FeatureProperties properties) {
    add(Decision.rejected(reason), properties, 0);
  }

  private void add(Decision decision, FeatureProperties properties, long areaM2) {
    Sum sum = sums.computeIfAbsent(decision, key -> new Sum());
    sum.polygons++;
    sum.areaM2 += areaM2;
    String words = vocabulary.words(properties);
    if (!words.isEmpty()) {
      sum.values.add(words);
    }
    if (sum.values.size() > MOST_VALUES) {
      sum.values.remove(sum.values.last());
    }
  }

  /** Polygons left out, by the name of the rule. */
  SortedMap<String, Long> ignoredByRule() {
    SortedMap<String, Long> ignored = new TreeMap<>();
    sums.forEach(
        (decision, sum) -> {
          if (decision.outcome() == Outcome.IGNORED) {
            ignored.merge(decision.rule(), sum.polygons, Long::sum);
          }
        });
    return ignored;
  }

  List<RuleMatch> matches(SnapshotId map, String file) {
    return sums.entrySet().stream()
        .map(
            entry ->
                new RuleMatch(
                    map,
                    file,
                    entry.getKey(),
                    entry.getValue().polygons,
                    entry.getValue().areaM2,
                    entry.getValue().values))
        .toList();
  }
}
