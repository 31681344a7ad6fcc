package org.territorydelta.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One input file, by name and content.
 *
 * @param path as found, a URI without the local file system's prefix
 * @param sha256 of its bytes; empty when they could not be read
 * @param fileDates when its maps could be known: none for a failed file, more than one only where
 *     the file holds maps of several days
 * @param mapDates the days its maps show
 * @param features counted as the file has them; a feature with several polygons counts as used when
 *     one of them is, else as ignored when one of them is
 * @param parts counted by polygon; a feature without polygons is one part
 * @param ignoredByRule parts, by the name of the rule
 */
public record MapFile(
    String sourceId,
    String path,
    Content content,
    List<LocalDate> fileDates,
    List<LocalDate> mapDates,
    Tally features,
    Tally parts,
    SortedMap<String, Long> ignoredByRule)
    implements Serializable {

  /** A file's bytes. */
  public record Content(String sha256, long bytes) implements Serializable {}

  public MapFile {
    fileDates = List.copyOf(fileDates);
    mapDates = List.copyOf(mapDates);
    ignoredByRule = new TreeMap<>(ignoredByRule);
  }
}
