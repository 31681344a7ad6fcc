package org.territorydelta.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.config.Rule;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.Tally;
import org.territorydelta.read.RawFeature;

/**
 * Features of which nobody can tell what day's map they belong to, in a file that has others. What
 * holds no ground on any day's map is ignored, as it is with a date; the rest is rejected.
 */
final class UndatedFeatures {
  private final String sourceId;
  private final String path;
  private final RuleFinder rules;
  private final String explanation;
  private final List<Rejection> rejections = new ArrayList<>();
  private final SortedMap<String, Long> ignoredByRule = new TreeMap<>();
  private Tally features = Tally.ZERO;
  private Tally parts = Tally.ZERO;

  /**
   * @param explanation where a date was looked for
   */
  UndatedFeatures(String sourceId, String path, RuleFinder rules, String explanation) {
    this.sourceId = sourceId;
    this.path = path;
    this.rules = rules;
    this.explanation = explanation;
  }

  void add(RawFeature feature) {
    Optional<String> ignoring = rules.alwaysIgnoring(feature.properties()).map(Rule::name);
    Tally fates = Tally.ZERO;
    for (int part = 0; part < feature.shapes().size(); part++) {
      Optional<String> rule =
          SnapshotBuilder.withoutGround(feature.shapes().get(part).kind()).or(() -> ignoring);
      rule.ifPresent(name -> ignoredByRule.merge(name, 1L, Long::sum));
      if (rule.isEmpty()) {
        rejections.add(
            new Rejection(
                sourceId,
                path,
                Rejection.Place.of(feature.index(), part),
                RejectionReason.UNDATED_FEATURE,
                explanation,
                feature.raw()));
      }
      fates = fates.plus(one(rule.isPresent()));
    }
    parts = parts.plus(fates);
    features = features.plus(one(fates.ignored() > 0));
  }

  private static Tally one(boolean ignored) {
    return ignored ? new Tally(1, 0, 1, 0) : new Tally(1, 0, 0, 1);
  }

  List<Rejection> rejections() {
    return rejections;
  }

  SortedMap<String, Long> ignoredByRule() {
    return ignoredByRule;
  }

  Tally features() {
    return features;
  }

  Tally parts() {
    return parts;
  }
}
