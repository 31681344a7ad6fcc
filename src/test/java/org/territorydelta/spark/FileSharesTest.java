package org.territorydelta.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

    List<ArrayList<ArrayList<SourceFile>>> shares = FileShares.of(files, 8);

    assertThat(shares).hasSize(8);
    assertThat(shares).allSatisfy(share -> assertThat(bytes(share)).isBetween(500L, 720L));
    assertThat(shares.stream().flatMap(List::stream).flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void filesOfOneLengthStayTogetherWithinTheirSource() {
    List<SourceFile> files =
        List.of(file("a", "1", 7), file("b", "2", 7), file("a", "3", 7), file("a", "4", 8));

    List<ArrayList<ArrayList<SourceFile>>> shares = FileShares.of(files, 16);

    assertThat(shares).hasSize(3);
    assertThat(shares.stream().flatMap(List::stream).map(family -> family.size()))
        .containsExactlyInAnyOrder(2, 1, 1);
  }

  private static SourceFile file(String source, String name, long bytes) {
    return new SourceFile(source, name, name, bytes, 0);
  }

  private static long bytes(List<ArrayList<SourceFile>> share) {
    return share.stream().flatMap(List::stream).mapToLong(SourceFile::bytes).sum();
  }
}
