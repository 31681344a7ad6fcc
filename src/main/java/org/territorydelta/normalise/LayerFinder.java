package org.territorydelta.normalise;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.territorydelta.config.LayerRule;
import org.territorydelta.model.RecentResults;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.read.RawFeature;

/** Puts the layer among a feature's properties, by what the profile says of layers. */
final class LayerFinder {
  private final LayerRule rule;
  private final Pattern pattern;
  private final RecentResults<FeatureProperties, FeatureProperties> byProperty =
      new RecentResults<>();

  LayerFinder(LayerRule rule) {
    this.rule = rule;
    this.pattern = Pattern.compile(rule.fileName());
  }

  /** Begins the next map. */
  void next() {
    byProperty.next();
  }

  /** The layer in a file's path; nothing where the rule does not look there. */
  Optional<String> inPath(String path) {
    Matcher matcher = pattern.matcher(path);
    return !rule.fileName().isEmpty() && matcher.find()
        ? Optional.ofNullable(matcher.group(1))
        : Optional.empty();
  }

  /** The same feature, or one that has its layer. */
  RawFeature layered(RawFeature feature, Optional<String> inPath) {
    FeatureProperties properties = byProperty.of(feature.properties(), this::fromProperty);
    if (properties == feature.properties() && inPath.isPresent()) {
      properties = properties.with(FeatureProperties.LAYER, inPath.get());
    }
    return properties == feature.properties()
        ? feature
        : new RawFeature(feature.index(), properties, feature.shapes(), feature.raw());
  }

  private FeatureProperties fromProperty(FeatureProperties properties) {
    return rule.properties().stream()
        .flatMap(name -> properties.text(name).stream())
        .findFirst()
        .map(layer -> properties.with(FeatureProperties.LAYER, layer))
        .orElse(properties);
  }
}
