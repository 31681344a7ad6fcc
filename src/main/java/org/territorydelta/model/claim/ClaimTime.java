package org.territorydelta.model.claim;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.territorydelta.model.Words;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;

/**
 * The days a quantity speaks of: a period, both days included, or for what is held the day at whose
 * end it is.
 *
 * @param firstDay none for what is held at the end of {@code lastDay}
 * @param inferred which of the days nobody stated
 */
public record ClaimTime(Optional<LocalDate> firstDay, LocalDate lastDay, Set<Inferred> inferred)
    implements Serializable {

  /** A day that was not stated and had to be put in. */
  public enum Inferred {
    FIRST_DAY("first_day"),
    LAST_DAY("last_day"),
    AS_OF("as_of");

    private final String word;

    Inferred(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public static Inferred parse(String word) {
      return Words.parse("day", values(), Inferred::word, word);
    }
  }

  /** The days that a statement gives; any may be absent. */
  public record Stated(
      Optional<LocalDate> firstDay, Optional<LocalDate> lastDay, Optional<LocalDate> asOf) {}

  public ClaimTime {
    inferred = new TreeSet<>(inferred);
    if (firstDay.isPresent() && lastDay.isBefore(firstDay.get())) {
      throw new IllegalArgumentException(
          "Cannot build a time: first-day=" + firstDay.get() + ", last-day=" + lastDay);
    }
  }

  public static ClaimTime at(LocalDate day) {
    return new ClaimTime(Optional.empty(), day, Set.of());
  }

  public static ClaimTime over(LocalDate firstDay, LocalDate lastDay) {
    return new ClaimTime(Optional.of(firstDay), lastDay, Set.of());
  }

  /**
   * The time a statement speaks of, absent days put in: what is held is held on the last day, or on
   * the day of the statement; a period ends with the as-of day, or on the day of the statement, and
   * one without a first day is its last day alone. A number of settlements is of a period when a
   * first day is stated, otherwise it is what is held.
   */
  public static ClaimTime of(QuantityType quantity, Stated stated, LocalDate statementDate) {
    boolean ofDay =
        switch (quantity) {
          case CONTROL_STOCK -> true;
          case SETTLEMENT_COUNT -> stated.firstDay.isEmpty();
          case GROSS_GAIN, GROSS_LOSS, NET_CHANGE, RATE_PER_DAY, ADVANCE_DISTANCE -> false;
        };
    Set<Inferred> inferred = EnumSet.noneOf(Inferred.class);
    if (ofDay) {
      if (stated.asOf.isEmpty()) {
        inferred.add(Inferred.AS_OF);
      }
      LocalDate day = stated.asOf.or(stated::lastDay).orElse(statementDate);
      return new ClaimTime(Optional.empty(), day, inferred);
    }
    if (stated.lastDay.isEmpty()) {
      inferred.add(Inferred.LAST_DAY);
    }
    LocalDate last = stated.lastDay.or(stated::asOf).orElse(statementDate);
    if (stated.firstDay.isEmpty()) {
      inferred.add(Inferred.FIRST_DAY);
    }
    return new ClaimTime(Optional.of(stated.firstDay.orElse(last)), last, inferred);
  }

  /** The same some days later, without a mark of what was inferred. */
  public ClaimTime shifted(int days) {
    return new ClaimTime(
        firstDay.map(first -> first.plusDays(days)), lastDay.plusDays(days), Set.of());
  }

  /** The period; none for what is held on a day. */
  public Optional<Period> period() {
    return firstDay.map(
        first -> new Period(PeriodKind.NAMED, first + ".." + lastDay, first, lastDay));
  }

  /** Days of the period; none for what is held on a day. */
  public Optional<Integer> days() {
    return firstDay.map(first -> (int) ChronoUnit.DAYS.between(first, lastDay) + 1);
  }
}
