package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Noding;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.RegionRelation;
import org.territorydelta.model.change.ChangeKind;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.scene.RandomScene;

/** What pieces owe to the pair they are of, on random scenes with regions of two levels. */
class PieceLawsTest {
  private static final LayerSet CONTROLLED = new LayerSet("controlled", Set.of("held"));
  private static final LayerSet WIDE = new LayerSet("wide", Set.of("held", "advance"));

  /** The shapes are up to 100 km across, so that half of a scene's pieces have narrow parts. */
  private static final NoiseMeasurer NOISE = new NoiseMeasurer(3000);

  /** A check of one pair's pieces. */
  private interface PairCheck {
    void check(SnapshotPair pair, List<ChangedGround> pieces, RegionIndex regions);
  }

  private static void eachPair(PairCheck check) {
    RandomScene.each(
        random -> {
          var engine = new ChangedEdgeEngine();
          var current = random.scene().timeline().current();
          var maps =
              random.scene().snapshots().stream()
                  .filter(map -> current.stream().anyMatch(facts -> facts.id().equals(map.id())))
                  .toList();
          var regions = random.regions().index();
          for (int i = 1; i < maps.size(); i++) {
            var pair = new SnapshotPair(maps.get(i - 1), maps.get(i));
            check.check(pair, engine.changedGround(pair, regions, new Overlay()), regions);
          }
        });
  }

  private static List<ChangePiece> rows(
      SnapshotPair pair, List<ChangedGround> pieces, RegionIndex regions) {
    return new PieceMeasurer(List.of(CONTROLLED, WIDE), Map.of(), NOISE)
        .measure(pair, pieces, regions, new Overlay());
  }

  /** What a side gained or lost by a layer set in a cell. */
  private record Figure(String side, String layerSet, ChangeKind change, Cell cell) {}

  private static Map<Figure, Long> figures(List<Transition> transitions) {
    Map<Figure, Long> figures = new HashMap<>();
    for (Transition t : transitions) {
      for (LayerSet set : List.of(CONTROLLED, WIDE)) {
        String to = t.to().side();
        String from = t.from().side();
        if (set.controls(to, t.to()) && !set.controls(to, t.from())) {
          figures.merge(
              new Figure(to, set.name(), ChangeKind.GAINED, t.cell()), t.areaM2(), Long::sum);
        }
        if (set.controls(from, t.from()) && !set.controls(from, t.to())) {
          figures.merge(
              new Figure(from, set.name(), ChangeKind.LOST, t.cell()), t.areaM2(), Long::sum);
        }
      }
    }
    return figures;
  }

  private static void add(
      Map<Figure, Long> figures, ChangePiece piece, SortedMap<Cell, Long> areasM2) {
    areasM2.forEach(
        (cell, area) ->
            figures.merge(
                new Figure(
                    piece.key().side(), piece.key().layerSet(), piece.course().change(), cell),
                area,
                Long::sum));
  }

  @Test
  void piecesAddUpToGainedAndLostInEveryCell() {
    eachPair(
        (pair, pieces, regions) -> {
          Map<Figure, Long> sums = new HashMap<>();
          rows(pair, pieces, regions).forEach(piece -> add(sums, piece, piece.areas().areaM2()));

          assertThat(sums)
              .isEqualTo(
                  figures(new ChangedEdgeEngine().transitions(pair, regions, new Overlay())));
        });
  }

  @Test
  void noiseOfPiecesAddsUpToNoiseOfThePair() {
    var noisy = new AtomicInteger();
    eachPair(
        (pair, pieces, regions) -> {
          Map<Figure, Long> sums = new HashMap<>();
          rows(pair, pieces, regions).forEach(piece -> add(sums, piece, piece.areas().noiseM2()));

          assertThat(sums).isEqualTo(figures(NOISE.noise(pieces, regions, new Overlay())));
          noisy.addAndGet(sums.size());
        });

    assertThat(noisy).hasValueGreaterThan(100);
  }

  @Test
  void noiseIsNoMoreThanWhatChanged() {
    eachPair(
        (pair, pieces, regions) -> {
          Map<String, Long> changed = new TreeMap<>();
          ChangedGround.transitions(pieces)
              .forEach(t -> changed.put(t.cell() + " " + t.from() + " " + t.to(), t.areaM2()));
          for (Transition noise : NOISE.noise(pieces, regions, new Overlay())) {
            assertThat(noise.areaM2())
                .isLessThanOrEqualTo(
                    changed.get(noise.cell() + " " + noise.from() + " " + noise.to()));
          }
        });
  }

