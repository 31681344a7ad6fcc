package org.territorydelta.normalise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.read.RawRow;

/**
 * One row while it is read value by value. A fault is noted and reading goes on, so that all of
 * them come out together; the first one is the reason for which the row is rejected.
 */
final class RowJudge {
  /** Where a tag or a comment begins, whether or not it ends. */
  private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?]");

  /** What a spreadsheet takes for a formula; a dash or an @ alone may begin a text. */
  private static final Pattern FORMULA = Pattern.compile("=.*|[+@-]\\S.*[(|!=].*", Pattern.DOTALL);

  /** Before it, no day had a date in the calendar that dates are read by. */
  private static final LocalDate FIRST_GREGORIAN_DAY = LocalDate.of(1582, 10, 15);

  /** The last year that ISO 8601 writes with four digits and that tables can hold. */
  private static final int LAST_YEAR = 9999;

  /** Days as ISO 8601 has them, with a midnight that a table tool added, or day.month.year. */
  private static final DateTimeFormatter ISO_DAY =
      DateTimeFormatter.ofPattern(
              "uuuu-MM-dd[[' ']['T']'00:00'[':00'['.000000']['.000']['.0']]]", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter DOTTED_DAY =
      DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private final RawRow.Decimals decimals;
  private final Map<String, String> values;
  private final boolean readable;
  private final List<String> details = new ArrayList<>();
  private Optional<RejectionReason> reason = Optional.empty();

  RowJudge(RawRow row) {
    this.decimals = row.decimals();
    this.values = row.values();
    this.readable = row.fault().isEmpty();
    row.fault().ifPresent(fault -> fault(RejectionReason.MALFORMED_ROW, fault));
    values.forEach(
        (column, text) -> {
          if (MARKUP.matcher(text).find()) {
            fault(RejectionReason.MARKUP_IN_TEXT, column + "='" + text + "'");
          }
          if (FORMULA.matcher(text).matches()) {
            fault(RejectionReason.FORMULA_IN_TEXT, column + "='" + text + "'");
          }
        });
  }

  void fault(RejectionReason found, String detail) {
    if (reason.isEmpty()) {
      reason = Optional.of(found);
    }
    details.add(detail);
  }

  boolean isSound() {
    return reason.isEmpty();
  }

  /** The rejection of a row that is not sound. */
  Rejection rejection(String kind, String path, RawRow row) {
    return new Rejection(
        kind,
        path,
        Rejection.Place.of(row.index(), 0),
        reason.orElseThrow(),
        String.join("; ", details),
        row.raw());
  }

  /** The first of these columns that has something in it. */
  Optional<String> optionalText(String... columns) {
    for (String column : columns) {
      if (values.containsKey(column)) {
        return Optional.of(values.get(column));
      }
    }
    return Optional.empty();
  }

  /** A text that must be there; where it is not, that is noted and the text is empty. */
  String text(String... columns) {
    Optional<String> text = optionalText(columns);
    if (text.isEmpty() && readable) {
      fault(RejectionReason.MISSING_VALUE, String.join(" or ", columns) + " is missing");
    }
    return text.orElse("");
  }

  /** A word that stands for something; what {@code parser} throws is the fault. */
  <T> Optional<T> word(String column, RejectionReason ifNot, Function<String, T> parser) {
    return optionalText(column)
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (IllegalArgumentException e) {
                fault(ifNot, column + ": " + e.getMessage());
                return Optional.empty();
              }
            });
  }

  /** A word that must be there and stand for something. */
  <T> Optional<T> neededWord(String column, RejectionReason ifNot, Function<String, T> parser) {
    text(column);
    return word(column, ifNot, parser);
  }

  /** How a number is hedged; one may go without. */
  Qualifier qualifier() {
    return word(
            "qualifier",
            RejectionReason.UNKNOWN_WORD,
            text -> Qualifier.parse(oneSpelling(text, " ")))
        .orElse(Qualifier.NOT_STATED);
  }

  /** One spelling of many: more_than, More-Than, more than. */
  static String oneSpelling(String text, String blank) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", blank);
  }

  Optional<LocalDate> optionalDate(String... columns) {
    return optionalText(columns)
        .flatMap(
            text -> {
              try {
                LocalDate date = LocalDate.parse(text, text.contains("-") ? ISO_DAY : DOTTED_DAY);
                if (!date.isBefore(FIRST_GREGORIAN_DAY) && date.getYear() <= LAST_YEAR) {
                  return Optional.of(date);
                }
              } catch (DateTimeException e) {
                // Noted below, as a year beyond the bounds is.
              }
              String expected = "', expected a day as in 2024-08-12 or 12.8.2024";
              fault(RejectionReason.IMPOSSIBLE_DATE, columns[0] + "='" + text + expected);
              return Optional.empty();
            });
  }

  Optional<LocalDate> date(String... columns) {
    text(columns);
    return optionalDate(columns);
  }

  boolean flag(String column) {
    return word(column, RejectionReason.UNKNOWN_WORD, RowJudge::isYes).orElse(false);
  }

  private static boolean isYes(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true", "1" -> true;
      case "no", "false", "0" -> false;
      default -> throw new IllegalArgumentException("text='" + text + "', expected yes or no");
    };
  }

  Optional<RegionFacts> region(Map<String, RegionFacts> regions) {
    String id = text("region_id", "region");
    Optional<RegionFacts> region = Optional.ofNullable(regions.get(id));
    if (region.isEmpty() && !id.isEmpty()) {
      fault(
          RejectionReason.UNKNOWN_REGION,
          "region_id='" + id + "', expected one of " + String.join(", ", regions.keySet()));
    }
    return region;
  }

  /** One value, a span in one column, or its ends in two. */
  Optional<StatedValue> statedValue() {
    Optional<StatedValue> value = number("value");
    Optional<StatedValue> low = number("value_low");
    Optional<StatedValue> high = number("value_high");
    if (value.isPresent() && (low.isPresent() || high.isPresent())) {
      fault(RejectionReason.MALFORMED_NUMBER, "value: expected it or value_low and value_high");
    }
    if (high.isPresent() && low.isEmpty()) {
      fault(RejectionReason.MISSING_VALUE, "value_low is missing, though value_high is there");
    }
    Optional<StatedValue> span = low.map(l -> high.map(h -> span(l, h)).orElse(l));
    Optional<StatedValue> stated = value.or(() -> span);
    Optional<Integer> digits =
        word("significant_digits", RejectionReason.MALFORMED_NUMBER, RowJudge::digits);
    if (stated.isEmpty() || digits.isEmpty()) {
      return stated;
    }
    return word(
        "significant_digits",
        RejectionReason.MALFORMED_NUMBER,
        text -> stated.get().withDigits(digits.get()));
  }

  private StatedValue span(StatedValue low, StatedValue high) {
    if (low.low().compareTo(high.high()) > 0) {
      fault(
          RejectionReason.MALFORMED_NUMBER,
          "value_low=" + low + ", value_high=" + high + ", expected them in this order");
      return low;
    }
    return new StatedValue(low.low(), high.high());
  }

  private Optional<StatedValue> number(String column) {
    return word(
        column,
        RejectionReason.MALFORMED_NUMBER,
        text -> StatedValue.parse(DecimalComma.toPoint(text, decimals)));
  }

  RawRow.Decimals decimals() {
    return decimals;
  }

  private static int digits(String text) {
    if (!text.matches("[1-9]|1[0-5]")) {
      throw new IllegalArgumentException("text='" + text + "', expected 1 to 15");
    }
    return Integer.parseInt(text);
  }
}
