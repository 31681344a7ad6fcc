package org.territorydelta.normalise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.territorydelta.config.FileRule;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.normalise.DateFinder.MapDates;

/** Puts files together that are layers of one map, where a profile says that files of a day are. */
public final class SameDayFiles {
  private SameDayFiles() {}

  /**
   * The files in groups, in the order of their first ones. A file without a date in its path stays
   * on its own, to be refused when it is read.
   *
   * @param path gives a file's path as date rules see it
   */
  public static <F> List<List<F>> of(
      SourceProfile profile, List<F> files, Function<F, String> path) {
    List<List<F>> groups = new ArrayList<>();
    if (profile.files().sameDay() == FileRule.SameDay.VERSIONS) {
      files.forEach(file -> groups.add(List.of(file)));
      return groups;
    }
    var dates = new DateFinder(profile.dates());
    SortedMap<LocalDate, List<F>> byDay = new TreeMap<>();
    for (F file : files) {
      Optional<MapDates> found = dates.find(path.apply(file), FeatureProperties.NONE, Map.of());
      if (found.isEmpty()) {
        groups.add(List.of(file));
        continue;
      }
      List<F> ofDay = byDay.get(found.get().mapDate());
      if (ofDay == null) {
        ofDay = new ArrayList<>();
        byDay.put(found.get().mapDate(), ofDay);
        groups.add(ofDay);
      }
      ofDay.add(file);
    }
    return groups;
  }
}