  @Test
  void aPieceHasTheAreaOfItsShape() {
    eachPair(
        (pair, pieces, regions) -> {
          for (ChangedGround piece : pieces) {
            // Half a square metre for each face and cell, and what snapping moves.
            assertThat(Math.abs(EllipsoidalArea.m2(piece.shape()) - piece.areaM2()))
                .isLessThanOrEqualTo(EngineAgreement.TOLERANCE_M2);
          }
        });
  }

  @Test
  void piecesShareNoGroundAndThoseOfAKindNoRim() {
    eachPair(
        (pair, pieces, regions) -> {
          List<Geometry> shapes = pieces.stream().map(ChangedGround::shape).toList();
          for (int i = 0; i < shapes.size(); i++) {
            var relation = new RegionRelation(shapes.get(i));
            for (int j = 0; j < i; j++) {
              boolean sameKind =
                  pieces.get(i).from().equals(pieces.get(j).from())
                      && pieces.get(i).to().equals(pieces.get(j).to());

              assertThat(sameKind && relation.sharesBorderOrGround(shapes.get(j)))
                  .as("rim of pieces %d and %d", j, i)
                  .isFalse();
              var both = new Overlay().intersection(shapes.get(i), shapes.get(j));
              assertThat(EllipsoidalArea.m2(both)).as("ground of %d and %d", j, i).isZero();
            }
          }
        });
  }

  @Test
  void swappingThePairSwapsFromAndTo() {
    eachPair(
        (pair, pieces, regions) -> {
          var swapped = new SnapshotPair(pair.closing(), pair.opening());
          List<ChangedGround> backwards =
              new ChangedEdgeEngine().changedGround(swapped, regions, new Overlay());

          assertThat(
                  backwards.stream().map(p -> p.to() + " " + p.from() + " " + p.shape()).sorted())
              .isEqualTo(
                  pieces.stream()
                      .map(p -> p.from() + " " + p.to() + " " + p.shape())
                      .sorted()
                      .toList());
        });
  }

  /**
   * Slivers apart, where the one engine may see a piece and the other a line; and a neck of no
   * width, where two corners all but meet, is seen by the one and not by the other.
   */
  @Test
  void bothEnginesFindTheSamePieces() {
    var same = new AtomicInteger();
    var parted = new AtomicInteger();
    eachPair(
        (pair, pieces, regions) -> {
          var overlay = new Overlay();
          List<ChangedGround> expected =
              substantial(new FullOverlayEngine().changedGround(pair, regions, overlay));
          if (!overlay.operations().containsKey(Noding.SNAP_ROUNDING)) {
            List<ChangedGround> found = substantial(pieces);
            for (ChangedGround piece : expected) {
              List<ChangedGround> inside = found.stream().filter(p -> liesIn(p, piece)).toList();
              // Where the engine that is asked sees more in one piece, the other's lie in it.
              if (inside.isEmpty()) {
                assertThat(found).anyMatch(p -> liesIn(piece, p));
              } else {
                assertThat(area(inside))
                    .isCloseTo(piece.areaM2(), within(EngineAgreement.TOLERANCE_M2));
              }
              (inside.size() == 1 ? same : parted).incrementAndGet();
            }
            assertThat(area(found)).isCloseTo(area(expected), within(EngineAgreement.TOLERANCE_M2));
          }
        });

    assertThat(same).hasValueGreaterThan(500);
    assertThat(parted).hasValueLessThan(5);
  }

  private static List<ChangedGround> substantial(List<ChangedGround> pieces) {
    return pieces.stream().filter(p -> p.areaM2() > EngineAgreement.TOLERANCE_M2).toList();
  }

  private static long area(List<ChangedGround> pieces) {
    return pieces.stream().mapToLong(ChangedGround::areaM2).sum();
  }

  private static boolean liesIn(ChangedGround piece, ChangedGround larger) {
    return piece.from().equals(larger.from())
        && piece.to().equals(larger.to())
        && larger.shape().covers(piece.shape().getInteriorPoint());
  }
}
