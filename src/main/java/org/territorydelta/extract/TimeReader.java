package org.territorydelta.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Finds expressions of time and resolves them against a day. A date without a year is the last one
 * that has begun.
 */
final class TimeReader {
  private static final LocalDate FULL_SCALE_INVASION = LocalDate.of(2022, 2, 24);
  private static final int DAYS_OF_WEEK = 7;
  private static final int MONTHS_OF_YEAR = 12;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int LONGEST_LINK = 60;

  private final Language language;

  TimeReader(Language language) {
    this.language = language;
  }

  private record Found(TimeAt time, boolean hasYear, boolean isMonth) {}

  /**
   * @param day the article's
   */
  List<TimeAt> times(String text, LocalDate day) {
    List<Found> found = new ArrayList<>();
    int[] starts = Language.wordStarts(text);
    for (Language.TimeForm form : language.times()) {
      Matcher matcher = form.pattern().matcher(text);
      matcher.useTransparentBounds(true);
      int end = 0;
      for (int start : starts) {
        if (start >= end
            && language.mayStart(form.pattern(), text, start)
            && matcher.region(start, text.length()).lookingAt()
            && matcher.end() > start) {
          end = matcher.end();
          Span span = trimmed(text, new Span(start, end));
          if (found.stream().noneMatch(f -> f.time.span().overlaps(span))) {
            read(form.action(), matcher, span, day).ifPresent(found::add);
          }
        }
      }
    }
    found.sort(Comparator.comparingInt(f -> f.time.span().start()));
    return linked(text, found, day);
  }

  private static Span trimmed(String text, Span span) {
    int start = span.start();
    while (start < span.end() && text.charAt(start) == ' ') {
      start++;
    }
    return new Span(start, span.end());
  }

