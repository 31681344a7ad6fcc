package org.territorydelta.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.figure.SideSummary;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.Tally;

/**
 * What a run has to say of one source.
 *
 * @param files how many files had which role
 * @param days first and last map, and how the days between are covered
 * @param sides none when no map could be used
 * @param breaks of its series that break figures
 * @param leftOut what of the source's input is in no map
 */
public record SourceReport(
    String sourceId,
    Map<FileRole, Long> files,
    Days days,
    Mended mended,
    List<SideSummary> sides,
    List<SeriesBreak> breaks,
    LeftOut leftOut,
    String notice) {

  /**
   * @param setAside maps that are none, each with its file and reason
   * @param rejected features and files in quarantine, a text for each reason
   */
  public record LeftOut(List<String> setAside, List<String> rejected) {
    public static final LeftOut NOTHING = new LeftOut(List.of(), List.of());

    public LeftOut {
      setAside = List.copyOf(setAside);
      rejected = List.copyOf(rejected);
    }
  }

  /**
   * @param snapshots maps that speak for their days
   * @param withoutMap days between the first and the last map that have none of their own
   */
  public record Days(LocalDate first, LocalDate last, long snapshots, long withoutMap) {}

  /**
   * @param parts polygons read, used, ignored and rejected
   * @param repairedM2 how much repair changed areas
   * @param overlapM2 ground covered twice, in all maps
   */
  public record Mended(Tally parts, long repaired, long repairedM2, long overlapM2) {}
}
