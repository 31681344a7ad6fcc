package org.territorydelta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.change.SnapshotPair;

/** Maps that the benchmark finds, copies and reads. */
class ArchiveTest {
  /** NZZ's shape over 20 days, DeepState's over two. */
  private static final SyntheticArchive MAPS = new SyntheticArchive(20, 300, 2, 5);

  @TempDir static Path folder;
  private static Archive drawn;
  private static Archive copied;

  @BeforeAll
  static void drawAndCopyOnce() throws IOException {
    drawn = Archive.of(MAPS, Files.createDirectories(folder.resolve("drawn")));
    Path readme = Files.writeString(folder.resolve("drawn/maps/nzz/README.md"), "no map");
    Path work = Files.createDirectories(folder.resolve("copied"));
    copied = Archive.copied(List.of(folder.resolve("drawn/maps")), work);
    Files.delete(readme);
  }

  @Test
  void mapsAreFoundByTheirNamesAFolderBelowAndCopied() throws IOException {
    assertThat(copied.folders())
        .extracting(MapFolder::id)
        .containsExactlyInAnyOrder("nzz", "deepstate");
    for (MapFolder maps : copied.folders()) {
      assertThat(maps.folder()).startsWith(folder.resolve("copied"));
    }
    assertThat(ArchiveSize.of(copied)).isEqualTo(ArchiveSize.of(drawn));
    assertThat(folder.resolve("copied/maps/nzz/README.md")).doesNotExist();
  }

  @Test
  void aFolderWithoutMapsIsRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertThatThrownBy(() -> Archive.copied(List.of(empty), folder))
        .hasMessageStartingWith("Cannot find maps: folders=[" + empty);
  }

  @Test
  void repeatedFilesCountOnceAsDistinctAndAlwaysAsRead() throws IOException {
    ArchiveSize size = ArchiveSize.of(copied);

    assertThat(size.files()).isEqualTo(22);
    assertThat(size.distinctFiles()).isBetween(12L, 19L);
    assertThat(size.vertices()).isBetween(22 * 290L, 22 * 370L);
  }

  @Test
  void aChainLeavesOutMapsThatRepeatAndEndsAfterThePairsAskedFor() throws IOException {
    List<Chain> chains = Chain.of(copied, 5);

    assertThat(chains).extracting(chain -> chain.pairs().size()).containsExactlyInAnyOrder(5, 1);
    assertThat(chains).flatExtracting(Chain::pairs).noneMatch(SnapshotPair::isUnchanged);
  }
}
