package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.held;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.claim.Margins.Margin;
import org.territorydelta.claim.MeasurementPlan.Planned;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.scene.SceneBreaks;
import org.territorydelta.timeline.MapChain;
import org.territorydelta.timeline.MapPair;

/**
 * BLUE holds 100, 110, 160 and 150 m² on four days; of what it gained from the second to the third
 * 5 m² are noise, of what it lost 8. The period is the third day; a day earlier or later the net of
 * 50 would be 10 or -10, with its opening alone a day earlier 60.
 */
class BandMarginsTest {
  private static final long[] STOCKS_M2 = {100, 110, 160, 150};
  private static final LayerSet CONTROLLED = new LayerSet("controlled", Set.of("held"));

  private static SnapshotId map(int day) {
    LocalDate date = LocalDate.of(2024, 1, day);
    return new SnapshotId("alpha", date, date, "hash");
  }

  private static RegionTransition change(int day, boolean gained, long areaM2) {
    return new RegionTransition(
        "alpha",
        new RegionTransition.Pair(PairKind.CONSECUTIVE, map(day).mapDate(), map(day + 1).mapDate()),
        RegionId.ALL,
        gained ? Holding.NONE : held(BLUE),
        gained ? held(BLUE) : Holding.NONE,
        areaM2);
  }

  private static Margin margin(QuantityType quantity, MapPair... shifted) {
    return margin(SourceBreaks.NONE, quantity, shifted);
  }

  private static Margin margin(SourceBreaks breaks, QuantityType quantity, MapPair... shifted) {
    List<ControlArea> stocks = new ArrayList<>();
    for (int day = 1; day <= STOCKS_M2.length; day++) {
      stocks.add(
          new ControlArea(
              map(day),
              held(BLUE),
              RegionId.ALL,
              STOCKS_M2[day - 1],
              0,
              OptionalDouble.empty(),
              0));
    }
    var ends = new MapPair(map(2), map(3));
    var dates = new RegionTransition.Pair(PairKind.PERIOD, map(2).mapDate(), map(3).mapDate());
    var noise =
        List.of(
            new RegionTransition("alpha", dates, RegionId.ALL, Holding.NONE, held(BLUE), 5),
            new RegionTransition("alpha", dates, RegionId.ALL, held(BLUE), Holding.NONE, 8));
    var states = new AreaDelta.States(Coverage.FULL, Optional.empty(), Optional.empty());
    var request =
        new MeasurementRequest(
            new Ground("alpha", BLUE, CONTROLLED, RegionId.ALL),
            quantity,
            ClaimTime.over(map(3).mapDate(), map(3).mapDate()),
            Optional.empty(),
            MeasurementRequest.Days.ASKED);
    SortedMap<LocalDate, SnapshotId> maps = new TreeMap<>();
    IntStream.rangeClosed(1, STOCKS_M2.length)
        .mapToObj(BandMarginsTest::map)
        .forEach(map -> maps.put(map.mapDate(), map));
    return new BandMargins(
            new MeasuredGround(
                stocks,
                Map.of(
                    new MapPair(map(1), map(2)), List.of(change(1, true, 10)),
                    new MapPair(map(2), map(3)), List.of(change(2, true, 50)),
                    new MapPair(map(3), map(4)), List.of(change(3, false, 10)))),
            new MeasuredGround(List.of(), Map.of(ends, noise)),
            breaks)
        .margin(
            new Planned(
                request,
                new MapChain(states, List.of(map(2), map(3))),
                new TreeSet<>(Set.of(shifted)),
                maps));
  }

  @ParameterizedTest
  @CsvSource({
    "NET_CHANGE, 60, 10", // down to 150 - 160 and up to 160 - 100
    "RATE_PER_DAY, 60, 10",
    "GROSS_GAIN, 50, 10", // of 50, down to 0 by days 3 to 4 and up to 10 + 50 by days 1 to 3
    "GROSS_LOSS, 8, 10", // of 0, the noise, and up to 10 by days 3 to 4
    "CONTROL_STOCK, 50, 0", // of 160, down to 110 on day 2; 150 on day 4 is between
    "ADVANCE_DISTANCE, 0, 0",
    "SETTLEMENT_COUNT, 0, 0"
  })
  void areasAreShiftedAndMayBeNoise(QuantityType quantity, long belowM2, long aboveM2) {
    MapPair[] shifted =
        Stream.of(new int[] {1, 2}, new int[] {2, 3}, new int[] {3, 4}, new int[] {1, 3})
            .map(days -> new MapPair(map(days[0]), map(days[1])))
            .toArray(MapPair[]::new);

    assertThat(margin(quantity, shifted)).isEqualTo(new Margin(belowM2, aboveM2));
  }

  @ParameterizedTest
  @CsvSource({"NET_CHANGE, 5, 8", "RATE_PER_DAY, 5, 8"})
  void whereNoShiftIsWiderTheNoiseIsTheMargin(QuantityType quantity, long below, long above) {
    MapPair own = new MapPair(map(2), map(3));

    assertThat(margin(quantity, own)).isEqualTo(new Margin(below, above));
  }

  @ParameterizedTest
  @CsvSource({"NET_CHANGE", "RATE_PER_DAY"})
  void aNetOfWhichOnlyTheNumberIsAskedHasNone(QuantityType quantity) {
    assertThat(margin(quantity)).isEqualTo(Margin.ZERO);
  }

  @Test
  void noEndIsShiftedOverABreak() {
    // The map of the 4th day means other ground: what it would add above is left aside.
    var breaks =
        new SourceBreaks(
            List.of(
                SceneBreaks.at(
                    "alpha", map(4).mapDate().toString(), BreakKind.BASE_REDEFINED, BLUE)));
    MapPair[] shifted = {new MapPair(map(2), map(3)), new MapPair(map(3), map(4))};

    Margin open = margin(QuantityType.NET_CHANGE, shifted);
    Margin kept = margin(breaks, QuantityType.NET_CHANGE, shifted);
    Margin noiseAlone = margin(QuantityType.NET_CHANGE, new MapPair(map(2), map(3)));

    assertThat(kept).isEqualTo(noiseAlone).isNotEqualTo(open);
  }
}
