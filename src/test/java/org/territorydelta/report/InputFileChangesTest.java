package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.report.InputFileChange.Kind;
import org.territorydelta.report.InputFileChanges.Listed;

class InputFileChangesTest {
  private static Listed file(String path, String sha256, String role) {
    return new Listed("alpha", path, sha256, role);
  }

  @Test
  void filesAreAddedRemovedChangedOrGivenAnotherRole() {
    InputFileChanges changes =
        InputFileChanges.between(
            List.of(
                file("same", "11", "used"),
                file("gone", "22", "used"),
                file("edited", "33", "used"),
                file("overtaken", "44", "used")),
            List.of(
                file("same", "11", "used"),
                file("edited", "34", "failed"),
                file("overtaken", "44", "superseded"),
                file("come", "55", "used")));

    assertThat(changes.same()).isEqualTo(1);
    assertThat(changes.changes())
        .containsExactly(
            new InputFileChange(Kind.ADDED, "alpha", "come", ""),
            new InputFileChange(Kind.REMOVED, "alpha", "gone", ""),
            new InputFileChange(Kind.CONTENT, "alpha", "edited", "used -> failed"),
            new InputFileChange(Kind.ROLE, "alpha", "overtaken", "used -> superseded"));
  }

  @Test
  void theSameBytesElsewhereHaveMoved() {
    InputFileChanges changes =
        InputFileChanges.between(
            List.of(file("maps/a", "11", "used"), file("maps/b", "22", "used")),
            List.of(file("archive/a", "11", "used"), file("archive/b", "23", "used")));

    assertThat(changes.changes())
        .containsExactly(
            new InputFileChange(Kind.ADDED, "alpha", "archive/b", ""),
            new InputFileChange(Kind.REMOVED, "alpha", "maps/b", ""),
            new InputFileChange(Kind.MOVED, "alpha", "archive/a", "it was maps/a"));
  }

  @Test
  void oneFileMovesToOnePlaceAndTheSecondCopyIsAdded() {
    InputFileChanges changes =
        InputFileChanges.between(
            List.of(file("a", "11", "used")),
            List.of(file("b", "11", "used"), file("c", "11", "duplicate")));

    assertThat(changes.changes())
        .containsExactly(
            new InputFileChange(Kind.ADDED, "alpha", "c", ""),
            new InputFileChange(Kind.MOVED, "alpha", "b", "it was a"));
  }

  @Test
  void nothingMovesBetweenSourcesOrWithoutAHash() {
    InputFileChanges changes =
        InputFileChanges.between(
            List.of(file("a", "11", "used"), file("b", "", "failed")),
            List.of(new Listed("beta", "a", "11", "used"), file("c", "", "failed")));

    assertThat(changes.changes())
        .extracting(InputFileChange::kind)
        .containsExactly(Kind.ADDED, Kind.ADDED, Kind.REMOVED, Kind.REMOVED);
  }
}
