package org.territorydelta.model.agreement;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.change.Transition;

/**
 * Where two sources differ through one month: day by day by area, and at its last compared day by
 * polygon.
 *
 * @param days every compared day, in order
 * @param boundM2 how far what differs on a day may be off, all together, by roundings and noding
 */
public record MonthDifference(
    SourcePair sources,
    YearMonth month,
    List<Day> days,
    List<DisagreementPolygon> polygons,
    long boundM2)
    implements Serializable {

  /**
   * Where they differ at the end of one day.
   *
   * @param ground by cell, {@code from} its holder by the first source {@code to} its holder by the
   *     second; sorted
   */
  public record Day(LocalDate day, List<Transition> ground) implements Serializable {
    public Day {
      ground = new ArrayList<>(ground);
    }
  }

  public MonthDifference {
    days = new ArrayList<>(days);
    polygons = new ArrayList<>(polygons);
  }
}
