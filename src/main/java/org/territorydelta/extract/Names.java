package org.territorydelta.extract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of places and sides of all conflicts, looked up word by word, the longest first. */
final class Names {
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\d]+(?:['’\u02bc][\\p{L}\\p{M}]+)?");

  private static final Names ALL = new Names();

  private record Entry(String id, String country, boolean capital) {}

  private final Map<String, List<Entry>> places = new HashMap<>();
  private final Map<String, List<Entry>> sides = new HashMap<>();
  private final Map<String, Integer> mostWords = new HashMap<>();
  private final Map<String, Set<String>> conflictsOfSides = new LinkedHashMap<>();

  static Names all() {
    return ALL;
  }

  private Names() {
    for (String file : List.of("world/places-ukraine.tsv", "world/places.tsv")) {
      for (String[] row : WordList.read(file)) {
        for (String name : row[2].split("\\|")) {
          put(places, name, new Entry(row[1], row[0].equals("RU") ? "UA" : row[0], true));
        }
      }
    }
    for (String[] row : WordList.read("world/sides.tsv")) {
      conflictsOfSides.put(row[0], countries(row[1]));
      for (String form : row[2].split("\\|")) {
        boolean general = form.startsWith("@") || form.startsWith("+");
        String name = form.replaceAll("[@+{}]", "");
        put(sides, name, new Entry(row[0], form.startsWith("@") ? "@" : "", !general));
      }
    }
  }

  private static Set<String> countries(String text) {
    Set<String> countries = new TreeSet<>();
    for (String country : text.split(",")) {
      countries.add(country.equals("Ukraine") || country.equals("Russia") ? "UA" : country);
    }
    return countries;
  }

  private void put(Map<String, List<Entry>> map, String name, Entry entry) {
    mostWords.merge(words(name).get(0).key, words(name).size(), Math::max);
    map.computeIfAbsent(key(words(name), 0, words(name).size()), k -> new ArrayList<>()).add(entry);
  }

  private record Word(String key, Span span, boolean capital) {}

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = matcher.group();
      boolean capital = Character.isUpperCase(word.codePointAt(0));
      String plain =
          Normalizer.normalize(
              word.toLowerCase(Locale.ROOT).replace('’', '\''), Normalizer.Form.NFC);
      int end = matcher.end();
      if (plain.endsWith("'s")) {
        plain = plain.substring(0, plain.length() - 2);
        end -= 2;
      }
      words.add(new Word(plain, new Span(matcher.start(), end), capital));
    }
    return words;
  }

  private static String key(List<Word> words, int from, int to) {
    StringBuilder key = new StringBuilder();
    for (int i = from; i < to; i++) {
      key.append(words.get(i).key).append(' ');
    }
    return key.toString();
  }

  /** Whether a side is one of a country's conflict. */
  boolean isOf(String side, String country) {
    return conflictsOfSides.getOrDefault(side, Set.of()).contains(country);
  }

  /** The countries of a side's conflict. */
  Set<String> conflicts(String side) {
    return conflictsOfSides.getOrDefault(side, Set.of());
  }

  /**
   * All places and sides that are named, in the order of the text. A country's name gives one of
   * each.
   *
   * @param country of the conflict that the text is about, empty when not known
   */
  List<Mention> in(String text, String country) {
    List<Word> words = words(text);
    List<Mention> found = new ArrayList<>();
    find(text, words, places, Mention.Kind.PLACE, country, found);
    find(text, words, sides, Mention.Kind.SIDE, country, found);
    found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
    return found;
  }

  private void find(
      String text,
      List<Word> words,
      Map<String, List<Entry>> map,
      Mention.Kind kind,
      String country,
      List<Mention> found) {
    for (int from = 0; from < words.size(); from++) {
      for (int to = Math.min(words.size(), from + mostWords.getOrDefault(words.get(from).key, 0));
          to > from;
          to--) {
        List<Entry> entries = map.getOrDefault(key(words, from, to), List.of());
        Entry entry = choose(entries, words.subList(from, to), kind, country);
        if (entry != null) {
          Span span = new Span(words.get(from).span.start(), words.get(to - 1).span.end());
          found.add(
              new Mention(
                  kind, entry.id, entry.country, span, text.substring(span.start(), span.end())));
          from = to - 1;
          break;
        }
      }
    }
  }

  private Entry choose(List<Entry> entries, List<Word> words, Mention.Kind kind, String country) {
    Entry chosen = null;
    for (Entry entry : entries) {
      boolean capital = words.get(words.size() - 1).capital || words.get(0).capital;
      if (entry.capital && !capital) {
        continue;
      }
      boolean ofConflict =
          kind == Mention.Kind.PLACE ? entry.country.equals(country) : isOf(entry.id, country);
      if (kind == Mention.Kind.SIDE && entry.country.equals("@") && !ofConflict) {
        continue;
      }
      if (chosen == null || ofConflict) {
        chosen = entry;
        if (ofConflict) {
          break;
        }
      }
    }
    return chosen;
  }
}
