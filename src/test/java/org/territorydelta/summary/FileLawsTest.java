package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.Grid.box;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.Violation;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.Tally;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.timeline.MapDay;
import org.territorydelta.timeline.SourceTimeline.Recorded;

/** The laws of what was read, each broken once. */
class FileLawsTest {
  /** A map, the next day's, and a correction of that one. */
  private static final MeasuredScene SCENE =
      ControlScene.of("alpha")
          .day("2024-01-01")
          .holds(BLUE, box(0, 0, 4, 1))
          .day("2024-01-02")
          .holds(BLUE, box(0, 0, 5, 1))
          .revised("2024-01-02", "2024-01-09")
          .holds(BLUE, box(0, 0, 6, 1))
          .measured();

  private static final SourceTables.Maps MAPS = SCENE.maps();

  private static List<String> brokenTables(SourceTables.Maps maps) {
    var areas =
        new SourceTables.Areas(
            SCENE.controlAreas(),
            SCENE.summary().transitions(),
            SCENE.summary().areaDeltas(),
            List.of());
    var tables =
        new SourceTables(maps, areas, SCENE.frame().regions().regions(), SCENE.frame().layerSets());
    return SourceLaws.check(tables).stream().map(Violation::table).distinct().toList();
  }

  private static <T> List<T> with(List<T> rows, int at, T row) {
    List<T> changed = new ArrayList<>(rows);
    changed.set(at, row);
    return changed;
  }

  private static SourceTables.Maps withFile(InputFile file) {
    return new SourceTables.Maps(
        with(MAPS.files(), 0, file), MAPS.snapshots(), MAPS.days(), MAPS.rejections());
  }

  private static SourceTables.Maps withRejection(Rejection rejection) {
    return new SourceTables.Maps(MAPS.files(), MAPS.snapshots(), MAPS.days(), List.of(rejection));
  }

  private static Rejection rejection(String file, RejectionReason reason) {
    return new Rejection("alpha", file, Rejection.Place.of(0, 0), reason, "", "");
  }

  private static MapFile counted(MapFile file, Tally parts) {
    return new MapFile(
        file.sourceId(),
        file.path(),
        file.content(),
        file.fileDates(),
        file.mapDates(),
        parts,
        parts,
        file.ignoredByRule());
  }

  @Test
  void whatWasReadHonestlyBreaksNoLaw() {
    assertThat(brokenTables(MAPS)).isEmpty();
  }

  @Test
  void aUsedFileThatIsCalledADuplicateIsFound() {
    var file = new InputFile(MAPS.files().get(0).file(), FileRole.DUPLICATE);

    assertThat(brokenTables(withFile(file))).containsExactly("input_file");
  }

  @Test
  void aFailedFileWithoutAReasonIsFound() {
    var file = new InputFile(MAPS.files().get(0).file(), FileRole.FAILED);

    assertThat(brokenTables(withFile(file))).containsExactly("input_file");
  }

  @Test
  void aRejectedPolygonThatIsNotInQuarantineIsFound() {
    InputFile honest = MAPS.files().get(0);
    var file = new InputFile(counted(honest.file(), new Tally(2, 1, 0, 1)), honest.role());

    assertThat(brokenTables(withFile(file))).containsExactly("input_file");
  }

  @Test
  void anIgnoredPolygonWithoutARuleIsFound() {
    InputFile honest = MAPS.files().get(0);
    var file = new InputFile(counted(honest.file(), new Tally(2, 1, 1, 0)), honest.role());

    assertThat(brokenTables(withFile(file))).containsExactly("input_file");
  }

  @Test
  void aRejectionThatNoFileCountsIsFound() {
    String path = MAPS.files().get(0).file().path();

    assertThat(brokenTables(withRejection(rejection(path, RejectionReason.NO_RULE))))
        .containsExactly("input_file");
  }

  @Test
  void aRejectionOfAnUnknownFileIsFound() {
    assertThat(brokenTables(withRejection(rejection("elsewhere", RejectionReason.NO_RULE))))
        .containsExactly("quarantine");
  }

  @Test
  void aDayWithAnotherMapIsFound() {
    MapDay honest = MAPS.days().get(1);
    var day =
        new MapDay(
            honest.sourceId(),
            honest.day(),
            Optional.of(honest.day().minusDays(1)),
            honest.state());
    var maps =
        new SourceTables.Maps(
            MAPS.files(), MAPS.snapshots(), with(MAPS.days(), 1, day), MAPS.rejections());

    assertThat(brokenTables(maps)).containsExactly("map_day");
  }

  @Test
  void aRevisionThatSpeaksOutOfTurnIsFound() {
    List<Recorded> swapped = new ArrayList<>();
    MAPS.snapshots()
        .forEach(
            r -> {
              boolean revised = r.facts().id().mapDate().toString().equals("2024-01-02");
              swapped.add(new Recorded(r.facts(), revised != r.current()));
            });
    var maps = new SourceTables.Maps(MAPS.files(), swapped, MAPS.days(), MAPS.rejections());

    assertThat(brokenTables(maps)).contains("snapshot");
  }

  @Test
  void aSnapshotWithTooFewVerticesIsFound() {
    Recorded honest = MAPS.snapshots().get(0);
    SnapshotFacts facts = honest.facts();
    var thin =
        new SnapshotFacts(
            facts.id(),
            facts.path(),
            new SnapshotFacts.Size(2, 5),
            facts.mended(),
            facts.groundM2());
    var maps =
        new SourceTables.Maps(
            MAPS.files(),
            with(MAPS.snapshots(), 0, new Recorded(thin, true)),
            MAPS.days(),
            MAPS.rejections());

    assertThat(brokenTables(maps)).containsExactly("snapshot");
  }
}
