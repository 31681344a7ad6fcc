package org.territorydelta.inspect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Drafts a profile's rules from the property that seems to say who holds what. */
final class RuleDraft {
  /** Names that say so, in the order in which they are believed. */
  private static final List<String> TELLING =
      List.of(
          "side",
          "holder",
          "control",
          "controller",
          "status",
          "layer",
          "layer_type",
          "$layer",
          "type",
          "styleUrl",
          "fill",
          "name");

  private static final Pattern LOST = word("liberat|recaptur|taken.?back|dismissed|regain");
  private static final Pattern UNCLEAR = word("unknown|contest|grey|gray|disput|unclear");
  private static final Pattern CLAIMED = word("claim");
  private static final Pattern ADVANCE = word("advance|infiltrat");

  private final List<String> rules = new ArrayList<>();
  private final Set<String> holdings = new LinkedHashSet<>();

  private RuleDraft() {}

  static RuleDraft of(List<SurveyedFile> files) {
    var draft = new RuleDraft();
    Map<String, Map<String, Long>> values = new TreeMap<>();
    for (SurveyedFile file : files) {
      file.properties()
          .forEach(
              (name, counts) -> {
                Map<String, Long> sum = values.computeIfAbsent(name, key -> new TreeMap<>());
                counts.forEach((value, count) -> sum.merge(value, count, Long::sum));
              });
    }
    Optional<String> telling =
        TELLING.stream()
            .filter(values::containsKey)
            .filter(name -> values.get(name).size() < FileSurveyor.MOST_VALUES)
            .findFirst();
    if (telling.isEmpty()) {
      draft.hold("all", "", "HOLDER held", "no property tells who holds it: name the holder");
    } else {
      int number = 1;
      for (String value : values.get(telling.get()).keySet()) {
        draft.add("rule-" + number++, telling.get(), value);
      }
    }
    if (draft.holdings.isEmpty()) {
      draft.hold("rest", "", "HOLDER held", "nothing is held by anybody so far");
    }
    return draft;
  }

  private void add(String name, String property, String value) {
    String when = ", when: {" + quoted(property) + ": " + quoted(value) + "}";
    if (value.equals("null")) {
      when = ", when: {" + quoted(property) + ": null}";
    }
    if (LOST.matcher(value).find()) {
      rules.add(
          "  - {name: " + name + when + ", ignore: it seems to be nobody's any more} # GUESS");
      return;
    }
    String status =
        CLAIMED.matcher(value).find()
            ? "claimed"
            : ADVANCE.matcher(value).find() ? "advance" : "held";
    hold(
        name,
        when,
        UNCLEAR.matcher(value).find() ? "DISPUTED unknown" : side(value) + " " + status,
        "GUESS from the word");
  }

  private void hold(String name, String when, String holding, String why) {
    rules.add("  - {name: " + name + when + ", holding: " + holding + "} # " + why);
    holdings.add(holding);
  }

  private static String side(String value) {
    String plain = value.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", " ");
    if (Pattern.compile("\\b(ru|rus)\\b|russia|occupied|окуп").matcher(plain).find()) {
      return "RU";
    }
    if (Pattern.compile("\\b(ua|ukr)\\b|ukrain").matcher(plain).find()) {
      return "UA";
    }
    String word = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-");
    String trimmed = word.replaceAll("^-+|-+$", "");
    return trimmed.isEmpty() ? "HOLDER" : trimmed;
  }

  private static Pattern word(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The lines of {@code firm-to-soft} and {@code rules}. */
  String yaml() {
    var yaml = new StringBuilder();
    if (holdings.size() > 1) {
      List<String> ordered = new ArrayList<>(holdings);
      ordered.sort((a, b) -> Integer.compare(softness(a), softness(b)));
      yaml.append("# Where two overlap, the one further left has the ground. GUESS\n");
      yaml.append("firm-to-soft: [").append(String.join(", ", ordered)).append("]\n");
    }
    yaml.append(
        "# The first rule that matches decides. A polygon that none matches goes to quarantine.\n");
    yaml.append("rules:\n");
    return yaml.append(String.join("\n", rules)).append("\n").toString();
  }

  private static int softness(String holding) {
    return holding.endsWith(" held") ? 0 : holding.endsWith(" advance") ? 1 : 2;
  }
}
