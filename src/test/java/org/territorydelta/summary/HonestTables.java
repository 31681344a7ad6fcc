package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;

import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.Violation;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.SceneRegions;

/** Tables that keep every law, for tests to falsify one row of. */
final class HonestTables {
  /** Three maps, two sides, two statuses, four regions, a border band and a revision. */
  static final MeasuredScene SCENE =
      ControlScene.of("alpha")
          .day("2024-01-01")
          .holds(BLUE, box(0, 0, 4, 1))
          .holds(claimed(BLUE), box(4, 0, 6, 1))
          .holds(RED, box(6, 0, 15, 1))
          .day("2024-01-02")
          .holds(BLUE, box(0, 0, 6, 2))
          .holds(RED, box(8, 0, 15, 1))
          .revised("2024-01-02", "2024-01-05")
          .holds(BLUE, box(0, 0, 7, 2))
          .holds(RED, box(8, 0, 15, 1))
          .day("2024-01-04")
          .holds(BLUE, box(0, 0, 3, 1))
          .holds(RED, box(5, 0, 90, 1))
          .measurer()
          .regions(SceneRegions.POWERS_OF_TWO.inScope("AA", 5))
          .measure();

  static final SourceTables.Areas AREAS =
      new SourceTables.Areas(
          SCENE.controlAreas(),
          SCENE.summary().transitions(),
          SCENE.summary().areaDeltas(),
          List.of());

  static List<Violation> check(
      List<ControlArea> areas, List<RegionTransition> transitions, List<AreaDelta> deltas) {
    return SourceLaws.check(
        SCENE.tables(new SourceTables.Areas(areas, transitions, deltas, List.of())));
  }

  static <T> List<T> with(List<T> rows, int at, T row) {
    List<T> changed = new ArrayList<>(rows);
    changed.set(at, row);
    return changed;
  }

  static <T> List<T> without(List<T> rows, int at) {
    List<T> fewer = new ArrayList<>(rows);
    fewer.remove(at);
    return fewer;
  }

  static <T> List<T> twice(List<T> rows, int at) {
    List<T> more = new ArrayList<>(rows);
    more.add(rows.get(at));
    return more;
  }

  static void names(String table, Object row, List<Violation> violations) {
    assertThat(violations).as("row %s", row).extracting(Violation::table).contains(table);
  }

  private HonestTables() {}
}
