package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.change.ChangedBlock.Direction;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.SceneRegions;

/** A unit is 0.43 km, a cell 0.19 km²: 10 cells are more than 1 km², 1,000 more than 100. */
class BlockFinderTest {
  private static final BreakLimits.Rear REAR = BreakLimits.DEFAULT.base().rear();

  private static final BlockFinder FINDER =
      BlockFinder.of(List.of(SceneRegions.region("LAND", "AA", box(0, 0, 1200, 400))), REAR);

  private static List<ChangedBlock> blocks(ControlScene scene) {
    return blocks(scene.pair());
  }

  private static List<ChangedBlock> blocks(SnapshotPair pair) {
    return blocks(FINDER, pair);
  }

  private static List<ChangedBlock> blocks(BlockFinder finder, SnapshotPair pair) {
    RegionIndex undivided = SceneRegions.of().index();
    return finder.blocks(
        pair, new ChangedEdgeEngine().changedGround(pair, undivided, new Overlay()));
  }

  /** So far from the equator cells are no longer quite alike. */
  private static long thousandCells(long areaM2) {
    return Math.round(areaM2 / (1000.0 * Grid.CELL_M2));
  }

  private static ControlScene scene() {
    return ControlScene.of("alpha").day("2024-03-01");
  }

  @Test
  void groundThatGoesFromSideToSideIsABlockOfBoth() {
    List<ChangedBlock> blocks =
        blocks(
            scene()
                .holds(BLUE, box(0, 0, 20, 10))
                .day("2024-03-02")
                .holds(BLUE, box(0, 0, 15, 10))
                .holds(RED, box(15, 0, 20, 10)));

    assertThat(blocks)
        .extracting(ChangedBlock::side, ChangedBlock::direction, b -> cells(b.areaM2()))
        .containsExactlyInAnyOrder(
            tuple(BLUE, Direction.LOST, 50L), tuple(RED, Direction.GAINED, 50L));
  }

  @Test
  void whatOnlyChangesItsStatusIsNoBlock() {
    assertThat(
            blocks(
                scene()
                    .holds(BLUE, box(0, 0, 20, 10))
                    .day("2024-03-02")
                    .holds(claimed(BLUE), box(0, 0, 20, 10))))
        .isEmpty();
  }

  @Test
  void smallPiecesAreLeftOut() {
    assertThat(
            blocks(
                scene()
                    .holds(BLUE, box(0, 0, 20, 10))
                    .day("2024-03-02")
                    .holds(BLUE, box(0, 0, 20, 10), box(20, 0, 21, 5))))
        .isEmpty();
  }

  /** 100 units are 43.4 km; the piece has 21 km². */
  @Test
  void newGroundTellsHowFarItIsFromItsOwnSideAndFromAnybody() {
    List<ChangedBlock> blocks =
        blocks(
            scene()
                .holds(BLUE, box(0, 0, 20, 10))
                .holds(RED, box(140, 0, 160, 10))
                .day("2024-03-02")
                .holds(BLUE, box(0, 0, 20, 10), box(120, 0, 130, 11))
                .holds(RED, box(140, 0, 160, 10)));

    assertThat(blocks).hasSize(1);
    assertThat(blocks.get(0).remoteness().apartKm()).isCloseTo(43.5, Offset.offset(0.2));
    assertThat(blocks.get(0).remoteness().remoteKm()).isCloseTo(4.35, Offset.offset(0.1));
  }

  @Test
  void groundBesideTheSidesOwnCountryIsNotRemote() {
    ControlScene crossing =
        scene()
            .holds(RED, box(0, 0, 10, 10))
            .day("2024-03-02")
            .holds(RED, box(0, 0, 10, 10))
            .holds(BLUE, box(110, 0, 120, 11));
    var home =
        BlockFinder.of(List.of(SceneRegions.region("HOME", "BLUE", box(120, 0, 200, 11))), REAR);

    List<ChangedBlock> blocks = blocks(home, crossing.pair());

    assertThat(blocks.get(0).remoteness().remoteKm()).isZero();
  }

  @Test
  void theFirstGroundOfASideIsNowhereApart() {
    ChangedBlock block =
        blocks(
                scene()
                    .holds(RED, box(0, 0, 10, 10))
                    .day("2024-03-02")
                    .holds(RED, box(0, 0, 10, 10))
                    .holds(BLUE, box(110, 0, 120, 11)))
            .get(0);

    assertThat(block.remoteness().apartKm()).isZero();
    assertThat(block.remoteness().remoteKm()).isCloseTo(43.5, Offset.offset(0.2));
  }

  /** Red's front is the eastern end, 261 km away; the other ends lie at the country's border. */
  @Test
  void groundInTheRearIsToldFromGroundAtTheFront() {
    ControlScene scene =
        scene()
            .holds(RED, box(0, 0, 700, 400))
            .day("2024-03-02")
            .holds(RED, box(0, 0, 50, 400), box(100, 0, 660, 400));

    assertThat(blocks(scene))
        .extracting(b -> thousandCells(b.areaM2()), b -> b.remoteness().rearShare())
        .containsExactlyInAnyOrder(tuple(20L, 1.0), tuple(16L, 0.0));
  }

  @Test
  void toldBackwardsGainsAreLossesOfTheSameGround() {
    ControlScene scene =
        scene()
            .holds(RED, box(0, 0, 700, 400))
            .day("2024-03-02")
            .holds(RED, box(0, 0, 50, 400), box(100, 0, 660, 400));
    List<ChangedBlock> backwards = blocks(scene.reversedPair());

    assertThat(backwards)
        .extracting(ChangedBlock::areaM2)
        .containsExactlyElementsOf(blocks(scene).stream().map(ChangedBlock::areaM2).toList());
    assertThat(backwards).allMatch(block -> block.direction() == Direction.GAINED);
    assertThat(backwards).extracting(b -> b.remoteness().rearShare()).contains(1.0, 0.0);
  }
}
