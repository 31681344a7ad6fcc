package org.territorydelta.summary;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.territorydelta.model.agreement.SharedScope;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.timeline.ComparedMonth;

/**
 * What two sources are held against each other by, and on which days.
 *
 * @param layers sides and layer sets that both sources draw
 * @param a maps of the first source
 * @param b maps of the second
 * @param days those that have rows, in order
 */
public record AgreementFrame(
    RegionTree regions,
    SharedScope scope,
    List<SideLayer> layers,
    MeasuredMaps a,
    MeasuredMaps b,
    List<Day> days)
    implements Serializable {
  /**
   * How often an error can count when a difference is closed with the stocks it stands between:
   * once in each of the two margins, and once more where no more may be in both than in either.
   */
  private static final int CLOSINGS = 3;

  /**
   * A day that has rows.
   *
   * @param comparedDays days of its month on which both sources have a map
   * @param boundM2 how far its figures may be off, all regions together
   */
  public record Day(ComparedMonth.Day day, int comparedDays, long boundM2)
      implements Serializable {}

  public AgreementFrame {
    layers = new ArrayList<>(layers);
    days = new ArrayList<>(days);
  }

  /**
   * @param months as they were planned
   * @param boundsM2 how far what differs on a day of a month may be off, all together
   */
  public static AgreementFrame of(
      RegionTree regions,
      SharedScope scope,
      List<SideLayer> layers,
      MeasuredMaps a,
      MeasuredMaps b,
      List<ComparedMonth> months,
      Map<YearMonth, Long> boundsM2) {
    List<Day> days = new ArrayList<>();
    for (ComparedMonth month : months) {
      long found = boundsM2.get(month.month());
      for (ComparedMonth.Day day : month.days()) {
        if (day.told()) {
          long bound = a.boundM2(day.mapDateA()) + b.boundM2(day.mapDateB()) + found;
          days.add(new Day(day, month.days().size(), bound * CLOSINGS));
        }
      }
    }
    return new AgreementFrame(regions, scope, layers, a, b, days);
  }

  SourcePair sources() {
    return new SourcePair(a.sourceId(), b.sourceId());
  }
}
