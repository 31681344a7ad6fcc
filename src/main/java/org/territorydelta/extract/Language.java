package org.territorydelta.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The words of one language, out of the files of its folder. Code knows topics and actions only, so
 * that a language is added by files.
 */
final class Language {
  static final List<String> CODES = List.of("en", "uk");

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final String WORD_BOUND =
      "(?:(?<=[\\p{L}\\d])(?![\\p{L}\\d])|(?<![\\p{L}\\d])(?=[\\p{L}\\d]))";

  private static final int MOST_WORDS_KNOWN = 20_000;

  private static final Map<String, Language> LOADED = new HashMap<>();

  /** A unit, and what one of the text's is in it. */
  record UnitWord(String unit, double factor, Pattern pattern) {}

  /** A word for a relation between a side and ground. */
  record Cue(String kind, Pattern pattern) {}

  /** An expression of time, and what is done with it. */
  record TimeForm(String action, Pattern pattern) {}

  /** A kind of event, and what it needs beside its words. */
  record EventForm(String kind, String needs, Pattern pattern) {}

  private final String code;
  private final Map<Pattern, Map<String, Boolean>> starts = new ConcurrentHashMap<>();
  private final Map<String, String> numbers = new HashMap<>();
  private final List<UnitWord> units = new ArrayList<>();
  private final Map<String, Pattern> qualifiers = new LinkedHashMap<>();
  private final List<Cue> cues = new ArrayList<>();
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, Pattern> compiled = new HashMap<>();
  private final List<TimeForm> times = new ArrayList<>();
  private final List<EventForm> events = new ArrayList<>();
  private final Map<String, Map<String, Integer>> timeValues = new HashMap<>();

  static synchronized Language of(String code) {
    return LOADED.computeIfAbsent(code, Language::new);
  }

  private Language(String code) {
    this.code = code;
    for (String[] row : rows("numbers")) {
      numbers.put(row[0], row[1]);
    }
    for (String[] row : rows("units")) {
      units.add(new UnitWord(row[0], Double.parseDouble(row[1]), pattern(row[2])));
    }
    for (String[] row : rows("qualifiers")) {
      qualifiers.put(
          row[0], pattern("(?<![\\p{L}])(?:" + row[1] + ")(?: (?:the|a|an|another|as))?[ ~]*$"));
    }
    for (String[] row : rows("cues")) {
      cues.add(new Cue(row[0], pattern(bounded(row[1]))));
    }
    for (String topic : List.of("words", "nothing", "settlements")) {
      for (String[] row : rows(topic)) {
        words.put(topic.equals("words") ? row[0] : topic + "." + row[0], row[1]);
      }
    }
    Map<String, String> macros = timeWords();
    macros.put("n", "(?:\\d{1,3}|" + String.join("|", numberWords()) + ")");
    for (String[] row : rows("time")) {
      String form = row[1];
      for (Map.Entry<String, String> macro : macros.entrySet()) {
        form = form.replace("{" + macro.getKey() + "}", macro.getValue());
      }
      times.add(new TimeForm(row[0], pattern("(?<![\\p{L}\\d])(?:" + form + ")(?![\\p{L}\\d])")));
    }
    for (String[] row : rows("events")) {
      events.add(new EventForm(row[0], row[1], pattern(bounded(row[2]))));
    }
  }

  private List<String[]> rows(String topic) {
    return WordList.read(code + "/" + topic + ".tsv");
  }

  private List<String> numberWords() {
    return numbers.entrySet().stream()
        .filter(e -> e.getValue().matches("\\d+"))
        .map(Map.Entry::getKey)
        .sorted((a, b) -> b.length() - a.length())
        .toList();
  }

  private Map<String, String> timeWords() {
    Map<String, String> alternatives = new HashMap<>();
    for (String[] row : rows("time-words")) {
      alternatives.merge(row[0], row[1], (a, b) -> a + "|" + b);
      timeValues
          .computeIfAbsent(row[0], topic -> new LinkedHashMap<>())
          .put(row[1], Integer.parseInt(row[2]));
    }
    alternatives.forEach((topic, form) -> words.put("time." + topic, form));
    alternatives.replaceAll((topic, form) -> "(?:" + form + ")");
    return alternatives;
  }

