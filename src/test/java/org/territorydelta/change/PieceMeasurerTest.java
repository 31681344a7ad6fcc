package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.CLAIMED;
import static org.territorydelta.scene.ControlScene.GREEN;
import static org.territorydelta.scene.ControlScene.HELD;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.ControlScene.held;
import static org.territorydelta.scene.Grid.box;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.ChangeKind;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.change.ChangePiece.Measures;
import org.territorydelta.model.change.DepthFrom;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.SceneRegions;

/**
 * Areas are in cells of the grid, lengths in its units. On the equator a unit of longitude is
 * 111,319.5/256 m and one of latitude 110,574.3/256 m: a degree of each on WGS84.
 */
class PieceMeasurerTest {
  private static final double EAST_METRES = 111_319.5 / 256;
  private static final double NORTH_METRES = 110_574.3 / 256;
  private static final double TOLERATED_METRES = 0.1;
  private static final double TOLERATED_DEGREES = 0.01;
  private static final LayerSet CONTROLLED = new LayerSet("controlled", Set.of(HELD));
  private static final LayerSet WIDE = new LayerSet("wide", Set.of(HELD, CLAIMED));

  private static ControlScene opening() {
    return ControlScene.of("alpha").day("2024-01-01");
  }

  private static List<ChangePiece> pieces(
      ControlScene scene, Map<String, Geometry> countries, LayerSet... layerSets) {
    return pieces(scene.pair(), new FullOverlayEngine(), countries, layerSets);
  }

  private static List<ChangePiece> pieces(
      SnapshotPair pair,
      ChangeEngine engine,
      Map<String, Geometry> countries,
      LayerSet... layerSets) {
    var overlay = new Overlay();
    RegionIndex regions = SceneRegions.of().index();
    return new PieceMeasurer(List.of(layerSets), countries, new NoiseMeasurer(50))
        .measure(pair, engine.changedGround(pair, regions, overlay), regions, overlay);
  }

  private static List<ChangePiece> pieces(ControlScene scene) {
    return pieces(scene, Map.of(), CONTROLLED);
  }

  private static ChangePiece only(List<ChangePiece> pieces) {
    assertThat(pieces).hasSize(1);
    return pieces.get(0);
  }

  private static String text(ChangePiece piece) {
    return String.join(
        " ",
        piece.key().side(),
        piece.key().layerSet(),
        piece.course().change().word(),
        piece.course().from() + " -> " + piece.course().to(),
        Long.toString(Grid.cells(piece.areas().totalM2())));
  }

  private static void assertDepth(ChangePiece piece, double metres, DepthFrom from) {
    ChangePiece.Depth depth = piece.measures().depth().orElseThrow();
    assertThat(depth.metres()).isCloseTo(metres, within(TOLERATED_METRES));
    assertThat(depth.from()).isEqualTo(from);
  }

  private static void assertBearing(ChangePiece piece, double degrees) {
    assertThat(piece.measures().bearingDegrees().orElseThrow())
        .isCloseTo(degrees, within(TOLERATED_DEGREES));
  }

  @Test
  void aStripGainedIsAsDeepAsItReaches() {
    // Two columns of 4 to the east of the old line.
    var piece =
        only(
            pieces(
                opening()
                    .holds(BLUE, box(0, 0, 10, 4))
                    .day("2024-01-08")
                    .holds(BLUE, box(0, 0, 12, 4))));

    assertThat(text(piece)).isEqualTo("BLUE controlled gained none none -> BLUE held 8");
    Measures measures = piece.measures();
    assertDepth(piece, 2 * EAST_METRES, DepthFrom.OWN_GROUND);
    assertThat(measures.meanDepthMetres().orElseThrow())
        .isCloseTo(2 * EAST_METRES, within(TOLERATED_METRES));
    assertBearing(piece, 90);
    // Twice the area over the rim: of 8 by 2 x 2 + 2 x 4 units.
    assertThat(measures.widthMetres().orElseThrow())
        .isCloseTo(
            2 * (2 * EAST_METRES * 4 * NORTH_METRES) / (2 * (2 * EAST_METRES + 4 * NORTH_METRES)),
            within(TOLERATED_METRES));
  }

  @Test
  void aStripLostIsMeasuredFromTheOldLineInwards() {
    // The northern row of 10 goes; its ends, a unit each, were old line as well.
    var piece =
        only(
            pieces(
                opening()
                    .holds(BLUE, box(0, 0, 10, 4))
                    .day("2024-01-08")
                    .holds(BLUE, box(0, 0, 10, 3))));

    assertThat(text(piece)).isEqualTo("BLUE controlled lost BLUE held -> none none 10");
    assertDepth(piece, NORTH_METRES, DepthFrom.OWN_GROUND);
    assertThat(piece.measures().meanDepthMetres().orElseThrow())
        .isCloseTo(
            10 * EAST_METRES * NORTH_METRES / (10 * EAST_METRES + 2 * NORTH_METRES),
            within(TOLERATED_METRES));
    assertBearing(piece, 180);
  }

