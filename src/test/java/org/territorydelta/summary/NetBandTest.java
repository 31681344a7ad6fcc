package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;
import static org.territorydelta.scene.SceneRegions.level1;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.model.figure.BandPart;
import org.territorydelta.model.figure.NetBand;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.GroundDetails;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.SceneMeasurer;
import org.territorydelta.scene.SceneRegions;
import org.territorydelta.timeline.DatePair;

/**
 * Blue's strip is 10, 11, 13, 20, 21, 24, 30 cells long on the first seven days of the year. The
 * period is the 3rd to the 5th: it opens with 11 (end of the 2nd), closes with 21 (end of the 5th).
 */
class NetBandTest {
  private static final int[] LENGTHS = {10, 11, 13, 20, 21, 24, 30};

  private static SceneMeasurer strip(String sourceId, int... lengths) {
    ControlScene scene = ControlScene.of(sourceId);
    for (int i = 0; i < lengths.length; i++) {
      scene.day("2024-01-0" + (i + 1)).holds(BLUE, box(0, 0, lengths[i], 1));
    }
    return scene.measurer().named("period", "2024-01-03", "2024-01-05");
  }

  private static NetBand band(MeasuredScene scene) {
    return scene.delta(BLUE, RegionId.ALL, "period").band().orElseThrow();
  }

  private static List<Long> cellsOf(AreaRange range) {
    return List.of(cells(range.lowM2()), cells(range.highM2()));
  }

  private static List<Long> cellsOf(NetBand band, BandPart part) {
    return cellsOf(band.part(part).orElseThrow());
  }

  @Test
  void aLagShiftsBothEndsTogether() {
    // Net 10. A day earlier 20 - 10, a day later 24 - 13.
    NetBand band = band(strip("alpha", LENGTHS).measure());

    assertThat(cellsOf(band, BandPart.LAG)).containsExactly(10L, 11L);
  }

  @Test
  void jitterShiftsEachEndByItself() {
    // Opening 10, 11 or 13; closing 20, 21 or 24: from 20 - 13 to 24 - 10.
    NetBand band = band(strip("alpha", LENGTHS).measure());

    assertThat(cellsOf(band, BandPart.JITTER)).containsExactly(7L, 14L);
  }

  @Test
  void theBandGoesAroundItsPartsAndNamesTheWidest() {
    NetBand band = band(strip("alpha", LENGTHS).measure());

    assertThat(cellsOf(band.net())).containsExactly(7L, 14L);
    assertThat(band.widest()).contains(BandPart.JITTER);
    assertThat(band.lagDays()).isEqualTo(1);
    assertThat(band.daysWithoutMap()).isZero();
  }

  @Test
  void moreDaysReachFurther() {
    // Two days: opening 10, 11, 13, 20 (no map on 31 December); closing 13, 20, 21, 24, 30.
    NetBand band = band(strip("alpha", LENGTHS).bandLagDays(2).measure());

    // Together: 20 - 10, 21 - 11, 24 - 13, 30 - 20.
    assertThat(cellsOf(band, BandPart.LAG)).containsExactly(10L, 11L);
    // Least: opened on the 4th with 20, closed on the 5th with 21. Most: 30 - 10.
    assertThat(cellsOf(band, BandPart.JITTER)).containsExactly(1L, 20L);
    assertThat(band.daysWithoutMap()).isEqualTo(1);
  }

  @Test
  void noShiftLeavesTheNetAndNothingWidest() {
    NetBand band = band(strip("alpha", LENGTHS).bandLagDays(0).measure());

    assertThat(cellsOf(band.net())).containsExactly(10L, 10L);
    assertThat(band.widest()).isEmpty();
  }

  @Test
  void daysAndWeeksHaveNoBand() {
    assertThat(strip("alpha", LENGTHS).measure().delta(BLUE, RegionId.ALL, "2024-01-03").band())
        .isEmpty();
  }

  @Test
  void aRegionsBandIsOfItsOwnGround() {
    // 9 to 12: one cell is held on the 1st, two on the 2nd, all three from the 3rd on.
    MeasuredScene scene =
        strip("alpha", LENGTHS)
            .regions(SceneRegions.of(SceneRegions.region("EDGE", "AA", box(9, 0, 12, 1))))
            .measure();

    NetBand band = scene.delta(BLUE, level1("EDGE"), "period").band().orElseThrow();
    assertThat(cellsOf(band, BandPart.LAG)).containsExactly(0L, 2L);
    assertThat(cellsOf(band, BandPart.JITTER)).containsExactly(0L, 2L);
  }

