package org.territorydelta.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.territorydelta.config.PropertyMatch;
import org.territorydelta.config.Rule;
import org.territorydelta.model.RecentResults;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.RuleMatch;

/** What features say of the properties that a profile's rules ask for, in words for a table. */
final class RuleVocabulary {
  private final SortedSet<String> asked;
  private final RecentResults<FeatureProperties, String> known = new RecentResults<>();

  RuleVocabulary(List<Rule> rules) {
    this.asked =
        rules.stream()
            .flatMap(rule -> rule.when().stream())
            .map(PropertyMatch::property)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Begins the next file. */
  void next() {
    known.next();
  }

  /** Empty when no rule asks for a property. */
  String words(FeatureProperties properties) {
    return known.of(properties, this::text);
  }

  private String text(FeatureProperties properties) {
    List<String> values = new ArrayList<>();
    for (String property : asked) {
      String name = properties.spelled(property);
      Optional<String> text = properties.text(name);
      values.add(
          text.isPresent()
              ? property + " '" + RuleMatch.vocabulary(text.get()) + "'"
              : (properties.isAbsent(name) ? "no " : "no value of ") + property);
    }
    return String.join(", ", values);
  }
}
