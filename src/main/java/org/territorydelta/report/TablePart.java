package org.territorydelta.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.ContentHash;
import org.territorydelta.report.RunManifest.TableFile;

/**
 * The files of a table in two outputs, or of one of its partition folders.
 *
 * @param partition the folder below the table's, {@code period_kind=day}; empty for a table that is
 *     not partitioned
 * @param before as the old manifest lists them, by path
 * @param after as the new one does
 */
public record TablePart(
    String table, String partition, List<TableFile> before, List<TableFile> after)
    implements Serializable {

  /** Whether it has to be read to be compared. */
  public enum Standing {
    /** The same rows in both, by the manifests' hashes. */
    IDENTICAL,
    ONLY_OLD,
    ONLY_NEW,
    DIFFERENT
  }

  public TablePart {
    before = inOrder(before);
    after = inOrder(after);
  }

  private static List<TableFile> inOrder(List<TableFile> files) {
    return files.stream().sorted(Comparator.comparing(TableFile::path)).toList();
  }

  /** All parts of all tables that either output has, by table and partition. */
  static List<TablePart> of(RunManifest before, RunManifest after) {
    SortedMap<String, TablePart> parts = new TreeMap<>();
    before.tables().forEach(file -> add(parts, file, List.of(file), List.of()));
    after.tables().forEach(file -> add(parts, file, List.of(), List.of(file)));
    return List.copyOf(parts.values());
  }

  private static void add(
      SortedMap<String, TablePart> parts,
      TableFile file,
      List<TableFile> before,
      List<TableFile> after) {
    String partition = partition(file);
    parts.merge(
        file.table() + "/" + partition,
        new TablePart(file.table(), partition, before, after),
        TablePart::plus);
  }

  private static String partition(TableFile file) {
    int start = file.table().length() + 1;
    int end = file.path().lastIndexOf('/');
    return end < start ? "" : file.path().substring(start, end);
  }

  private TablePart plus(TablePart other) {
    List<TableFile> allBefore = new ArrayList<>(before);
    allBefore.addAll(other.before);
    List<TableFile> allAfter = new ArrayList<>(after);
    allAfter.addAll(other.after);
    return new TablePart(table, partition, allBefore, allAfter);
  }

  public Standing standing() {
    if (before.isEmpty()) {
      return Standing.ONLY_NEW;
    }
    if (after.isEmpty()) {
      return Standing.ONLY_OLD;
    }
    return hash(before).equals(hash(after)) ? Standing.IDENTICAL : Standing.DIFFERENT;
  }

  /** Of the rows; of the bytes where an earlier version has left out the other. */
  private static String hash(List<TableFile> files) {
    return files.stream().anyMatch(file -> file.contentHash().isEmpty())
        ? files.stream().map(TableFile::sha256).toList().toString()
        : ContentHash.sum(files.stream().map(TableFile::contentHash).toList());
  }

  public long rowsBefore() {
    return rows(before);
  }

  public long rowsAfter() {
    return rows(after);
  }

  private static long rows(List<TableFile> files) {
    return files.stream().mapToLong(TableFile::rows).sum();
  }

  @Override
  public String toString() {
    return partition.isEmpty() ? table : table + "/" + partition;
  }
}
