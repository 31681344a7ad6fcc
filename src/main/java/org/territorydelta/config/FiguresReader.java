package org.territorydelta.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.claim.Spread;
import org.territorydelta.model.claim.StatedArea;
import org.territorydelta.model.figure.Diagonal;
import org.territorydelta.model.map.Denominator;
import org.territorydelta.model.map.RegionId;

/** Reads what a config asks for beside the figures themselves. */
final class FiguresReader {
  private static final int DEFAULT_BAND_LAG_DAYS = 1;

  /** Beyond half a month a shifted month is another month. */
  private static final int MOST_BAND_LAG_DAYS = 14;

  /** A century. */
  private static final int MOST_SPREAD_DAYS = 36_525;

  /**
   * Of days a map cannot tell which of them ground changed hands on; over a week it evens out. A
   * tenth of a period is about what a publisher's own monthly figures differ from its maps.
   */
  private static final RunConfig.Weighing DEFAULT_WEIGHING =
      new RunConfig.Weighing(7, 0.1, SourceSpreads.OF_ARCHIVES);

  /** The surface of the Earth. */
  private static final double LARGEST_AREA_KM2 = 510_072_000;

  private FiguresReader() {}

  static RunConfig.Figures read(YamlMap yaml) {
    int lagDays =
        yaml.optionalMap("band")
            .map(
                map -> {
                  int days = map.integer("lag-days", DEFAULT_BAND_LAG_DAYS, 0, MOST_BAND_LAG_DAYS);
                  map.finish();
                  return days;
                })
            .orElse(DEFAULT_BAND_LAG_DAYS);
    boolean diagonal =
        yaml.optionalMap("transitions")
            .map(
                map -> {
                  boolean asked = map.flag("diagonal", false);
                  map.finish();
                  return asked;
                })
            .orElse(false);
    return new RunConfig.Figures(
        lagDays,
        diagonal ? Diagonal.GIVEN : Diagonal.LEFT_OUT,
        denominators(yaml),
        yaml.optionalMap("weighing").map(FiguresReader::weighing).orElse(DEFAULT_WEIGHING));
  }

  private static RunConfig.Weighing weighing(YamlMap map) {
    int leastDays = map.integer("least-days", DEFAULT_WEIGHING.leastDays(), 1, MOST_SPREAD_DAYS);
    double staleShare = map.number("stale-share", DEFAULT_WEIGHING.staleShare(), 0, 1);
    SortedMap<Integer, Spread> spreads = new TreeMap<>();
    for (YamlMap spread : map.maps("source-spread")) {
      int days = spread.integer("days", 1, 1, MOST_SPREAD_DAYS);
      double usual = spread.number("km2", 0, 0, LARGEST_AREA_KM2);
      double wide = spread.number("wide-km2", 2 * usual, 0, LARGEST_AREA_KM2);
      if (wide < usual) {
        spread.problem("wide-km2", "Cannot use spread: wide-km2 is less than km2");
      } else {
        spreads.put(days, new Spread(usual, wide));
      }
      spread.finish();
    }
    map.finish();
    return new RunConfig.Weighing(
        leastDays,
        staleShare,
        spreads.isEmpty() ? DEFAULT_WEIGHING.spreads() : new SourceSpreads(spreads));
  }

  private static List<StatedArea> denominators(YamlMap yaml) {
    List<StatedArea> stated = new ArrayList<>();
    Set<RegionId> regions = new HashSet<>();
    for (YamlMap map : yaml.maps("denominators")) {
      Optional<RegionId> region = region(map);
      double areaKm2 = map.number("area-km2", 0, 0, LARGEST_AREA_KM2);
      String source = map.text("source");
      map.finish();
      if (areaKm2 == 0) {
        map.problem("area-km2", "Cannot take shares of nothing: expected area-km2 above 0");
      }
      if (source.equals(Denominator.OWN_BORDER)) {
        map.problem("source", "Cannot use source '" + source + "': it means the regions file");
      }
      if (region.isPresent() && !regions.add(region.get())) {
        map.problem("area-km2", "Cannot use denominator: " + region.get() + " has two");
      }
      region.ifPresent(
          id -> stated.add(new StatedArea(id, new Denominator(SquareKm.toM2(areaKm2), source))));
    }
    return stated;
  }

  private static Optional<RegionId> region(YamlMap map) {
    Optional<String> country = map.optionalText("country");
    Optional<String> region = map.optionalText("region");
    int level = map.integer("level", 1, 1, 9);
    if (country.isPresent() == region.isPresent()
        || country.or(() -> region).filter(RegionId::isReserved).isPresent()) {
      map.problem("area-km2", "Cannot read denominator: expected either a country or a region");
      return Optional.empty();
    }
    return country.map(RegionId::country).or(() -> region.map(id -> new RegionId(id, level)));
  }
}
