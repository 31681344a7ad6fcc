package org.territorydelta.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.territorydelta.model.claim.Qualifier;

/** Finds numbers, spans of two, their units and what hedges them. */
final class FigureReader {
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<![\\p{L}\\d.,])(?<![\\p{L}][-–])(?:\\d{1,3}(?:[,\u00a0\u202f\u2009 '’]\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,12}(?:[.,]\\d{1,4})?)(?!\\d)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:['’][\\p{L}]+)?");
  private static final Pattern GLYPHS = Pattern.compile("[½¼¾⅓⅔⅕⅛]");
  private static final Map<String, String> GLYPH_VALUES =
      Map.of(
          "½", "0.5", "¼", "0.25", "¾", "0.75", "⅓", "0.3333", "⅔", "0.6667", "⅕", "0.2", "⅛",
          "0.125");
  private static final Pattern ORDINAL = Pattern.compile("^(?:st|nd|rd|th)\\b");
  private static final int MOST_FIGURES = 200;
  private static final int LONGEST_GAP = 60;

  private final Language language;
  private final Pattern rangeLink;
  private final Pattern unitGap;
  private final Map<Language.UnitWord, Pattern> counted = new HashMap<>();

  FigureReader(Language language) {
    this.language = language;
    this.rangeLink = language.made("^ ?(?:-|–|—|<range-word>) ?(?:<range-hedge>)? ?$");
    this.unitGap = language.made("^[ \u00a0-]{0,2}(?:(?:<unit-adjective>)[ -]){0,2}");
    Pattern gap =
        language.made(
            "^(?: (?:<unit-adjective>))?(?: of (?:the |its |their |his |our |all |these |those )*(?:[\\p{L}]+['’]s)?(?: ?(?:\\d+|[\\p{L}]+))?)?(?:[ ](?!<unit-gap-stop>)[\\p{L}'’-]+){0,4}? ");
    for (Language.UnitWord word : language.units()) {
      counted.put(word, Language.pattern(gap.pattern() + "(?:" + word.pattern().pattern() + ")"));
    }
  }

  private record Number(BigDecimal value, Span span, boolean fraction, boolean counts) {}

  /** Figures in the order of the text; numbers without a unit among them. */
  List<Figure> figures(String text) {
    List<Number> numbers = numbers(text);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < numbers.size() && figures.size() < MOST_FIGURES; i++) {
      Number low = numbers.get(i);
      int start = low.span.start();
      if (figures.stream().anyMatch(f -> f.span().start() <= start && start < f.span().end())) {
        continue;
      }
      Optional<UnitAt> lowUnit = unit(text, low);
      Number high = low;
      Optional<UnitAt> unit = lowUnit;
      if (i + 1 < numbers.size()) {
        Number next = numbers.get(i + 1);
        int from = lowUnit.map(UnitAt::end).orElse(low.span.end());
        Optional<UnitAt> nextUnit = unit(text, next);
        boolean sameKind =
            lowUnit.isEmpty()
                || nextUnit.isPresent()
                    && kind(nextUnit.get().unit).equals(kind(lowUnit.get().unit));
        if (from <= next.span.start()
            && next.span.start() - from < LONGEST_GAP
            && nextUnit.isPresent()
            && sameKind
            && !(language
                    .made("^ ?<range-to> ?$")
                    .matcher(text.substring(from, next.span.start()))
                    .find()
                && low.value.compareTo(next.value) > 0
                && lowUnit.isEmpty())
            && isRange(text, low, from, next, lowUnit.isPresent())) {
          high = next;
          unit = nextUnit;
          i++;
        }
      }
      figures.add(figure(text, low, lowUnit.isPresent() ? lowUnit : unit, high, unit));
    }
    return figures;
  }

  private boolean isRange(String text, Number low, int from, Number next, boolean hasUnit) {
    String between = text.substring(from, next.span.start());
    if (!rangeLink.matcher(between).find()) {
      return false;
    }
    boolean joined =
        language.made("^ ?(?:<range-and>) ?(?:<range-hedge>)? ?$").matcher(between).find();
    String before = text.substring(0, low.span.start());
    return !joined
        || language.made("(?:<range-between>)(?: (?:<range-hedge>))? ?$").matcher(before).find();
  }

  private static String kind(String unit) {
    return switch (unit) {
      case "km2", "sq_mi", "ha" -> "area";
      case "km", "mi" -> "length";
      default -> unit;
    };
  }

  private Figure figure(
      String text, Number low, Optional<UnitAt> lowUnit, Number high, Optional<UnitAt> unit) {
    BigDecimal first =
        low.value.multiply(BigDecimal.valueOf(lowUnit.map(UnitAt::factor).orElse(1.0)));
    BigDecimal second =
        high.value.multiply(BigDecimal.valueOf(unit.map(UnitAt::factor).orElse(1.0)));
    if (low == high) {
      second = first;
    }
    String name = unit.map(UnitAt::unit).orElse(low.fraction ? "percent" : "");
    if (low.fraction && name.equals("percent")) {
      first = percent(low.value);
      second = percent(high.value);
    }
    if (first.compareTo(second) > 0) {
      BigDecimal swap = first;
      first = second;
      second = swap;
    }
    Span number = new Span(low.span.start(), high.span.end());
    Span span = new Span(number.start(), unit.map(UnitAt::end).orElse(number.end()));
    return new Figure(
        plain(first),
        plain(second),
        name,
        qualifier(text, number),
        number,
        span,
        low.fraction && name.equals("percent"));
  }

  private static BigDecimal percent(BigDecimal share) {
    BigDecimal percent = share.multiply(BigDecimal.valueOf(100));
    BigDecimal tenths = percent.setScale(1, RoundingMode.HALF_UP);
    boolean exact = tenths.compareTo(percent.setScale(3, RoundingMode.HALF_UP)) == 0;
    return exact ? tenths : percent.setScale(0, RoundingMode.HALF_UP);
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal rounded = value.round(new MathContext(9)).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private Qualifier qualifier(String text, Span number) {
    String before = text.substring(Math.max(0, number.start() - LONGEST_GAP), number.start());
    for (Map.Entry<String, Pattern> entry : language.qualifiers().entrySet()) {
      if (entry.getValue().matcher(before).find()) {
        return Qualifier.parse(entry.getKey());
      }
    }
    String after =
        text.substring(number.end(), Math.min(text.length(), number.end() + LONGEST_GAP));
    if (language.after("or-more").matcher(after).find()) {
      return Qualifier.AT_LEAST;
    }
    return Qualifier.EXACT;
  }

  private record UnitAt(String unit, double factor, int end) {}

  private Optional<UnitAt> unit(String text, Number number) {
    int from = number.span.end();
    String rest = text.substring(from, Math.min(text.length(), from + LONGEST_GAP * 2));
    if (!number.fraction || language.made("^ (?:a |an |of a |of an )").matcher(rest).find()) {
      String near = number.fraction ? rest.replaceFirst("^ (?:of )?an? ", " ") : rest;
      int removed = rest.length() - near.length();
      Matcher gap = unitGap.matcher(near);
      int start = gap.find() ? gap.end() : 0;
      for (Language.UnitWord word : language.units()) {
        Matcher matcher = word.pattern().matcher(near);
        matcher.region(start, near.length());
        if (matcher.lookingAt()) {
          return Optional.of(
              new UnitAt(word.unit(), word.factor(), from + removed + matcher.end()));
        }
        matcher.region(0, near.length());
        if (matcher.lookingAt()) {
          return Optional.of(
              new UnitAt(word.unit(), word.factor(), from + removed + matcher.end()));
        }
      }
    }
    if (number.fraction) {
      return Optional.empty();
    }
    UnitAt best = null;
    for (Language.UnitWord word : language.units()) {
      if (!COUNTED.contains(word.unit())) {
        continue;
      }
      Matcher matcher = counted.get(word).matcher(rest);
      if (matcher.find() && (best == null || from + matcher.end() < best.end)) {
        best = new UnitAt(word.unit(), word.factor(), from + matcher.end());
      }
    }
    return Optional.ofNullable(best);
  }

  private static final List<String> COUNTED =
      List.of("count", "people", "soldiers", "aircraft", "households", "children");

  private List<Number> numbers(String text) {
    List<Number> numbers = new ArrayList<>();
    Matcher digits = DIGITS.matcher(text);
    while (digits.find() && numbers.size() < MOST_FIGURES) {
      String after = text.substring(digits.end(), Math.min(text.length(), digits.end() + 40));
      if (ORDINAL.matcher(after).find() || after.matches("(?s)^[:.]\\d.*")) {
        continue;
      }
      BigDecimal value = digits(digits.group());
      int end = digits.end();
      Matcher glyph = GLYPHS.matcher(after);
      if (glyph.lookingAt()) {
        value = value.add(new BigDecimal(GLYPH_VALUES.get(glyph.group())));
        end++;
      }
      Matcher word = WORD.matcher(text);
      for (int times = 0; times < 2 && word.find(end); times++) {
        String multiplier = language.number(word.group());
        if (!multiplier.startsWith("x")
            || !text.substring(end, word.start()).matches("[ \u00a0-]")) {
          break;
        }
        value = value.multiply(new BigDecimal(multiplier.substring(1)));
        end = word.end();
      }
      numbers.add(new Number(value, new Span(digits.start(), end), false, true));
    }
    for (Number number : spelled(text)) {
      if (numbers.stream().noneMatch(n -> n.span.overlaps(number.span))) {
        numbers.add(number);
      }
    }
    numbers.sort((a, b) -> Integer.compare(a.span.start(), b.span.start()));
    return numbers;
  }

  private static BigDecimal digits(String text) {
    String plain = text.replaceAll("[\u00a0\u202f\u2009 '’]", "");
    if (plain.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?")) {
      plain = plain.replace(",", "");
    }
    return new BigDecimal(plain.replace(',', '.'));
  }

  private List<Number> spelled(String text) {
    return new SpelledNumbers(language)
        .in(text).stream().map(n -> new Number(n.value(), n.span(), n.fraction(), true)).toList();
  }
}