  @Test
  void layerSetsThatShareAStatusSpreadTheNet() {
    // Held 2 to 5, claimed 3 to 1: controlled +3, wide +1, claims -2 and no part of controlled.
    MeasuredScene scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 2, 1))
            .holds(claimed(BLUE), box(10, 0, 13, 1))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 5, 1))
            .holds(claimed(BLUE), box(10, 0, 11, 1))
            .measurer()
            .layerSet("controlled", "held")
            .layerSet("wide", "held", "claimed")
            .layerSet("claims", "claimed")
            .measure();

    assertThat(layerSets(scene, "controlled")).containsExactly(1L, 3L);
    assertThat(layerSets(scene, "wide")).containsExactly(-2L, 3L);
    assertThat(layerSets(scene, "claims")).containsExactly(-2L, 1L);
  }

  private static List<Long> layerSets(MeasuredScene scene, String layerSet) {
    NetBand band = scene.delta(BLUE, layerSet, RegionId.ALL, "all").band().orElseThrow();
    return cellsOf(band, BandPart.LAYER_SETS);
  }

  @Test
  void aLayerSetAloneHasNoSpread() {
    NetBand band = band(strip("alpha", LENGTHS).measure());

    assertThat(band.part(BandPart.LAYER_SETS)).isEmpty();
  }

  @Test
  void noiseInWhatWasGainedLowersTheNetAndInWhatWasLostRaisesIt() {
    NetBand band =
        band(strip("alpha", LENGTHS).bandLagDays(0).measure())
            .withNoise(10 * Grid.CELL_M2, new AreaDelta.Change(Grid.CELL_M2, 3));

    assertThat(band.part(BandPart.NOISE))
        .contains(new AreaRange(9 * Grid.CELL_M2, 10 * Grid.CELL_M2 + 3));
    assertThat(band.widest()).contains(BandPart.NOISE);
  }

  /** Of what came from the 2nd to the 5th a cell is noise, of what went from the 5th on none. */
  private static MeasuredScene noisy() {
    MeasuredScene scene =
        strip("alpha", LENGTHS).every().named("later", "2024-01-06", "2024-01-07").measure();
    DatePair pair = new DatePair(LocalDate.parse("2024-01-02"), LocalDate.parse("2024-01-05"));
    Transition came = scene.pairs().get(pair).get(0);
    var noise = new Transition(came.cell(), came.from(), came.to(), Grid.CELL_M2);
    return scene.with(new GroundDetails(Map.of(), Map.of(pair, List.of(noise))));
  }

  @Test
  void noiseThatWasFoundIsInTheRowAndInItsBand() {
    AreaDelta row = noisy().delta(BLUE, RegionId.ALL, "period");

    assertThat(row.noise()).contains(new AreaDelta.Change(Grid.CELL_M2, 0));
    assertThat(cellsOf(row.band().orElseThrow(), BandPart.NOISE)).containsExactly(9L, 10L);
    assertThat(row.figures().orElseThrow().change())
        .isEqualTo(
            strip("alpha", LENGTHS).measure().figures(BLUE, RegionId.ALL, "period").change());
  }

  @Test
  void whereNobodyLookedForNoiseThereIsNone() {
    AreaDelta row = noisy().delta(BLUE, RegionId.ALL, "later");

    assertThat(row.noise()).isEmpty();
    assertThat(row.band().orElseThrow().part(BandPart.NOISE)).isEmpty();
  }

  @Test
  void noLawIsBrokenInTablesWithNoise() {
    assertThat(SourceLaws.check(noisy().tables())).isEmpty();
  }

  @Test
  void sourcesThatCoverAPeriodFullySpreadItsNet() {
    // Alpha +10, beta 15 - 12 = +3; gamma's last map is of the 2nd and says nothing.
    AreaDelta alpha = row(strip("alpha", LENGTHS));
    AreaDelta beta = row(strip("beta", 12, 12, 12, 12, 15));
    AreaDelta gamma = row(strip("gamma", 12, 40));
    SourceSpread spread = SourceSpread.of(List.of(alpha, beta, gamma));

    assertThat(cellsOf(spread.around(alpha).orElseThrow())).containsExactly(3L, 10L);
    assertThat(cellsOf(spread.widened(beta).band().orElseThrow(), BandPart.SOURCES))
        .containsExactly(3L, 10L);
    assertThat(spread.widened(gamma)).isEqualTo(gamma);
  }

  @Test
  void aSourceAloneHasNoSpread() {
    AreaDelta alpha = row(strip("alpha", LENGTHS));

    assertThat(SourceSpread.of(List.of(alpha)).around(alpha)).isEqualTo(Optional.empty());
  }

  @Test
  void aSourceThatCoversAPeriodInPartIsNotComparedWithOthers() {
    // Delta's first map is of the 4th, inside the period.
    AreaDelta alpha = row(strip("alpha", LENGTHS));
    AreaDelta delta =
        ControlScene.of("delta")
            .day("2024-01-04")
            .holds(BLUE, box(0, 0, 1, 1))
            .day("2024-01-05")
            .holds(BLUE, box(0, 0, 9, 1))
            .measurer()
            .named("period", "2024-01-03", "2024-01-05")
            .measure()
            .delta(BLUE, RegionId.ALL, "period");
    SourceSpread spread = SourceSpread.of(List.of(alpha, delta));

    assertThat(spread.around(alpha)).isEmpty();
    assertThat(spread.around(delta)).isEmpty();
    assertThat(delta.band()).isPresent();
  }

  private static AreaDelta row(SceneMeasurer measurer) {
    return measurer.measure().delta(BLUE, RegionId.ALL, "period");
  }
}
