package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.PairKind;
import org.territorydelta.model.RegionTransition;
import org.territorydelta.model.SquareKm;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.timeline.MapPair;

class RegionFlowsTest {
  /** Roundings that the ledger moves between flows to close them with the stocks. */
  private static final long TOLERANCE_DM2 = SquareKm.toDm2(1e-5);

  @Test
  void flowsOfMapsThatSpeakAreThoseOfTheLedger() {
    RandomScene.each(
        scene -> {
          MeasuredScene measured = scene.measurer().measure();
          List<RegionTransition> ledger = measured.summary().transitions();
          measured
              .pairs()
              .forEach(
                  (pair, transitions) -> {
                    var maps =
                        new MapPair(
                            measured.timeline().asOf(pair.opening()).orElseThrow().id(),
                            measured.timeline().asOf(pair.closing()).orElseThrow().id());
                    SortedMap<String, Long> ours = new TreeMap<>();
                    RegionFlows.of(maps, transitions, measured.frame().regions())
                        .forEach(row -> ours.merge(key(row), row.areaDm2(), Long::sum));
                    SortedMap<String, Long> ledgers = new TreeMap<>();
                    ledger.stream()
                        .filter(row -> row.pair().kind() == PairKind.CONSECUTIVE)
                        .filter(row -> row.pair().openingMapDate().equals(pair.opening()))
                        .filter(row -> row.pair().closingMapDate().equals(pair.closing()))
                        .forEach(row -> ledgers.merge(key(row), row.areaDm2(), Long::sum));
                    if (!ledgers.isEmpty()) {
                      assertClose(ours, ledgers);
                    }
                  });
        });
  }

  private static String key(RegionTransition row) {
    return row.region() + ": " + row.from() + " to " + row.to();
  }

  private static void assertClose(SortedMap<String, Long> ours, SortedMap<String, Long> ledgers) {
    ledgers.forEach(
        (key, area) ->
            assertThat(Math.abs(ours.getOrDefault(key, 0L) - area))
                .as(key)
                .isLessThanOrEqualTo(TOLERANCE_DM2));
    ours.forEach(
        (key, area) ->
            assertThat(Math.abs(ledgers.getOrDefault(key, 0L) - area))
                .as(key)
                .isLessThanOrEqualTo(TOLERANCE_DM2));
  }
}
