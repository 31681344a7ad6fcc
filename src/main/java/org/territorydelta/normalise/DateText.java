package org.territorydelta.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;
import org.territorydelta.config.DateFormat;
import org.territorydelta.config.DateRule;
import org.territorydelta.config.DateRule.OpenDay;

/** Reads dates as a rule says that they are written. The machine's zone and locale play no part. */
final class DateText {
  /** The last year that ISO 8601 writes with four digits, and that tables can hold. */
  private static final int LAST_YEAR = 9999;

  private final List<DateFormat> formats;
  private final Optional<ZoneId> zone;
  private final OpenDay openDay;

  DateText(DateRule.Spelling spelling) {
    this.formats = spelling.formats().stream().map(DateFormat::of).toList();
    this.zone =
        spelling.zone().isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(spelling.zone()));
    this.openDay = spelling.openDay();
  }

  /** The first format's date that the text is written in. */
  Optional<FileDate> read(String text) {
    for (DateFormat format : formats) {
      Optional<FileDate> date =
          format
              .read(text)
              .flatMap(this::date)
              .filter(found -> found.day().getYear() >= 1 && found.day().getYear() <= LAST_YEAR);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private Optional<FileDate> date(TemporalAccessor written) {
    try {
      if (written instanceof Instant instant) {
        return Optional.of(at(instant));
      }
      LocalDate day = written.query(TemporalQueries.localDate());
      if (day == null) {
        return openDay(written).map(FileDate::of);
      }
      LocalTime time = written.query(TemporalQueries.localTime());
      return Optional.of(time == null ? FileDate.of(day) : timed(written, day, time));
    } catch (DateTimeException e) {
      // An instant beyond all calendars.
      return Optional.empty();
    }
  }

  private FileDate timed(TemporalAccessor written, LocalDate day, LocalTime time) {
    ZoneId offset = written.query(TemporalQueries.zone());
    if (offset == null) {
      return new FileDate(day, day.atTime(time).atZone(zone.orElse(ZoneOffset.UTC)).toInstant());
    }
    Instant instant = day.atTime(time).atZone(offset).toInstant();
    return zone.isPresent() ? at(instant) : new FileDate(day, instant);
  }

  private FileDate at(Instant instant) {
    return new FileDate(instant.atZone(zone.orElse(ZoneOffset.UTC)).toLocalDate(), instant);
  }

  private Optional<LocalDate> openDay(TemporalAccessor written) {
    if (openDay == OpenDay.REFUSED) {
      return Optional.empty();
    }
    int year = written.get(ChronoField.YEAR);
    boolean first = openDay == OpenDay.FIRST;
    boolean ofMonth = written.isSupported(ChronoField.MONTH_OF_YEAR);
    int month = ofMonth ? written.get(ChronoField.MONTH_OF_YEAR) : first ? 1 : 12;
    var yearMonth = YearMonth.of(year, month);
    return Optional.of(first ? yearMonth.atDay(1) : yearMonth.atEndOfMonth());
  }
}
