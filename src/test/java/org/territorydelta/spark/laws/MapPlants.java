package org.territorydelta.spark.laws;

import java.util.Map;

/** A break of each law of maps and areas, planted in the tables of the sample. */
final class MapPlants {
  static final Map<String, Plant> ALL =
      Map.ofEntries(
          Map.entry(
              "net-is-closing-minus-opening",
              Plant.set(
                  "area_delta",
                  "net_km2",
                  "net_km2 + 1",
                  "region_id = 'ALL' AND period_kind = 'day'")));

  private MapPlants() {}
}
