package org.territorydelta.normalise;

import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.model.map.Tally;

/** One of the files of a map: how its coordinates are read, and what became of its features. */
final class FileCount {
  private final String path;
  private final CoordinateSystem crs;
  private final RuleTally rules;
  private Tally features = Tally.ZERO;
  private Tally parts = Tally.ZERO;

  FileCount(String path, CoordinateSystem crs, RuleVocabulary vocabulary) {
    this.path = path;
    this.crs = crs;
    this.rules = new RuleTally(vocabulary);
  }

  /** Counts a feature and its polygons. */
  void add(Tally feature, Tally polygons) {
    features = features.plus(feature);
    parts = parts.plus(polygons);
  }

  String path() {
    return path;
  }

  CoordinateSystem crs() {
    return crs;
  }

  RuleTally rules() {
    return rules;
  }

  Tally features() {
    return features;
  }

  Tally parts() {
    return parts;
  }
}
