package org.territorydelta.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in words: "twenty-five thousand", "half a million", "two thirds", "a mile". */
final class SpelledNumbers {
  private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:['’][\\p{L}]+)?");
  private static final int HUNDRED = 100;

  record Spelled(BigDecimal value, Span span, boolean fraction) {}

  private record Word(String value, Span span) {}

  private final Language language;

  SpelledNumbers(Language language) {
    this.language = language;
  }

  List<Spelled> in(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(
          new Word(language.number(matcher.group()), new Span(matcher.start(), matcher.end())));
    }
    List<Spelled> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int to = run(text, words, i);
      if (to > i) {
        Spelled number = value(text, words, i, to);
        if (number != null) {
          found.add(number);
        }
        i = to - 1;
      }
    }
    return found;
  }

  /** The end of the number words that start at a word. */
  private static int run(String text, List<Word> words, int from) {
    int to = from;
    while (to < words.size() && !words.get(to).value.isEmpty()) {
      if (to > from) {
        String between = text.substring(words.get(to - 1).span.end(), words.get(to).span.start());
        if (!between.equals(" ") && !between.equals("-")) {
          break;
        }
      }
      String value = words.get(to).value;
      if (value.equals("a") && to > from && !isFraction(words.get(to - 1).value)) {
        if (!(words.get(to - 1).value.equals("and"))) {
          break;
        }
      }
      if (value.equals("and") && !continues(words, from, to)) {
        break;
      }
      if (value.matches("\\d+") && to > from && words.get(to - 1).value.matches("\\d+")) {
        boolean tens =
            new BigDecimal(words.get(to - 1).value).intValue() % 10 == 0
                && new BigDecimal(words.get(to - 1).value).intValue() > 10;
        if (!tens || new BigDecimal(value).intValue() > 9) {
          break;
        }
      }
      to++;
    }
    return to;
  }

  private static boolean isFraction(String value) {
    return value.contains("/");
  }

  private static boolean continues(List<Word> words, int from, int at) {
    if (at == from || at + 1 >= words.size()) {
      return false;
    }
    String before = words.get(at - 1).value;
    String after = words.get(at + 1).value;
    boolean andHalf =
        after.equals("a") && at + 2 < words.size() && isFraction(words.get(at + 2).value);
    return andHalf || before.startsWith("x") && after.matches("\\d+");
  }

  private Spelled value(String text, List<Word> words, int from, int to) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal current = null;
    boolean fraction = false;
    boolean article = false;
    for (int i = from; i < to; i++) {
      String value = words.get(i).value;
      if (value.equals("-")) {
        return null;
      } else if (value.equals("a")) {
        article = true;
      } else if (value.startsWith("x")) {
        BigDecimal factor = new BigDecimal(value.substring(1));
        BigDecimal base = current == null ? BigDecimal.ONE : current;
        if (factor.intValue() == HUNDRED || fraction) {
          current = base.multiply(factor);
        } else {
          total = total.add(base.multiply(factor));
          current = BigDecimal.ZERO;
        }
        fraction = false;
      } else if (isFraction(value)) {
        String[] parts = value.split("/");
        BigDecimal share =
            new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), MathContext.DECIMAL32);
        boolean mixed =
            i > from
                && words.get(i - 1).value.equals("a")
                && i - 2 >= from
                && words.get(i - 2).value.equals("and");
        if (mixed) {
          current = (current == null ? BigDecimal.ZERO : current).add(share);
        } else if (current != null && i > from && words.get(i - 1).value.matches("\\d+")) {
          current = current.multiply(share);
          fraction = true;
        } else {
          current = share;
          fraction = true;
        }
      } else if (!value.equals("and")) {
        BigDecimal digits = new BigDecimal(value);
        current = current == null ? digits : current.add(digits);
      }
    }
    Span span = new Span(words.get(from).span.start(), words.get(to - 1).span.end());
    if (current == null && article) {
      return article(text, span);
    }
    if (current == null) {
      return null;
    }
    return new Spelled(total.add(current), span, fraction);
  }

  /** "A mile" is one; "a man" is no number. */
  private Spelled article(String text, Span span) {
    String rest = text.substring(span.end());
    return language.after("article-unit").matcher(rest).find()
        ? new Spelled(BigDecimal.ONE, span, false)
        : null;
  }
}
