package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Deals files out to tasks so that each has as much to read as the next. Files of one source and
 * one length stay together: they may be the same file under several names, which is read once.
 */
final class FileShares {
  private record Load(int share, long bytes) {}

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
    List<ArrayList<ArrayList<SourceFile>>> shares = new ArrayList<>();
    var lightest =
        new PriorityQueue<Load>(Comparator.comparing(Load::bytes).thenComparing(Load::share));
    for (int i = 0; i < count; i++) {
      shares.add(new ArrayList<>());
      lightest.add(new Load(i, 0));
    }
    for (ArrayList<SourceFile> family : byBytes(families.values())) {
      Load load = lightest.remove();
      shares.get(load.share).add(family);
      lightest.add(new Load(load.share, load.bytes + bytes(family)));
    }
    return shares;
  }

  /** Largest first, which leaves the least difference at the end. */
  private static List<ArrayList<SourceFile>> byBytes(Collection<ArrayList<SourceFile>> families) {
    return families.stream()
        .sorted(
            Comparator.comparingLong(FileShares::bytes)
                .reversed()
                .thenComparing(family -> family.get(0).uri()))
        .toList();
  }

  private static long bytes(List<SourceFile> family) {
    return family.get(0).bytes() * family.size();
  }
}
