package org.territorydelta.model;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a snapshot without its geometry.
 *
 * @param path the file it was read from
 * @param size how much it draws
 * @param mended what had to be done to make a partition of it
 * @param groundM2 area of each holding, summed from the partition's own polygons
 */
public record SnapshotFacts(
    SnapshotId id, String path, Size size, Mended mended, SortedMap<Holding, Long> groundM2)
    implements Serializable {

  /** Polygons and vertices of the partition. */
  public record Size(long polygons, long vertices) implements Serializable {}

  /**
   * @param repaired polygons that were invalid
   * @param repairedM2 how much repair changed their areas, gains and losses added up without sign
   * @param overlapM2 ground that two polygons covered and one was given
   */
  public record Mended(long repaired, long repairedM2, long overlapM2) implements Serializable {}

  public SnapshotFacts {
    groundM2 = new TreeMap<>(groundM2);
  }

  public boolean isEmpty() {
    return groundM2.isEmpty();
  }
}
