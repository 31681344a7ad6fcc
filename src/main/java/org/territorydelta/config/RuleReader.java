package org.territorydelta.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.territorydelta.config.PropertyMatch.LetterCase;
import org.territorydelta.config.PropertyMatch.Without;
import org.territorydelta.model.map.Holding;

/** Reads the rules of a source profile. */
final class RuleReader {
  /** Asked for in {@code when} like a property; a property of that name cannot be asked for. */
  static final String OUTSIDE_EXTENT = "outside-extent";

  private RuleReader() {}

  static List<Rule> read(YamlMap profile) {
    return profile.maps("rules").stream().map(RuleReader::rule).toList();
  }

  private static Rule rule(YamlMap yaml) {
    String name = yaml.text("name");
    Optional<YamlMap> conditions = yaml.optionalMap("when");
    LetterCase letterCase =
        yaml.flag("ignore-case", false) ? LetterCase.ALIKE : LetterCase.TOLD_APART;
    List<PropertyMatch> when =
        conditions.map(found -> matches(found, letterCase)).orElse(List.of());
    Rule.Reach reach = conditions.map(RuleReader::reach).orElse(Rule.Reach.ANYWHERE);
    List<String> countries = yaml.texts("country");
    ProfileReader.checkCountries(yaml, "country", countries);
    LocalDate first = yaml.parsed("first-map-date", LocalDate.MIN, LocalDate::parse);
    LocalDate last = yaml.parsed("last-map-date", LocalDate.MAX, LocalDate::parse);
    Optional<String> ignore = yaml.optionalText("ignore");
    if (ignore.isPresent() == yaml.has("holding")) {
      yaml.problem("name", "Cannot read rule '" + name + "': expected either holding or ignore");
    }
    Holding holding = yaml.parsed("holding", Holding.NONE, RuleReader::holding);
    Rule.Outcome outcome =
        ignore.isPresent() ? new Rule.Ignore(ignore.get()) : new Rule.Hold(holding);
    yaml.finish();
    return new Rule(name, when, new Rule.Where(countries, reach), first, last, outcome);
  }

  private static Holding holding(String text) {
    Holding holding = Holding.parse(text);
    if (holding.isNone()) {
      throw new IllegalArgumentException("expected a holder; ground that nobody holds is ignored");
    }
    return holding;
  }

  private static Rule.Reach reach(YamlMap when) {
    if (!when.has(OUTSIDE_EXTENT)) {
      return Rule.Reach.ANYWHERE;
    }
    return when.flag(OUTSIDE_EXTENT, false) ? Rule.Reach.OUTSIDE_EXTENT : Rule.Reach.INSIDE_EXTENT;
  }

  private static List<PropertyMatch> matches(YamlMap when, LetterCase letterCase) {
    List<PropertyMatch> matches = new ArrayList<>();
    for (String property : when.keys()) {
      if (!property.equals(OUTSIDE_EXTENT)) {
        matches.add(
            when.isMap(property)
                ? asked(property, when.optionalMap(property).orElseThrow(), letterCase)
                : new PropertyMatch(
                    property,
                    when.wordsButNull(property),
                    List.of(),
                    when.hasNull(property) ? Without.NULL : Without.REFUSED,
                    letterCase));
      }
    }
    return matches;
  }

  /** A property that is asked for by a pattern, or by whether it is there. */
  private static PropertyMatch asked(String property, YamlMap yaml, LetterCase letterCase) {
    int flags =
        letterCase == LetterCase.ALIKE ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    List<Pattern> patterns =
        yaml.texts("pattern").stream().map(text -> compiled(yaml, text, flags)).toList();
    Without without = yaml.parsed("absent", Without.REFUSED, RuleReader::absence);
    yaml.finish();
    if (yaml.has("absent") == yaml.has("pattern")) {
      yaml.problem(
          "absent", "Cannot read when: property '" + property + "', expected pattern or absent");
    }
    return new PropertyMatch(property, List.of(), patterns, without, letterCase);
  }

  private static Without absence(String word) {
    return switch (word) {
      case "true" -> Without.ABSENT;
      case "false" -> Without.GIVEN;
      default -> throw new IllegalArgumentException("expected true or false");
    };
  }

  private static Pattern compiled(YamlMap yaml, String text, int flags) {
    try {
      return Pattern.compile(text, flags);
    } catch (PatternSyntaxException e) {
      yaml.problem("pattern", "Cannot read pattern: " + e.getDescription());
      return Pattern.compile("");
    }
  }
}
