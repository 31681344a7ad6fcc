package org.territorydelta.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Pattern;

/**
 * One way of writing dates: {@link #ISO}, {@link #EPOCH_SECONDS}, {@link #EPOCH_MILLISECONDS}, or a
 * pattern of {@link DateTimeFormatter}, its words in English. A date that does not exist, such as
 * 30 February, is none. Numbers that a table tool wrote as decimals, 20240812.0 or 1.7234e9, are
 * read where they are whole.
 */
public final class DateFormat {
  /**
   * A day as ISO 8601 writes it, 2024-08-12 or 20240812, with or without a time of day, that with
   * or without an offset; a month, 2024-08, or a year, 2024, where a rule says which day they stand
   * for.
   */
  public static final String ISO = "iso";

  public static final String EPOCH_SECONDS = "epoch-seconds";
  public static final String EPOCH_MILLISECONDS = "epoch-milliseconds";

  static final List<String> WORDS = List.of(ISO, EPOCH_SECONDS, EPOCH_MILLISECONDS);

  /** How much of a date a format tells. */
  public enum Precision {
    /** Some of them, by what the text has. */
    ANY,
    DAY,
    MONTH,
    YEAR
  }

  private static final LocalDate SOME_DAY = LocalDate.of(2024, 8, 12);

  /** A number as a table tool may write it. */
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d*)?([eE]\\+?\\d+)?");

  /** More digits than any date has; a number with a huge exponent is not written out. */
  private static final int MOST_DIGITS = 20;

  private static final List<DateTimeFormatter> ISO_FORMS =
      List.of(
          isoTime("uuuu-MM-dd", "[ ]['T']HH:mm[:ss]"),
          isoTime("uuuuMMdd", "'T'HHmm[ss]"),
          strict(new DateTimeFormatterBuilder().appendPattern("uuuu-MM")),
          strict(new DateTimeFormatterBuilder().appendPattern("uuuu")));

  private final String text;
  private final Precision precision;
  private final boolean withTime;
  private final List<DateTimeFormatter> forms;

  private DateFormat(
      String text, Precision precision, boolean withTime, List<DateTimeFormatter> forms) {
    this.text = text;
    this.precision = precision;
    this.withTime = withTime;
    this.forms = forms;
  }

  /**
   * @throws IllegalArgumentException when the text is no format, or one that gives no year
   */
  public static DateFormat of(String text) {
    if (text.equals(ISO)) {
      return new DateFormat(text, Precision.ANY, true, ISO_FORMS);
    }
    if (WORDS.contains(text)) {
      return new DateFormat(text, Precision.DAY, true, List.of());
    }
    try {
      // In the era that is ours: a pattern's y is the year of an era.
      DateTimeFormatter form =
          strict(
              new DateTimeFormatterBuilder()
                  .appendPattern(text)
                  .parseDefaulting(ChronoField.ERA, 1));
      TemporalAccessor some = form.parse(form.format(SOME_DAY.atStartOfDay(ZoneOffset.UTC)));
      return new DateFormat(
          text, precision(some), some.query(TemporalQueries.localTime()) != null, List.of(form));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "expected "
              + String.join(", ", WORDS)
              + " or a pattern that gives a day, a month or a year",
          e);
    }
  }

  private static Precision precision(TemporalAccessor date) {
    if (SOME_DAY.equals(date.query(TemporalQueries.localDate()))) {
      return Precision.DAY;
    }
    if (!date.isSupported(ChronoField.YEAR)
        || date.isSupported(ChronoField.DAY_OF_MONTH)
        || date.query(TemporalQueries.localTime()) != null) {
      throw new DateTimeException("no day, month or year");
    }
    return date.isSupported(ChronoField.MONTH_OF_YEAR) ? Precision.MONTH : Precision.YEAR;
  }

  private static DateTimeFormatter isoTime(String day, String time) {
    return strict(
        new DateTimeFormatterBuilder()
            .appendPattern(day)
            .optionalStart()
            .appendPattern(time)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]")
            .optionalEnd());
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .append(builder.toFormatter(Locale.ENGLISH))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  public Precision precision() {
    return precision;
  }

  /** Whether a date may come with a time of day. */
  public boolean hasTime() {
    return withTime;
  }

  /**
   * What a text says: an {@link Instant}, or a day, month or year with whatever else is in it.
   * Nothing when it is not written in this format.
   */
  public Optional<TemporalAccessor> read(String written) {
    Optional<String> whole = DECIMAL.matcher(written).matches() ? whole(written) : Optional.empty();
    return switch (text) {
      case EPOCH_SECONDS -> whole.flatMap(number -> instant(number, Instant::ofEpochSecond));
      case EPOCH_MILLISECONDS -> whole.flatMap(number -> instant(number, Instant::ofEpochMilli));
      default -> parse(written).or(() -> whole.flatMap(this::parse));
    };
  }

  private static Optional<String> whole(String written) {
    var number = new BigDecimal(written);
    if (number.signum() != 0 && number.precision() - (long) number.scale() > MOST_DIGITS) {
      return Optional.empty();
    }
    try {
      return Optional.of(number.toBigIntegerExact().toString());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<TemporalAccessor> instant(String number, LongFunction<Instant> unit) {
    try {
      return Optional.of(unit.apply(Long.parseLong(number)));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Optional<TemporalAccessor> parse(String written) {
    for (DateTimeFormatter form : forms) {
      try {
        return Optional.of(form.parse(written));
      } catch (DateTimeException e) {
        // Not in this form; another may fit.
        continue;
      }
    }
    return Optional.empty();
  }
}
