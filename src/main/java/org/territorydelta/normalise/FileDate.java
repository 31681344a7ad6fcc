package org.territorydelta.normalise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.SnapshotFacts;

/**
 * A day, and the instant that makes it one where there is a time of day.
 *
 * @param time to the microsecond, as tables have it; {@link SnapshotFacts.Origin#NO_TIME} where
 *     there is none
 */
record FileDate(LocalDate day, Instant time) implements Comparable<FileDate> {
  private static final Comparator<FileDate> ORDER =
      Comparator.comparing(FileDate::day).thenComparing(FileDate::time);

  FileDate {
    time = time.truncatedTo(ChronoUnit.MICROS);
  }

  static FileDate of(LocalDate day) {
    return new FileDate(day, SnapshotFacts.Origin.NO_TIME);
  }

  boolean hasTime() {
    return !time.equals(SnapshotFacts.Origin.NO_TIME);
  }

  FileDate plusDays(int days) {
    return new FileDate(day.plusDays(days), hasTime() ? time.plus(days, ChronoUnit.DAYS) : time);
  }

  /** Dates of a file's maps, each once. */
  static MapFile.Dates dates(Collection<FileDate> fileDates, Collection<LocalDate> mapDates) {
    return new MapFile.Dates(
        fileDates.stream().map(FileDate::day).distinct().sorted().toList(),
        fileDates.stream()
            .filter(FileDate::hasTime)
            .map(FileDate::time)
            .distinct()
            .sorted()
            .toList(),
        List.copyOf(mapDates));
  }

  @Override
  public int compareTo(FileDate other) {
    return ORDER.compare(this, other);
  }
}
