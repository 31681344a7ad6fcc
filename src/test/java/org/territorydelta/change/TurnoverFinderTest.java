package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.ControlScene.held;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.HandOver;
import org.territorydelta.model.change.Turnover;
import org.territorydelta.model.map.Holding;
import org.territorydelta.scene.SceneRegions;

/** Areas are in cells of the grid, hand-overs as day of January and who has the ground then. */
class TurnoverFinderTest {
  private static final LocalDate NEW_YEAR = LocalDate.parse("2024-01-01");

  private static ChangedFace face(int day, Holding from, Holding to, double west, double east) {
    return new ChangedFace(
        box(west, 0, east, 1), new HandOver(NEW_YEAR.plusDays(day - 1), from, to));
  }

  private static List<String> found(SceneRegions regions, ChangedFace... faces) {
    return texts(TurnoverFinder.find(List.of(faces), regions.index(), new Overlay()).turnovers());
  }

  private static List<String> texts(List<Turnover> turnovers) {
    return turnovers.stream().map(TurnoverFinderTest::text).toList();
  }

  private static String text(Turnover turnover) {
    String regions =
        turnover.cell().memberships().stream()
            .map(membership -> membership.region().id() + " ")
            .collect(Collectors.joining());
    return regions
        + turnover.handOvers().stream()
            .map(h -> h.day().getDayOfMonth() + " " + h.to() + ", ")
            .collect(Collectors.joining())
        + cells(turnover.areaM2());
  }

  @Test
  void groundTakenAndLostIsFoundWhereBothMeet() {
    // Blue takes 0..4 on the 2nd and loses 3..6 on the 5th: 3..4 changed hands twice.
    assertThat(
            found(
                SceneRegions.of(),
                face(2, Holding.NONE, held(BLUE), 0, 4),
                face(5, held(BLUE), held(RED), 3, 6)))
        .containsExactly("2 BLUE held, 5 RED held, 1");
  }

  @Test
  void groundThatChangedHandsOnceIsNotFound() {
    assertThat(
            found(
                SceneRegions.of(),
                face(2, Holding.NONE, held(BLUE), 0, 4),
                face(5, held(BLUE), Holding.NONE, 4, 6)))
        .isEmpty();
  }

  @Test
  void everyHandOverIsKeptWithItsDay() {
    // 0..2 went to and fro three times, 2..3 twice.
    assertThat(
            found(
                SceneRegions.of(),
                face(2, held(RED), held(BLUE), 0, 3),
                face(3, held(BLUE), held(RED), 0, 3),
                face(7, held(RED), claimed(BLUE), 0, 2)))
        .containsExactlyInAnyOrder(
            "2 BLUE held, 3 RED held, 1", "2 BLUE held, 3 RED held, 7 BLUE claimed, 2");
  }

  @Test
  void groundOfSeveralRegionsIsToldByRegion() {
    // 0..4 covers ONE, TWO and a cell of FOUR.
    assertThat(
            found(
                SceneRegions.POWERS_OF_TWO,
                face(2, Holding.NONE, held(BLUE), 0, 4),
                face(3, held(BLUE), Holding.NONE, 0, 4)))
        .containsExactlyInAnyOrder(
            "ONE 2 BLUE held, 3 none none, 1",
            "TWO 2 BLUE held, 3 none none, 2",
            "FOUR 2 BLUE held, 3 none none, 1");
  }

  @Test
  void piecesWithTheSamePastAreOne() {
    // Blue takes 0..2 and 5..6 on the 2nd, red takes both back on the 3rd.
    assertThat(
            found(
                SceneRegions.of(),
                face(2, held(RED), held(BLUE), 0, 2),
                face(2, held(RED), held(BLUE), 5, 6),
                face(3, held(BLUE), held(RED), 0, 2),
                face(3, held(BLUE), held(RED), 5, 6)))
        .containsExactly("2 BLUE held, 3 RED held, 3");
  }

  @Test
  void theOrderOfFacesDoesNotMatter() {
    List<ChangedFace> faces = new ArrayList<>();
    var random = new Random(7);
    for (int day = 2; day < 12; day++) {
      int west = random.nextInt(10);
      boolean taken = day % 2 == 0;
      faces.add(
          face(
              day,
              held(taken ? RED : BLUE),
              held(taken ? BLUE : RED),
              west,
              west + 1 + random.nextInt(8)));
    }
    List<Turnover> expected =
        TurnoverFinder.find(faces, SceneRegions.POWERS_OF_TWO.index(), new Overlay()).turnovers();

    assertThat(expected).isNotEmpty();
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(faces, new Random(seed));
      assertThat(
              TurnoverFinder.find(faces, SceneRegions.POWERS_OF_TWO.index(), new Overlay())
                  .turnovers())
          .as("seed " + seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void nothingChangedIsNothingFound() {
    assertThat(found(SceneRegions.of())).isEmpty();
  }
}
