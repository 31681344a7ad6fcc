package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.Grid.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.Violation;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.JudgedScene;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.SceneRegions;
import org.territorydelta.timeline.SourceTimeline;

/** One dropout, excluded; then one thing wrong at a time. */
class BreakLawsTest {
  private static final ControlScene SCENE =
      ControlScene.of("alpha")
          .day("2024-03-01")
          .holds(RED, box(0, 0, 130, 100))
          .day("2024-03-02")
          .holds(RED, box(0, 0, 100, 100))
          .day("2024-03-03")
          .holds(RED, box(0, 0, 130, 100));

  private static final JudgedScene JUDGED = JudgedScene.of(SCENE, SceneRegions.of());
  private static final List<SeriesBreak> BREAKS =
      SeriesBreaks.marked(JUDGED.breaks(), Set.of(BreakKind.DROPOUT));
  private static final SourceTimeline WITHOUT =
      JUDGED.timeline().without(SeriesBreaks.excluded(JUDGED.timeline(), BREAKS));
  private static final MeasuredScene MEASURED = SCENE.measured();

  /** The files with the roles that they have without the excluded map. */
  private static List<InputFile> files() {
    return MEASURED.maps().files().stream()
        .map(input -> new InputFile(input.file(), WITHOUT.roles().get(input.file().path())))
        .toList();
  }

  private static List<Violation> check(List<SeriesBreak> breaks, List<InputFile> files) {
    return BreakLaws.check(breaks, files, WITHOUT.recorded());
  }

  @Test
  void honestRowsBreakNoLaw() {
    assertThat(BREAKS).hasSize(1);
    assertThat(check(BREAKS, files())).isEmpty();
  }

  @Test
  void anExcludedMapThatIsStillASnapshotIsFound() {
    assertThat(BreakLaws.check(BREAKS, files(), JUDGED.timeline().recorded())).hasSize(1);
  }

  @Test
  void anExcludedFileWithoutABreakIsFound() {
    assertThat(check(JUDGED.breaks(), files())).hasSize(1);
  }

  @Test
  void aFileThatNobodyReadIsFound() {
    List<InputFile> fewer =
        files().stream().filter(input -> input.role() != FileRole.EXCLUDED).toList();

    assertThat(check(BREAKS, fewer)).isNotEmpty();
  }

  @Test
  void aBreakTwiceIsFound() {
    List<SeriesBreak> twice = new ArrayList<>(BREAKS);
    twice.addAll(BREAKS);

    assertThat(check(twice, files())).hasSize(1);
  }

  @Test
  void aKindThatCannotBeExcludedIsFound() {
    SeriesBreak found = BREAKS.get(0);
    var key =
        new SeriesBreak.Key(
            "alpha", found.key().mapDate(), BreakKind.BATCH_RELEASE, found.key().side());
    var batch =
        new SeriesBreak(key, found.maps(), found.areaM2(), found.rule(), found.detail(), true);

    assertThat(check(List.of(batch), files())).hasSize(1);
  }
}
