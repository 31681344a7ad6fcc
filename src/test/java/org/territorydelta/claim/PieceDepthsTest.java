package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.held;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.claim.FrontDepths.Depth;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.change.ChangeKind;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.change.DepthFrom;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.MapPair;

class PieceDepthsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 8, 13);
  private static final RegionId KURSK = new RegionId("RU-KRS", 1);
  private static final long KM2 = 1_000_000L;

  private static final MapPair PAIR =
      new MapPair(
          new SnapshotId("alpha", DAY, DAY, "a"),
          new SnapshotId("alpha", DAY.plusDays(1), DAY.plusDays(1), "b"));

  private static Ground ground(RegionId region) {
    return new Ground("alpha", BLUE, new LayerSet("controlled", Set.of("held")), region);
  }

  private static PeriodPiece gained(String region, long km2, double mean, double largest) {
    return piece(BLUE, region, km2, 0, mean, largest);
  }

  /** Depths in metres. */
  private static PeriodPiece piece(
      String side, String region, long km2, long noiseKm2, double mean, double largest) {
    var regions =
        Map.of(
            new RegionId(region, 1),
            km2 * KM2,
            RegionId.country(region.substring(0, 2)),
            km2 * KM2);
    return new PeriodPiece(
        PeriodKind.NAMED,
        "",
        new ChangePiece.Key("id", "alpha", side, "controlled"),
        new ChangePiece.Course(ChangeKind.GAINED, Holding.NONE, held(side), DAY, DAY.plusDays(1)),
        km2 * KM2,
        noiseKm2 * KM2,
        new ChangePiece.Measures(
            OptionalDouble.of(100),
            Optional.of(new ChangePiece.Depth(largest, DepthFrom.OWN_GROUND)),
            OptionalDouble.of(mean),
            OptionalDouble.empty()),
        new TreeMap<>(regions));
  }

  private static Depth depth(RegionId region, PeriodPiece... pieces) {
    return new PieceDepths(Map.of(PAIR, List.of(pieces))).depth(PAIR, ground(region)).orElseThrow();
  }

  @Test
  void theMeanIsWeighedByAreaAndTheLargestIsOfAnyPiece() {
    // (90 x 2 + 10 x 7) / 100
    Depth depth = depth(KURSK, gained("RU-KRS", 90, 2000, 4000), gained("RU-KRS", 10, 7000, 8000));

    assertThat(depth.mean().orElseThrow()).isCloseTo(2.5, within(1e-9));
    assertThat(depth.largest()).isEqualTo(8);
  }

  @Test
  void onlyWhatTheSideGainedThereCounts() {
    PeriodPiece ours = gained("RU-KRS", 10, 1000, 2000);
    PeriodPiece theirs = piece(RED, "RU-KRS", 90, 0, 5000, 6000);
    PeriodPiece elsewhere = gained("RU-BEL", 90, 7000, 9000);
    PeriodPiece noisy = piece(BLUE, "RU-KRS", 10, 6, 30_000, 40_000);

    assertThat(depth(KURSK, ours, theirs, elsewhere, noisy))
        .isEqualTo(new Depth(OptionalDouble.of(1), 2));
    assertThat(depth(RegionId.country("RU"), ours, elsewhere).largest()).isEqualTo(9);
    assertThat(depth(RegionId.ALL, ours, elsewhere).largest()).isEqualTo(9);
  }

  @Test
  void whereNothingWasGainedThereIsNoDepth() {
    assertThat(depth(KURSK)).isEqualTo(new Depth(OptionalDouble.empty(), 0));
  }

  @Test
  void ofAPairThatNobodyMeasuredNothingIsKnown() {
    assertThat(new PieceDepths(Map.of()).depth(PAIR, ground(KURSK))).isEmpty();
  }
}
