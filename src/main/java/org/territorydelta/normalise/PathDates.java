package org.territorydelta.normalise;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.model.map.FeatureProperties;

/** The map dates of files, as far as their paths alone tell them. */
public final class PathDates {
  private PathDates() {}

  /** By path; one whose path does not tell is not among them. */
  public static SortedMap<String, LocalDate> of(SourceProfile profile, Collection<String> paths) {
    var dates = new DateFinder(profile.dates());
    SortedMap<String, LocalDate> found = new TreeMap<>();
    for (String path : paths) {
      dates
          .find(path, FeatureProperties.NONE, Map.of())
          .ifPresent(date -> found.put(path, date.mapDate()));
    }
    return found;
  }
}