  private static String bounded(String form) {
    return "(?<![\\p{L}])(?:" + form + ")(?![\\p{L}])";
  }

  /** A pattern in which {@code \\w} is any letter or digit and {@code \\b} a bound of words. */
  static Pattern pattern(String form) {
    String letters = form.replace("\\w", "[\\p{L}\\d]").replace("\\b", WORD_BOUND);
    return Pattern.compile(letters, FLAGS);
  }

  String code() {
    return code;
  }

  /** A word's value as the file has it, empty when it is no number's. */
  String number(String word) {
    return numbers.getOrDefault(word.toLowerCase(Locale.ROOT), "");
  }

  List<UnitWord> units() {
    return units;
  }

  Map<String, Pattern> qualifiers() {
    return qualifiers;
  }

  List<Cue> cues() {
    return cues;
  }

  List<TimeForm> times() {
    return times;
  }

  List<EventForm> events() {
    return events;
  }

  /** The value of a month's, weekday's, season's, unit's or ordinal's word. */
  int timeValue(String topic, String word) {
    for (Map.Entry<String, Integer> entry : timeValues.getOrDefault(topic, Map.of()).entrySet()) {
      if (found("time-value " + entry.getKey(), "^(?:" + entry.getKey() + ")$")
          .matcher(word)
          .find()) {
        return entry.getValue();
      }
    }
    return 0;
  }

  /** The pattern of a topic between word bounds. */
  Pattern word(String topic) {
    return found(topic, bounded(raw(topic)));
  }

  /** The pattern of a topic that ends where the searched text ends. */
  Pattern before(String topic) {
    return found(topic + "$", "(?<![\\p{L}])(?:" + raw(topic) + ")[ ]*$");
  }

  /** The pattern of a topic at the start of the searched text. */
  Pattern after(String topic) {
    return found("^" + topic, "^[ ]*(?:" + raw(topic) + ")");
  }

  /** A pattern made of topics: {@code <topic>} stands for its words. */
  Pattern made(String form) {
    synchronized (compiled) {
      return compiled.computeIfAbsent(
          "made " + form,
          key -> {
            String made = form;
            for (Map.Entry<String, String> topic : words.entrySet()) {
              made = made.replace("<" + topic.getKey() + ">", "(?:" + topic.getValue() + ")");
            }
            return pattern(made);
          });
    }
  }

  /** Where a pattern that starts with a word matches; only starts of words are tried. */
  List<MatchResult> atWords(Pattern pattern, String text, int[] starts) {
    List<MatchResult> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    matcher.useTransparentBounds(true);
    int end = 0;
    for (int start : starts) {
      if (start >= end
          && mayStart(pattern, text, start)
          && matcher.region(start, text.length()).lookingAt()
          && matcher.end() > start) {
        found.add(matcher.toMatchResult());
        end = matcher.end();
      }
    }
    return found;
  }

  /**
   * Whether a pattern may match where a word starts, by that word alone: it cannot if it fails
   * before the word's end. Most words start nothing, and that is remembered.
   */
  boolean mayStart(Pattern pattern, String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    Map<String, Boolean> known = starts.computeIfAbsent(pattern, p -> new ConcurrentHashMap<>());
    String word = text.substring(start, end);
    Boolean may = known.get(word);
    if (may == null) {
      Matcher matcher = pattern.matcher(word);
      may = matcher.lookingAt() || matcher.hitEnd();
      if (known.size() < MOST_WORDS_KNOWN) {
        known.put(word, may);
      }
    }
    return may;
  }

  /** Where words and numbers start. */
  static int[] wordStarts(String text) {
    return IntStream.range(0, text.length())
        .filter(i -> Character.isLetterOrDigit(text.charAt(i)))
        .filter(i -> i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
        .toArray();
  }

  private String raw(String topic) {
    return words.getOrDefault(topic, "(?!)");
  }

  private Pattern found(String key, String form) {
    synchronized (compiled) {
      return compiled.computeIfAbsent(key, k -> pattern(form));
    }
  }
}
