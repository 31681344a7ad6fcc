package org.territorydelta.spark.inputs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Deals files out to tasks so that each has as much to read as the next. A task's files follow each
 * other by their names, as most archives name them by date: what a file has in common with the one
 * before is read once.
 */
public final class FileShares {
  private static final Comparator<SourceFile> ORDER =
      Comparator.comparing(SourceFile::sourceId).thenComparing(SourceFile::uri);

  private FileShares() {}

  /** At most {@code most} shares, none of them empty. */
  public static List<ArrayList<SourceFile>> of(List<SourceFile> files, int most) {
    // In an order of their own, so that the order of the files changes nothing.
    List<SourceFile> sorted = files.stream().sorted(ORDER).toList();
    double whole = sorted.stream().mapToLong(FileShares::weight).sum();
    List<ArrayList<SourceFile>> shares = new ArrayList<>();
    long before = 0;
    int last = -1;
    for (SourceFile file : sorted) {
      // A file belongs where its middle lies.
      int share = (int) ((before + weight(file) / 2.0) / whole * most);
      if (share != last) {
        shares.add(new ArrayList<>());
        last = share;
      }
      shares.get(shares.size() - 1).add(file);
      before += weight(file);
    }
    return shares;
  }

  private static long weight(SourceFile file) {
    return Math.max(1, file.bytes());
  }
}
