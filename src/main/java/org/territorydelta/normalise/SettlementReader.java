package org.territorydelta.normalise;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RejectionReason;

/**
 * Reads settlements, one row a place: {@code name, lon, lat, region_id}, and {@code place_id} where
 * names are not enough to tell them apart; without it a place is known by its name and where it is.
 */
public final class SettlementReader extends ReportReader<Settlement> {
  private static final double MOST_LON = 180;
  private static final double MOST_LAT = 90;

  public SettlementReader(Collection<RegionFacts> regions) {
    super(RunConfig.Reports.PLACES, regions, RunConfig.Proposals.NONE);
  }

  @Override
  List<List<String>> neededColumns() {
    return List.of(List.of("name"), List.of("lon"), List.of("lat"), List.of("region_id", "region"));
  }

  @Override
  String id(Settlement settlement) {
    return settlement.id();
  }

  @Override
  Optional<Settlement> value(RowJudge row) {
    String name = row.text("name");
    Optional<Double> lon = degrees(row, "lon", MOST_LON);
    Optional<Double> lat = degrees(row, "lat", MOST_LAT);
    Optional<RegionFacts> region = row.region(regions());
    if (lon.isEmpty() || lat.isEmpty() || region.isEmpty()) {
      return Optional.empty();
    }
    String id =
        row.optionalText("place_id").orElse(name + " (" + lon.get() + " " + lat.get() + ")");
    return Optional.of(
        new Settlement(id, name, new Settlement.Position(lon.get(), lat.get()), region.get()));
  }

  private static Optional<Double> degrees(RowJudge row, String column, double most) {
    return row.neededWord(
        column,
        RejectionReason.MALFORMED_NUMBER,
        text -> {
          double degrees = Double.parseDouble(DecimalComma.degrees(text, row.decimals()));
          if (!(Math.abs(degrees) <= most)) {
            throw new IllegalArgumentException(
                "text='" + text + "', expected " + -most + ".." + most);
          }
          return degrees;
        });
  }
}
