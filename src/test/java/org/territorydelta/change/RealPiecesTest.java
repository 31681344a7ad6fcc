package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.change.ChangeKind;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.change.DepthFrom;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.normalise.CountryLayer;

/** Two months of real maps whose figures are public. */
class RealPiecesTest {
  private static final LayerSet CONTROLLED = new LayerSet("controlled", Set.of("held"));

  private static List<ChangePiece> pieces(SnapshotPair pair, RegionIndex regions) {
    var overlay = new Overlay();
    return new PieceMeasurer(
            List.of(CONTROLLED), CountryLayer.ground(Set.of("RU", "UA")), new NoiseMeasurer(50))
        .measure(
            pair, new ChangedEdgeEngine().changedGround(pair, regions, overlay), regions, overlay);
  }

  private static double km2(List<ChangePiece> pieces, ChangeKind change) {
    return SquareKm.fromM2(
        pieces.stream()
            .filter(piece -> piece.course().change() == change)
            .mapToLong(piece -> piece.areas().totalM2())
            .sum());
  }

  /** Published for June 2025: 556 km². */
  @Test
  void thePiecesOfAMonthAddUpToItsPublishedFigure() throws IOException {
    RealMaps maps = RealMaps.of("deepstate-archive", "deepstate");
    List<ChangePiece> pieces =
        pieces(
            maps.pair("deepstatemap_data_20250602", "deepstatemap_data_20250702"), maps.regions());

    assertThat(km2(pieces, ChangeKind.GAINED) - km2(pieces, ChangeKind.LOST))
        .isCloseTo(556.5, within(0.05));
    long noise = pieces.stream().mapToLong(piece -> piece.areas().totalNoiseM2()).sum();
    assertThat(SquareKm.fromM2(noise)).isBetween(0.01, 1.0);
  }

  /**
   * The attack on Kursk in August 2024 is one piece. Reports at the month's end had it about 30 km
   * deep, north-north-east of the border.
   */
  @Test
  void theAttackOnKurskIsOnePieceAsDeepAsReported() throws IOException {
    RealMaps maps = RealMaps.of("nzz", "nzz");
    List<ChangePiece> inRussia =
        pieces(maps.pair("2024-08-01", "2024-08-31"), maps.regions()).stream()
            .filter(piece -> piece.key().side().equals("UA"))
            .filter(piece -> piece.course().change() == ChangeKind.GAINED)
            .toList();

    assertThat(inRussia).hasSize(1);
    ChangePiece attack = inRussia.get(0);
    assertThat(SquareKm.fromM2(attack.areas().totalM2())).isCloseTo(1223.58, within(0.01));
    assertThat(attack.areas().isNoisy()).isFalse();
    ChangePiece.Depth depth = attack.measures().depth().orElseThrow();
    assertThat(depth.from()).isEqualTo(DepthFrom.BORDER);
    assertThat(depth.metres()).isBetween(25_000.0, 35_000.0);
    assertThat(attack.measures().bearingDegrees().orElseThrow()).isBetween(0.0, 45.0);
  }

  @Test
  void bothEnginesFindTheSamePiecesOfAMonth() throws IOException {
    RealMaps maps = RealMaps.of("deepstate-archive", "deepstate");
    SnapshotPair pair = maps.pair("deepstatemap_data_20250602", "deepstatemap_data_20250702");
    RegionIndex regions = maps.regions();
    var engine = new ChangedEdgeEngine();
    List<Long> byEdges = areas(engine, pair, regions);
    List<Long> whole = areas(new FullOverlayEngine(), pair, regions);

    assertThat(engine.counts().byChangedEdges()).isEqualTo(1);
    assertThat(byEdges).hasSameSizeAs(whole);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(byEdges.get(i)).isCloseTo(whole.get(i), within(EngineAgreement.TOLERANCE_M2));
    }
  }

  private static List<Long> areas(ChangeEngine engine, SnapshotPair pair, RegionIndex regions) {
    return engine.changedGround(pair, regions, new Overlay()).stream()
        .map(ChangedGround::areaM2)
        .filter(areaM2 -> areaM2 > EngineAgreement.TOLERANCE_M2)
        .sorted()
        .toList();
  }
}