  private List<TimeAt> linked(String text, List<Found> found, LocalDate day) {
    List<TimeAt> times = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      TimeAt time = found.get(i).time;
      if (i + 1 < found.size()) {
        Found next = found.get(i + 1);
        String between =
            text.substring(
                time.span().end(), Math.max(time.span().end(), next.time.span().start()));
        String before =
            text.substring(Math.max(0, time.span().start() - LONGEST_LINK), time.span().start());
        boolean range = language.made("^[ ,]*<time.link> ?$").matcher(between).find();
        boolean joined =
            language
                .made("(?:<range-between>)(?: the| early| late| mid| on)* ?$")
                .matcher(before)
                .find();
        boolean and = language.made("^ ?(?:<range-and>) ?").matcher(between).find();
        if (range
            && time.first().isPresent()
            && (joined || !and && next.hasYear == found.get(i).hasYear)) {
          LocalDate first = time.first().get();
          if (next.hasYear && !found.get(i).hasYear || first.isAfter(next.time.last())) {
            first = sameYear(first, next.time.last());
          }
          if (!first.isAfter(next.time.last())) {
            time =
                time.with(
                    new Span(time.span().start(), next.time.span().end()),
                    TimeAt.Kind.PERIOD,
                    Optional.of(first),
                    next.time.last());
            times.add(time);
            i++;
            continue;
          }
        }
      }
      times.add(prefixed(text, time, day));
    }
    return times;
  }

  private static LocalDate sameYear(LocalDate first, LocalDate last) {
    LocalDate moved = first.withYear(last.getYear());
    return moved.isAfter(last) ? moved.minusYears(1) : moved;
  }

  private TimeAt prefixed(String text, TimeAt time, LocalDate day) {
    if (time.first().isEmpty()
        || time.kind() == TimeAt.Kind.UNDATED
        || time.kind() == TimeAt.Kind.SINCE) {
      return time;
    }
    String before =
        text.substring(Math.max(0, time.span().start() - LONGEST_LINK), time.span().start());
    TimeAt result = time;
    Matcher end = language.before("time.end-of").matcher(before);
    Matcher start = language.before("time.start-of").matcher(before);
    if (end.find()) {
      result =
          time.with(widened(time, end), TimeAt.Kind.DAY, Optional.of(time.last()), time.last());
    } else if (start.find() && !time.isDay()) {
      result = time.with(widened(time, start), TimeAt.Kind.DAY, time.first(), time.first().get());
    }
    String head =
        text.substring(Math.max(0, result.span().start() - LONGEST_LINK), result.span().start());
    String own = text.substring(result.span().start(), result.span().end());
    Matcher since = language.before("time.since").matcher(head);
    boolean sinceWithin = language.made("^(?:<time.since>) ").matcher(own).find();
    if ((since.find() || sinceWithin) && !result.first().get().isAfter(day)) {
      return result.with(
          sinceWithin ? result.span() : widened(result, since),
          TimeAt.Kind.SINCE,
          result.first(),
          day);
    }
    Matcher upTo = language.before("time.up-to").matcher(head);
    if (upTo.find()) {
      return result.with(widened(result, upTo), TimeAt.Kind.UP_TO, Optional.empty(), result.last());
    }
    return result;
  }

  private static Span widened(TimeAt time, Matcher before) {
    return new Span(time.span().start() - (before.end() - before.start()), time.span().end());
  }

  private Optional<Found> read(String action, Matcher m, Span span, LocalDate day) {
    try {
      return switch (action) {
        case "date" -> date(m, span, day);
        case "days" -> days(m, span, day);
        case "month" -> month(m, span, day);
        case "partofmonth" -> partOfMonth(m, span, day);
        case "halfyear" -> partOfYear(m, span, day);
        case "season" -> season(m, span, day);
        case "yearalone" -> year(m, span, day);
        case "peak" ->
            Optional.of(
                new Found(
                    new TimeAt(span, TimeAt.Kind.UNDATED, Optional.empty(), day), true, false));
        case "ago", "past", "nthweek" -> counted(action, m, span, day);
        default -> relative(action, m, span, day);
      };
    } catch (DateTimeException e) {
      // 31 June and the like: no date at all.
      return Optional.empty();
    }
  }

  private static Optional<Found> found(Span span, LocalDate first, LocalDate last, boolean year) {
    TimeAt.Kind kind = first.equals(last) ? TimeAt.Kind.DAY : TimeAt.Kind.PERIOD;
    return Optional.of(new Found(new TimeAt(span, kind, Optional.of(first), last), year, false));
  }

  private static String group(Matcher m, String name) {
    try {
      String text = m.group(name);
      return text == null ? "" : text;
    } catch (IllegalArgumentException e) {
      // The form has no such group.
      return "";
    }
  }

  private int monthNumber(Matcher m) {
    String number = group(m, "monthnumber");
    return number.isEmpty()
        ? language.timeValue("month", group(m, "month"))
        : Integer.parseInt(number);
  }

  private static Optional<Integer> yearOf(Matcher m, LocalDate day) {
    String year = group(m, "year");
    if (!year.isEmpty()) {
      return Optional.of(Integer.parseInt(year));
    }
    return group(m, "lastyear").isEmpty() ? Optional.empty() : Optional.of(day.getYear() - 1);
  }

  private Optional<Found> date(Matcher m, Span span, LocalDate day) {
    int dayOfMonth = Integer.parseInt(group(m, "day"));
    Optional<Integer> year = yearOf(m, day);
    LocalDate date = LocalDate.of(year.orElse(day.getYear()), monthNumber(m), dayOfMonth);
    if (year.isEmpty() && date.isAfter(day)) {
      date = date.minusYears(1);
    }
    return found(span, date, date, year.isPresent());
  }

  private Optional<Found> days(Matcher m, Span span, LocalDate day) {
    Optional<Integer> year = yearOf(m, day);
    int month = monthNumber(m);
    LocalDate first =
        LocalDate.of(year.orElse(day.getYear()), month, Integer.parseInt(group(m, "day")));
    if (year.isEmpty() && first.isAfter(day)) {
      first = first.minusYears(1);
    }
    LocalDate last = first.withDayOfMonth(Integer.parseInt(group(m, "day2")));
    return last.isBefore(first) ? Optional.empty() : found(span, first, last, year.isPresent());
  }

  private YearMonth lastBegun(int month, Optional<Integer> year, LocalDate day) {
    YearMonth chosen = YearMonth.of(year.orElse(day.getYear()), month);
    return year.isEmpty() && chosen.atDay(1).isAfter(day) ? chosen.minusYears(1) : chosen;
  }

  private Optional<Found> month(Matcher m, Span span, LocalDate day) {
    Optional<Integer> year = yearOf(m, day);
    YearMonth month = lastBegun(monthNumber(m), year, day);
    return period(span, month.atDay(1), month.atEndOfMonth(), day, year.isPresent());
  }

  /** A period, up to the day while it runs. */
  private static Optional<Found> period(
      Span span, LocalDate first, LocalDate last, LocalDate day, boolean year) {
    LocalDate end = last.isAfter(day) && !first.isAfter(day) ? day : last;
    Optional<Found> plain = found(span, first, end, year);
    return plain.map(
        f ->
            new Found(
                f.time.with(span, TimeAt.Kind.PERIOD, f.time.first(), f.time.last()), year, true));
  }

  private Optional<Found> partOfMonth(Matcher m, Span span, LocalDate day) {
    Optional<Integer> year = yearOf(m, day);
    YearMonth month = lastBegun(monthNumber(m), year, day);
    String what = group(m, "what").toLowerCase(java.util.Locale.ROOT);
    int part =
        language.word("part-last").matcher(group(m, "part")).find()
            ? 4
            : language.word("part-first").matcher(group(m, "part")).find()
                ? 1
                : language.word("part-middle").matcher(group(m, "part")).find() ? 2 : 3;
    int end = month.lengthOfMonth();
    if (what.isEmpty()) {
      int[][] thirds = {{1, 10}, {11, 20}, {21, end}, {21, end}};
      int[] chosen = thirds[part - 1];
      return period(span, month.atDay(chosen[0]), month.atDay(chosen[1]), day, year.isPresent());
    }
    if (language.word("what-half").matcher(what).find()) {
      return part == 1
          ? period(span, month.atDay(1), month.atDay(15), day, year.isPresent())
          : period(span, month.atDay(16), month.atEndOfMonth(), day, year.isPresent());
    }
    int length = language.word("what-week").matcher(what).find() ? DAYS_OF_WEEK : 10;
    int first = part == 4 ? end - length + 1 : (part - 1) * length + 1;
    return period(span, month.atDay(first), month.atDay(first + length - 1), day, year.isPresent());
  }

  private Optional<Found> partOfYear(Matcher m, Span span, LocalDate day) {
    int year = yearOf(m, day).orElse(day.getYear());
    boolean stated = yearOf(m, day).isPresent();
    String n = group(m, "n");
    if (!n.isEmpty()) {
      YearMonth end = YearMonth.of(year, (int) Math.min(number(n), MONTHS_OF_YEAR));
      return period(span, LocalDate.of(year, 1, 1), end.atEndOfMonth(), day, stated);
    }
    String quarter = group(m, "quarter");
    int part = !quarter.isEmpty() ? Integer.parseInt(quarter) : Math.max(1, part(group(m, "part")));
    boolean half = language.word("what-half").matcher(group(m, "what")).find();
    int months = half ? MONTHS_OF_YEAR / 2 : MONTHS_OF_QUARTER;
    YearMonth first =
        YearMonth.of(year, Math.min((part - 1) * months, MONTHS_OF_YEAR - months) + 1);
    if (!stated && first.atDay(1).isAfter(day)) {
      first = first.minusYears(1);
    }
    return period(span, first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth(), day, stated);
  }

  private int part(String word) {
    if (language.word("part-last").matcher(word).find()) {
      return 4;
    }
    return language.word("part-first").matcher(word).find()
        ? 1
        : language.timeValue("ordinal", word);
  }

  private Optional<Found> season(Matcher m, Span span, LocalDate day) {
    Optional<Integer> year = yearOf(m, day);
    int month = language.timeValue("season", group(m, "season"));
    YearMonth first = lastBegun(month, year, day);
    if (!group(m, "last").isEmpty() && first.plusMonths(2).atEndOfMonth().isAfter(day)) {
      first = first.minusYears(1);
    }
    return period(span, first.atDay(1), first.plusMonths(2).atEndOfMonth(), day, year.isPresent());
  }

  private static Optional<Found> year(Matcher m, Span span, LocalDate day) {
    int year = Integer.parseInt(group(m, "year"));
    return period(span, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), day, true);
  }

  private long number(String word) {
    if (word.matches("\\d+")) {
      return Long.parseLong(word);
    }
    String value = language.number(word);
    return value.matches("\\d+") ? Long.parseLong(value) : 1;
  }

  private Optional<Found> counted(String action, Matcher m, Span span, LocalDate day) {
    long n =
        action.equals("nthweek")
            ? language.timeValue("ordinal", group(m, "ordinal"))
            : group(m, "n").isEmpty() ? 1 : number(group(m, "n"));
    int unit = language.timeValue("unit", group(m, "unit"));
    LocalDate before =
        switch (unit) {
          case 30 -> day.minusMonths(n);
          case 365 -> day.minusYears(n);
          default -> day.minusDays(n * unit);
        };
    if (action.equals("ago")) {
      return found(span, before, before, true);
    }
    var counted = new TimeAt(span, TimeAt.Kind.COUNTED, Optional.of(before.plusDays(1)), day);
    return Optional.of(new Found(counted, true, false));
  }

  private Optional<Found> relative(String action, Matcher m, Span span, LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return switch (action) {
      case "today", "hours" -> found(span, day, day, true);
      case "yesterday" -> found(span, day.minusDays(1), day.minusDays(1), true);
      case "nextday" -> found(span, day, day, true);
      case "weekday" -> {
        LocalDate date = day.with(TemporalAdjusters.previousOrSame(weekday(m)));
        yield found(span, date, date, false);
      }
      case "lastweekday" -> {
        LocalDate date = day.with(TemporalAdjusters.previous(weekday(m)));
        yield found(span, date, date, true);
      }
      case "weekto" -> {
        LocalDate date = day.with(TemporalAdjusters.previousOrSame(weekday(m)));
        yield found(span, date.minusDays(DAYS_OF_WEEK - 1L), date, true);
      }
      case "lastweek" -> found(span, monday.minusDays(DAYS_OF_WEEK), monday.minusDays(1), true);
      case "thisweek" -> period(span, monday, day, day, true);
      case "weekend" -> {
        LocalDate sunday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        yield found(span, sunday.minusDays(1), sunday, true);
      }
      case "lastmonth" -> {
        YearMonth month = YearMonth.from(day).minusMonths(1);
        yield found(span, month.atDay(1), month.atEndOfMonth(), true);
      }
      case "thismonth" -> period(span, day.withDayOfMonth(1), day, day, true);
      case "lastyear" ->
          found(
              span,
              LocalDate.of(day.getYear() - 1, 1, 1),
              LocalDate.of(day.getYear() - 1, 12, 31),
              true);
      case "thisyear" -> period(span, LocalDate.of(day.getYear(), 1, 1), day, day, true);
      case "startmonth" -> found(span, day.withDayOfMonth(1), day.withDayOfMonth(1), true);
      case "startyear" -> found(span, day.withDayOfYear(1), day.withDayOfYear(1), true);
      case "startweek" -> found(span, monday, monday, true);
      case "invasion" -> found(span, FULL_SCALE_INVASION, FULL_SCALE_INVASION, true);
      default ->
          throw new IllegalStateException(
              "Cannot resolve time: action=" + action + ", expected one that is known");
    };
  }

  private DayOfWeek weekday(Matcher m) {
    return DayOfWeek.of(language.timeValue("weekday", group(m, "weekday")));
  }
}
