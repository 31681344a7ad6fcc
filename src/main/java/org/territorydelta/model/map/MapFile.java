package org.territorydelta.model.map;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One input file, by name and content.
 *
 * @param path as found, a URI without the local file system's prefix
 * @param sha256 of its bytes; empty when they could not be read
 * @param dates of its maps; none for a failed file
 * @param features counted as the file has them; a feature with several polygons counts as used when
 *     one of them is, else as ignored when one of them is
 * @param parts counted by polygon; a feature without polygons is one part
 * @param ignoredByRule parts, by the name of the rule
 * @param layers the files of which this is the sum, itself the first; none where it stands alone
 */
public record MapFile(
    String sourceId,
    String path,
    Content content,
    Dates dates,
    Tally features,
    Tally parts,
    SortedMap<String, Long> ignoredByRule,
    List<MapFile> layers)
    implements Serializable {

  /**
   * The dates of a file's maps, each list in order and without repeats.
   *
   * @param fileDates when its maps could be known: more than one only where the file holds maps of
   *     several days
   * @param fileTimes the same to the second, as far as file dates have a time of day
   * @param mapDates the days its maps show
   */
  public record Dates(List<LocalDate> fileDates, List<Instant> fileTimes, List<LocalDate> mapDates)
      implements Serializable {
    public static final Dates NONE = new Dates(List.of(), List.of(), List.of());

    public Dates {
      fileDates = List.copyOf(fileDates);
      fileTimes = List.copyOf(fileTimes);
      mapDates = List.copyOf(mapDates);
    }
  }

  /** A file's bytes. */
  public record Content(String sha256, long bytes) implements Serializable {}

  public MapFile {
    ignoredByRule = new TreeMap<>(ignoredByRule);
    layers = List.copyOf(layers);
  }

  /** A file that stands alone. */
  public MapFile(
      String sourceId,
      String path,
      Content content,
      Dates dates,
      Tally features,
      Tally parts,
      SortedMap<String, Long> ignoredByRule) {
    this(sourceId, path, content, dates, features, parts, ignoredByRule, List.of());
  }

  /** A file whose dates have no time of day. */
  public MapFile(
      String sourceId,
      String path,
      Content content,
      List<LocalDate> fileDates,
      List<LocalDate> mapDates,
      Tally features,
      Tally parts,
      SortedMap<String, Long> ignoredByRule) {
    this(
        sourceId,
        path,
        content,
        new Dates(fileDates, List.of(), mapDates),
        features,
        parts,
        ignoredByRule);
  }

  /** Every file, each with its own counts. */
  public List<MapFile> files() {
    return layers.isEmpty() ? List.of(this) : layers;
  }

  public List<LocalDate> fileDates() {
    return dates.fileDates;
  }

  public List<LocalDate> mapDates() {
    return dates.mapDates;
  }
}
