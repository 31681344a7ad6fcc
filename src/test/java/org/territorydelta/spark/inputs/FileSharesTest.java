package org.territorydelta.spark.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FileSharesTest {
  @Test
  void everyShareHasAsMuchToReadAsTheNext() {
    // One large source, 40 files of 100 to 139 bytes, and 100 tiny files: 4,880 bytes in all.
    List<SourceFile> files = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      files.add(file("large", "l" + i, 100 + i));
    }
    for (int i = 0; i < 100; i++) {
      files.add(file("small", "s" + i, 1));
    }

    List<ArrayList<SourceFile>> shares = FileShares.of(files, 8);

    // 610 bytes each, and half a file of up to 139 more or less at either end.
    assertThat(shares).hasSize(8);
    assertThat(shares).allSatisfy(share -> assertThat(bytes(share)).isBetween(471L, 749L));
    assertThat(shares.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void filesThatFollowEachOtherByNameStayTogetherWhateverOrderTheyComeIn() {
    List<SourceFile> files = new ArrayList<>();
    for (int i = 10; i < 30; i++) {
      files.add(file(i % 2 == 0 ? "b" : "a", "day-" + i, 1));
    }
    List<ArrayList<SourceFile>> shares = FileShares.of(files, 4);
    assertThat(shares.get(0))
        .extracting(SourceFile::uri)
        .containsExactly("day-11", "day-13", "day-15", "day-17", "day-19");
    assertThat(shares.get(3))
        .extracting(SourceFile::uri)
        .containsExactly("day-20", "day-22", "day-24", "day-26", "day-28");

    Collections.shuffle(files, new Random(1));
    assertThat(FileShares.of(files, 4)).isEqualTo(shares);
  }

  @Test
  void noShareIsEmptyAndFilesOfNoSizeAreDealtOut() {
    List<SourceFile> files = List.of(file("a", "1", 0), file("a", "2", 0), file("a", "3", 1000));
    assertThat(FileShares.of(files, 16)).hasSize(2).doesNotContain(new ArrayList<>());
    assertThat(FileShares.of(List.of(), 16)).isEmpty();
  }

  private static SourceFile file(String source, String name, long bytes) {
    return new SourceFile(source, name, name, bytes, 0);
  }

  private static long bytes(List<SourceFile> share) {
    return share.stream().mapToLong(SourceFile::bytes).sum();
  }
}
