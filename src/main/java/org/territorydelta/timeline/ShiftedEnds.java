package org.territorydelta.timeline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.MapState;

/**
 * The maps a period would open and close with, were its ends some days earlier or later. An end is
 * shifted around its day; where the first map inside the period stands in for a missing opening,
 * around that map's day.
 *
 * @param days shifts go from so many days earlier to so many later
 * @param spanDays from the unshifted opening day to the unshifted closing day
 * @param openings map dates by shift in days; the period's own at 0, and none for a day that no map
 *     stands for
 * @param closings the same at the other end
 */
public record ShiftedEnds(
    int days,
    int spanDays,
    SortedMap<Integer, LocalDate> openings,
    SortedMap<Integer, LocalDate> closings) {
  public ShiftedEnds {
    openings = Collections.unmodifiableSortedMap(new TreeMap<>(openings));
    closings = Collections.unmodifiableSortedMap(new TreeMap<>(closings));
  }

  /**
   * @param states of a covered period
   * @param standing the map that stands for a day, if any may
   */
  public static ShiftedEnds of(
      PeriodStates states, int days, Function<LocalDate, Optional<LocalDate>> standing) {
    MapState opening = states.opening().orElseThrow();
    LocalDate openingDay =
        opening.stalenessDays() < 0 ? opening.mapDate() : states.period().openingDay();
    LocalDate closingDay = states.period().lastDay();
    return new ShiftedEnds(
        days,
        Math.toIntExact(closingDay.toEpochDay() - openingDay.toEpochDay()),
        shifted(openingDay, days, opening, standing),
        shifted(closingDay, days, states.closing().orElseThrow(), standing));
  }

  /**
   * Nothing where the map at an end is staler on its day than allowed: then the ground at that end
   * is not known, and shifting it finds the same map over and over.
   *
   * @param states of a covered period
   * @param standing the map that stands for a day, if any may
   */
  public static Optional<ShiftedEnds> ofFresh(
      PeriodStates states, int days, Function<LocalDate, Optional<LocalDate>> standing) {
    boolean openingStands =
        states.opening().orElseThrow().stalenessDays() < 0
            || standing.apply(states.period().openingDay()).isPresent();
    boolean closingStands = standing.apply(states.period().lastDay()).isPresent();
    boolean fresh = states.coverage() == Coverage.FULL || openingStands && closingStands;
    return fresh ? Optional.of(of(states, days, standing)) : Optional.empty();
  }

  private static SortedMap<Integer, LocalDate> shifted(
      LocalDate day, int days, MapState own, Function<LocalDate, Optional<LocalDate>> standing) {
    SortedMap<Integer, LocalDate> maps = new TreeMap<>();
    for (int shift = -days; shift <= days; shift++) {
      int by = shift;
      standing.apply(day.plusDays(shift)).ifPresent(mapDate -> maps.put(by, mapDate));
    }
    maps.put(0, own.mapDate());
    return maps;
  }

  /** Opening and closing shifted by the same number of days. */
  public SortedSet<DatePair> together() {
    var pairs = new TreeSet<DatePair>();
    openings.forEach(
        (shift, opening) -> {
          if (closings.containsKey(shift)) {
            pairs.add(new DatePair(opening, closings.get(shift)));
          }
        });
    return pairs;
  }

  /** Opening and closing each shifted by itself, as long as the opening is the earlier day. */
  public SortedSet<DatePair> apart() {
    var pairs = new TreeSet<DatePair>();
    openings.forEach(
        (openingShift, opening) ->
            closings.forEach(
                (closingShift, closing) -> {
                  if (openingShift < spanDays + closingShift) {
                    pairs.add(new DatePair(opening, closing));
                  }
                }));
    return pairs;
  }

  /** How many of the days that the ends were shifted to no map stands for. */
  public int daysWithoutMap() {
    return 2 * (2 * days + 1) - openings.size() - closings.size();
  }
}