  @Test
  void aHoleLostInsideIsMeasuredToo() {
    // 1 x 1 in the middle of 5 x 5: its own middle is 2.5 units from the old line on every side.
    var piece =
        only(
            pieces(
                opening()
                    .holds(BLUE, box(0, 0, 5, 5))
                    .day("2024-01-08")
                    .holds(BLUE, Grid.withHoles(box(0, 0, 5, 5), box(2, 2, 3, 3)))));

    assertThat(piece.course().change()).isEqualTo(ChangeKind.LOST);
    assertThat(piece.measures().depth().orElseThrow().metres())
        .isBetween(2.4 * NORTH_METRES, 2.5 * NORTH_METRES);
    assertThat(piece.measures().meanDepthMetres()).isEmpty();
  }

  @Test
  void groundThatGoesFromSideToSideIsOnePieceOfBoth() {
    List<ChangePiece> pieces =
        pieces(
            opening()
                .holds(BLUE, box(0, 0, 5, 4))
                .holds(RED, box(5, 0, 10, 4))
                .day("2024-01-08")
                .holds(BLUE, box(0, 0, 7, 4))
                .holds(RED, box(7, 0, 10, 4)));

    assertThat(pieces)
        .extracting(PieceMeasurerTest::text)
        .containsExactly(
            "BLUE controlled gained RED held -> BLUE held 8",
            "RED controlled lost RED held -> BLUE held 8");
    assertThat(pieces.get(0).key().pieceId()).isEqualTo(pieces.get(1).key().pieceId());
    // Blue went east; red was driven back to the east.
    assertBearing(pieces.get(0), 90);
    assertBearing(pieces.get(1), 90);
  }

  @Test
  void aLayerSetSeesOnlyWhatItTellsApart() {
    // Claimed ground becomes held: a gain to the one set, nothing to the other.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 5, 4))
            .holds(claimed(BLUE), box(5, 0, 7, 4))
            .day("2024-01-08")
            .holds(BLUE, box(0, 0, 7, 4));

    assertThat(pieces(scene, Map.of(), CONTROLLED, WIDE))
        .extracting(PieceMeasurerTest::text)
        .containsExactly("BLUE controlled gained BLUE claimed -> BLUE held 8");
  }

  @Test
  void theOldLineIsTheLayerSets() {
    // Beyond two columns of claimed ground two more become held.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 5, 4))
            .holds(claimed(BLUE), box(5, 0, 7, 4))
            .day("2024-01-08")
            .holds(BLUE, box(0, 0, 5, 4), box(7, 0, 9, 4))
            .holds(claimed(BLUE), box(5, 0, 7, 4));

    List<ChangePiece> pieces = pieces(scene, Map.of(), CONTROLLED, WIDE);
    assertThat(pieces).extracting(p -> p.key().layerSet()).containsExactly("controlled", "wide");
    assertDepth(pieces.get(0), 4 * EAST_METRES, DepthFrom.OWN_GROUND);
    assertThat(pieces.get(0).measures().meanDepthMetres()).isEmpty();
    assertDepth(pieces.get(1), 2 * EAST_METRES, DepthFrom.OWN_GROUND);
    assertThat(pieces.get(1).measures().meanDepthMetres()).isPresent();
  }

  @Test
  void withoutGroundOfItsOwnDepthIsFromTheBorder() {
    // Blue's country ends at x=0; it takes 0..5.
    var piece =
        only(
            pieces(
                opening().day("2024-01-08").holds(BLUE, box(0, 0, 5, 4)),
                Map.of(BLUE, box(-20, -20, 0, 20)),
                CONTROLLED));

    assertDepth(piece, 5 * EAST_METRES, DepthFrom.BORDER);
    assertThat(piece.measures().meanDepthMetres()).isEmpty();
    assertBearing(piece, 90);
  }

  @Test
  void depthIsFromWhateverIsNearer() {
    // Blue holds 10..11. It takes 13..14, two units off; and 3..4, three off the border.
    var scene =
        opening()
            .holds(BLUE, box(10, 0, 11, 4))
            .day("2024-01-08")
            .holds(BLUE, box(10, 0, 11, 4), box(13, 0, 14, 4), box(3, 0, 4, 4));
    Map<String, ChangePiece> byPlace = new TreeMap<>();
    pieces(scene, Map.of(BLUE, box(-20, -20, 0, 20)), CONTROLLED)
        .forEach(
            piece ->
                byPlace.put(piece.geometry().getCoordinate().x < 30.03 ? "west" : "east", piece));

    assertDepth(byPlace.get("west"), 4 * EAST_METRES, DepthFrom.BORDER);
    assertDepth(byPlace.get("east"), 3 * EAST_METRES, DepthFrom.OWN_GROUND);
  }

