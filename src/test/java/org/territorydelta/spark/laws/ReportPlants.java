package org.territorydelta.spark.laws;

import java.util.Map;

/**
 * A break of each law of files, breaks, sources and reports, planted in the tables of the sample.
 */
final class ReportPlants {
  static final Map<String, Plant> ALL = Map.ofEntries();

  private ReportPlants() {}
}
