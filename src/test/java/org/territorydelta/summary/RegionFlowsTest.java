package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.MapPair;

class RegionFlowsTest {
  /** Roundings that the ledger moves between flows to close them with the stocks. */
  private static final long TOLERANCE_M2 = SquareKm.toM2(1e-5);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void flowsOfMapsThatSpeakAreThoseOfTheLedger(long seed) {
    MeasuredScene scene = RandomScene.of(seed).measurer().measure();
    List<RegionTransition> ledger =
        scene.summary().transitions().stream()
            .filter(row -> row.pair().kind() == PairKind.CONSECUTIVE)
            .toList();
    SortedMap<String, Long> expected = new TreeMap<>();
    ledger.forEach(row -> expected.merge(key(row), row.areaM2(), Long::sum));

    SortedMap<String, Long> found = new TreeMap<>();
    for (RegionTransition row : ledger) {
      var dates = new DatePair(row.pair().openingMapDate(), row.pair().closingMapDate());
      var maps =
          new MapPair(
              scene.timeline().asOf(dates.opening()).orElseThrow().id(),
              scene.timeline().asOf(dates.closing()).orElseThrow().id());
      RegionFlows.of(maps, scene.pairs().get(dates), scene.frame().regions())
          .forEach(flow -> found.put(key(flow), flow.areaM2()));
    }

    assertThat(expected).as("seed %d", seed).isNotEmpty();
    var keys = new TreeSet<>(expected.keySet());
    keys.addAll(found.keySet());
    for (String key : keys) {
      assertThat(Math.abs(found.getOrDefault(key, 0L) - expected.getOrDefault(key, 0L)))
          .as("seed %d, %s", seed, key)
          .isLessThanOrEqualTo(TOLERANCE_M2);
    }
  }

  private static String key(RegionTransition row) {
    return row.pair().openingMapDate()
        + " to "
        + row.pair().closingMapDate()
        + " in "
        + row.region()
        + ": "
        + row.from()
        + " to "
        + row.to();
  }
}
