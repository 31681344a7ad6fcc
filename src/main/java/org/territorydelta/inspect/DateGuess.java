package org.territorydelta.inspect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.normalise.PathDates;

/**
 * A way to find dates in paths or in a property that fits most of some files.
 *
 * @param yaml the value of {@code file-date} in a profile
 * @param byPath the date of each path that has one; none where the date is a property
 */
record DateGuess(String yaml, Map<String, LocalDate> byPath) {
  /** In the order in which they are believed where several fit as many files. */
  private static final List<String> CANDIDATES =
      List.of(
          "{file-name: '(\\d{4}-\\d\\d-\\d\\d)[^/]*$'}",
          "{file-name: '(?<!\\d)(\\d{8})(?!\\d)[^/]*$', format: yyyyMMdd}",
          "{file-name: '(?<!\\d)(\\d{4}_\\d\\d_\\d\\d)(?!\\d)[^/]*$', format: yyyy_MM_dd}",
          "{file-name: '(?<!\\d)(\\d{1,2}[A-Za-z]{3}\\d{4})(?!\\d)[^/]*$', format: dMMMyyyy}",
          "{file-name: '(?<!\\d)(\\d\\d_\\d\\d_\\d\\d)(?!\\d)[^/]*$', format: yy_MM_dd}",
          "{file-name: '(?<!\\d)(\\d{6})(?!\\d)[^/]*$', format: yyMMdd}",
          "{file-name: '(?<!\\d)(\\d{10})(?!\\d)[^/]*$', format: epoch-seconds}",
          "{file-name: '(?<!\\d)(\\d{13})(?!\\d)[^/]*$', format: epoch-milliseconds}",
          "{file-name: '(?<year>\\d{4})/(?:[^/]*/)*(?<month>\\d\\d)-?(?<day>\\d\\d)[^/\\d]*$'}",
          "{file-name: '(?<!\\d)(\\d{4}-\\d\\d)(?!\\d)[^/]*$', format: yyyy-MM, day: last}",
          "{file-name: '(?<!\\d)(\\d{4})(?!\\d)[^/]*$', format: yyyy, day: last}");

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;

  static Optional<DateGuess> inPaths(List<String> paths) {
    Optional<DateGuess> best = Optional.empty();
    for (String candidate : CANDIDATES) {
      DateGuess guess = of(candidate, paths);
      long before = best.map(DateGuess::plausible).orElse(0L);
      if (guess.plausible() > before) {
        best = Optional.of(guess);
      }
    }
    return best;
  }

  /** Properties all of whose values are dates, as values of {@code file-date}. */
  static List<String> inProperties(SurveyedFile file) {
    List<String> found = new ArrayList<>();
    file.properties()
        .forEach(
            (name, values) -> {
              boolean dates =
                  values.keySet().stream()
                      .allMatch(value -> value.matches("\\d{4}-\\d\\d-\\d\\d([T ].*)?"));
              if (dates && !name.startsWith("$")) {
                found.add("{property: '" + name.replace("'", "''") + "'}");
              }
            });
    return found;
  }

  private static DateGuess of(String yaml, List<String> paths) {
    String profile =
        "file-date: " + yaml + "\nmap-date: {from: file-date}\nrules: [{name: a, holding: A b}]\n";
    RunConfig config =
        ConfigReader.read(
            "inspect", "sources: [{id: a, path: a, profile: a.yaml}]\n", name -> profile);
    return new DateGuess(yaml, PathDates.of(config.sources().get(0).profile(), paths));
  }

  private long plausible() {
    return byPath.values().stream()
        .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR)
        .count();
  }

  /** A day for a path that has only a month's name and a day, in the year that most others have. */
  Optional<LocalDate> withoutYear(String path) {
    Map<Integer, Long> years = new TreeMap<>();
    byPath.values().forEach(day -> years.merge(day.getYear(), 1L, Long::sum));
    Optional<Integer> year =
        years.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    String[] candidates = {
      "{file-name: '(?<month>[A-Za-z]{3})(?<day>\\d\\d)(?!\\d)[^/]*$'}",
      "{file-name: '(?<!\\d)(?<day>\\d\\d)(?<month>[A-Za-z]{3})(?![a-z])[^/]*$'}"
    };
    for (String candidate : candidates) {
      // Written as if the year stood before it.
      String dated = candidate.replace("'(", "'^(?<year>\\d{4})\u0020.*(");
      Optional<LocalDate> day =
          year.flatMap(
              y ->
                  Optional.ofNullable(
                      of(dated, List.of(y + " " + path)).byPath.get(y + " " + path)));
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }
}
