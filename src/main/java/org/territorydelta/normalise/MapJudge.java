package org.territorydelta.normalise;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.config.DayRange;
import org.territorydelta.config.EmptyMaps;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.MapWeight;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;

/**
 * Tells which maps of a file are none: too much of them was rejected, or nothing of them is used
 * and the profile does not say that this means something. Such a map is set aside; it says nothing
 * of its day, least of all that nobody held any ground.
 */
public final class MapJudge {
  private static final double PERCENT = 100;

  private final EmptyMaps emptyMaps;
  private final DayRange plausible;
  private final double maxRejectedShare;

  public MapJudge(EmptyMaps emptyMaps, DayRange plausible, RunConfig.Limits limits) {
    this.emptyMaps = emptyMaps;
    this.plausible = plausible;
    this.maxRejectedShare = limits.maxRejectedShare();
  }

  /**
   * The maps to set aside, by their map dates, each with the reason.
   *
   * @param maps one for each map date of the file
   */
  public SortedMap<LocalDate, Rejection> setAside(MapFile file, List<MapWeight> maps) {
    SortedMap<LocalDate, Rejection> setAside = new TreeMap<>();
    long undated = file.parts().rejected() - maps.stream().mapToLong(MapWeight::rejected).sum();
    long usable = undated + maps.stream().mapToLong(map -> map.used() + map.rejected()).sum();
    double undatedShare = usable == 0 ? 0 : undated / (double) usable;
    for (MapWeight map : maps) {
      Optional<Rejection> fault =
          undatedShare > maxRejectedShare
              ? Optional.of(undated(file, map, undated, usable))
              : fault(file, map);
      fault.ifPresent(why -> setAside.put(map.mapDate(), why));
    }
    return setAside;
  }

  private Optional<Rejection> fault(MapFile file, MapWeight map) {
    if (!plausible.contains(map.mapDate())) {
      String detail = "expected a day from " + plausible + " (plausible-days in the profile)";
      return Optional.of(rejection(file, map, RejectionReason.IMPLAUSIBLE_DAY, detail));
    }
    if (!map.missingLayers().isEmpty()) {
      String detail = "no layer is like " + String.join(", nor like ", map.missingLayers());
      return Optional.of(rejection(file, map, RejectionReason.MISSING_LAYER, detail));
    }
    if (map.rejectedShare() > maxRejectedShare) {
      return Optional.of(rejection(file, map, RejectionReason.TOO_MUCH_REJECTED, figures(map)));
    }
    if (map.used() > 0) {
      return Optional.empty();
    }
    if (map.isBlank()) {
      return emptyMaps.allowNothingDrawn()
          ? Optional.empty()
          : Optional.of(
              rejection(
                  file,
                  map,
                  RejectionReason.NOTHING_DRAWN,
                  "no polygon; allow-empty-map: nothing-drawn in the profile would take it as a map on which nobody holds ground"));
    }
    return emptyMaps.allowNothingHeld()
        ? Optional.empty()
        : Optional.of(
            rejection(
                file,
                map,
                RejectionReason.NOTHING_HELD,
                String.format(
                    Locale.ROOT,
                    "all of %d polygons ignored, by %s; allow-empty-map: nothing-held in the profile would take it as a map on which nobody holds ground",
                    map.ignored() + map.rejected(),
                    String.join(", ", file.ignoredByRule().keySet()))));
  }

  private String figures(MapWeight map) {
    String unmeasured =
        map.unmeasured() == 0 ? "" : ", " + map.unmeasured() + " of them of unknown area";
    return String.format(
        Locale.ROOT,
        "%s %% rejected, expected at most %s %%: %d of %d polygons%s; %s km² rejected, %s km² used",
        percent(map.rejectedShare()),
        percent(maxRejectedShare),
        map.rejected(),
        map.used() + map.rejected(),
        unmeasured,
        SquareKm.fromM2(map.rejectedM2()),
        SquareKm.fromM2(map.usedM2()));
  }

  private Rejection undated(MapFile file, MapWeight map, long undated, long usable) {
    return rejection(
        file,
        map,
        RejectionReason.TOO_MUCH_REJECTED,
        String.format(
            Locale.ROOT,
            "%d of the file's %d polygons have no date and may belong to any of its maps, expected at most %s %%",
            undated,
            usable,
            percent(maxRejectedShare)));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f", PERCENT * share);
  }

  private static Rejection rejection(
      MapFile file, MapWeight map, RejectionReason reason, String detail) {
    return new Rejection(
        file.sourceId(),
        file.path(),
        Rejection.Place.FILE,
        reason,
        "map of " + map.mapDate() + ": " + detail,
        "");
  }
}
