package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deals files out to tasks so that each has as much to read as the next. Files of one source and
 * one length stay together: they may be the same file under several names, which is read once.
 */
final class FileShares {
  private FileShares() {}

  /** At most {@code most} shares, none of them empty; a share is a list of families. */
  static List<ArrayList<ArrayList<SourceFile>>> of(List<SourceFile> files, int most) {
    Map<String, ArrayList<SourceFile>> families = new LinkedHashMap<>();
    for (SourceFile file : files) {
      families
          .computeIfAbsent(file.sourceId() + " " + file.bytes(), family -> new ArrayList<>())
          .add(file);
    }
    int count = Math.max(1, Math.min(most, families.size()));
    // In an order of their own, so that the order of the files changes nothing.
    List<ArrayList<SourceFile>> sorted =
        families.values().stream().sorted(Comparator.comparing(f -> f.get(0).uri())).toList();
    int[] share = Shares.of(sorted.stream().map(FileShares::bytes).toList(), count);
    List<ArrayList<ArrayList<SourceFile>>> shares = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shares.add(new ArrayList<>());
    }
    for (int i = 0; i < share.length; i++) {
      shares.get(share[i]).add(sorted.get(i));
    }
    return shares;
  }

  private static long bytes(List<SourceFile> family) {
    return family.get(0).bytes() * family.size();
  }
}
