package org.territorydelta.spark.inputs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One file to read, or several that are one map.
 *
 * @param uri where it is, as Hadoop's Path writes it: spaces and the like are not escaped
 * @param shownPath how the tables name it
 * @param bytes of all of it, files that belong to it included
 * @param modifiedMillis when it was last written, since 1970; the last of all of it
 * @param others files that are one map with it
 */
public record SourceFile(
    String sourceId,
    String uri,
    String shownPath,
    long bytes,
    long modifiedMillis,
    ArrayList<SourceFile> others)
    implements Serializable {

  /** A file that is a map, or several, of its own. */
  public SourceFile(
      String sourceId, String uri, String shownPath, long bytes, long modifiedMillis) {
    this(sourceId, uri, shownPath, bytes, modifiedMillis, new ArrayList<>());
  }

  /**
   * Several files as one: the largest, under whose name the map will be, and the others.
   *
   * @param files at least one
   */
  public static SourceFile together(List<SourceFile> files) {
    List<SourceFile> sorted =
        files.stream()
            .sorted(
                Comparator.comparingLong((SourceFile file) -> -file.bytes)
                    .thenComparing(SourceFile::uri))
            .toList();
    SourceFile first = sorted.get(0);
    return new SourceFile(
        first.sourceId,
        first.uri,
        first.shownPath,
        files.stream().mapToLong(SourceFile::bytes).sum(),
        files.stream().mapToLong(SourceFile::modifiedMillis).max().orElseThrow(),
        new ArrayList<>(sorted.subList(1, sorted.size())));
  }

  /** Itself and the others. */
  public List<SourceFile> files() {
    List<SourceFile> files = new ArrayList<>();
    files.add(this);
    files.addAll(others);
    return files;
  }
}
