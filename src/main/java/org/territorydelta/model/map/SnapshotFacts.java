package org.territorydelta.model.map;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a snapshot without its geometry.
 *
 * @param origin the file it was read from
 * @param size how much it draws
 * @param mended what had to be done to make a partition of it
 * @param groundM2 area of each holding, summed from the partition's own polygons
 */
public record SnapshotFacts(
    SnapshotId id, Origin origin, Size size, Mended mended, SortedMap<Holding, Long> groundM2)
    implements Serializable {

  /**
   * As revisions of a map date follow each other: by file date, then by its time of day where it
   * has one, then by content and path. The last of a map date speaks for it.
   */
  public static final Comparator<SnapshotFacts> REVISION_ORDER =
      Comparator.comparing((SnapshotFacts facts) -> facts.id().mapDate())
          .thenComparing(facts -> facts.id().fileDate())
          .thenComparing(facts -> facts.origin().time())
          .thenComparing(SnapshotFacts::id)
          .thenComparing(SnapshotFacts::path);

  /**
   * The file a snapshot was read from.
   *
   * @param time from when on it could be known; {@link #NO_TIME} where its file date has no time of
   *     day, so that it counts as the first of that day
   */
  public record Origin(String path, Instant time) implements Serializable {
    public static final Instant NO_TIME = Instant.MIN;
  }

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

  /** Facts of a snapshot whose file date has no time of day. */
  public SnapshotFacts(
      SnapshotId id, String path, Size size, Mended mended, SortedMap<Holding, Long> groundM2) {
    this(id, new Origin(path, Origin.NO_TIME), size, mended, groundM2);
  }

  public String path() {
    return origin.path;
  }

  /** From when on the snapshot could be known, where its file date has a time of day. */
  public Optional<Instant> fileTime() {
    return origin.time.equals(Origin.NO_TIME) ? Optional.empty() : Optional.of(origin.time);
  }

  public boolean isEmpty() {
    return groundM2.isEmpty();
  }
}