  @Test
  void whatTouchesTheOldLineIsMeasuredFromItEvenOnTheBorder() {
    var piece =
        only(
            pieces(
                opening()
                    .holds(BLUE, box(0, 0, 5, 4))
                    .day("2024-01-08")
                    .holds(BLUE, box(0, 0, 5, 4), box(0, 4, 5, 7)),
                Map.of(BLUE, box(-20, -20, 0, 20)),
                CONTROLLED));

    assertDepth(piece, 3 * NORTH_METRES, DepthFrom.OWN_GROUND);
    assertBearing(piece, 0);
  }

  @Test
  void groundTakenAtHomeDoesNotReachBeyondTheBorder() {
    var piece =
        only(
            pieces(
                opening().day("2024-01-08").holds(BLUE, box(-5, 0, -1, 4)),
                Map.of(BLUE, box(-20, -20, 0, 20)),
                CONTROLLED));

    assertDepth(piece, 0, DepthFrom.BORDER);
    assertThat(piece.measures().bearingDegrees()).isEmpty();
  }

  @Test
  void withNothingToMeasureFromThereIsNoDepth() {
    var piece = only(pieces(opening().day("2024-01-08").holds(BLUE, box(0, 0, 5, 4))));

    assertThat(piece.measures().depth()).isEmpty();
    assertThat(piece.measures().meanDepthMetres()).isEmpty();
    assertThat(piece.measures().bearingDegrees()).isEmpty();
    assertThat(piece.measures().widthMetres().orElseThrow()).isPositive();
  }

  @Test
  void aCornerDoesNotMakeOnePieceOfTwo() {
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 5, 5))
            .day("2024-01-08")
            .holds(BLUE, box(0, 0, 5, 5), box(5, 0, 6, 1), box(6, 1, 7, 2));

    assertThat(pieces(scene))
        .extracting(PieceMeasurerTest::text)
        .containsOnly("BLUE controlled gained none none -> BLUE held 1")
        .hasSize(2);
  }

  @Test
  void piecesOfTwoKindsStaySeparate() {
    // Of three columns taken one was red's and two were nobody's.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 5, 4))
            .holds(RED, box(5, 0, 6, 4))
            .day("2024-01-08")
            .holds(BLUE, box(0, 0, 8, 4));

    assertThat(pieces(scene))
        .extracting(PieceMeasurerTest::text)
        .containsExactlyInAnyOrder(
            "BLUE controlled gained RED held -> BLUE held 4",
            "BLUE controlled gained none none -> BLUE held 8",
            "RED controlled lost RED held -> BLUE held 4");
  }

  @Test
  void narrowPiecesAreNoisy() {
    // A hundredth of a unit is 4 m; a unit is wide.
    var scene =
        opening()
            .holds(BLUE, box(0, 0, 10, 4))
            .holds(RED, box(20, 0, 30, 4))
            .day("2024-01-08")
            .holds(BLUE, box(0, 0, 10, 4.01))
            .holds(RED, box(20, 0, 30, 5));

    assertThat(pieces(scene))
        .extracting(p -> p.key().side(), p -> p.areas().isNoisy())
        .containsExactlyInAnyOrder(tuple(BLUE, true), tuple(RED, false));
  }

  @Test
  void idsComeFromTheGroundAndNotFromHowItWasFound() {
    var scene =
        opening()
            .holds(GREEN, box(50, 0, 60, 10), box(70, 0, 80, 10), box(90, 0, 95, 10))
            .holds(BLUE, box(0, 0, 10, 4))
            .day("2024-01-08")
            .holds(GREEN, box(90, 0, 95, 10), box(70, 0, 80, 10), box(50, 0, 60, 10))
            .holds(BLUE, box(0, 0, 12, 4));
    List<ChangePiece> byEdges = pieces(scene.pair(), new ChangedEdgeEngine(), Map.of(), CONTROLLED);

    assertThat(byEdges)
        .extracting(ChangePiece::key)
        .isEqualTo(pieces(scene).stream().map(ChangePiece::key).toList());
    assertThat(only(byEdges).key().pieceId()).matches("[0-9a-f]{16}");
  }

  @Test
  void idsTellDatesAndHoldingsApart() {
    var first = opening().day("2024-01-08").holds(BLUE, box(0, 0, 5, 4));
    var later =
        ControlScene.of("alpha").day("2024-02-01").day("2024-02-08").holds(BLUE, box(0, 0, 5, 4));
    var others = opening().day("2024-01-08").holds(RED, box(0, 0, 5, 4));

    assertThat(List.of(first, later, others))
        .extracting(scene -> only(pieces(scene)).key().pieceId())
        .doesNotHaveDuplicates();
  }

  @Test
  void bothMapDatesAreOnThePiece() {
    ChangePiece.Course course =
        only(pieces(opening().day("2024-01-08").holds(BLUE, box(0, 0, 5, 4)))).course();

    assertThat(course.openingMapDate()).isEqualTo("2024-01-01");
    assertThat(course.closingMapDate()).isEqualTo("2024-01-08");
    assertThat(course.from()).isEqualTo(Holding.NONE);
    assertThat(course.to()).isEqualTo(held(BLUE));
  }
}
