package org.territorydelta.inspect;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.territorydelta.config.FileRule;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.normalise.PathDates;

/** Puts files together that are named alike, and finds a profile for each such series. */
public final class SeriesFinder {
  private static final Pattern MONTHS =
      Pattern.compile(
          "(?i)(january|february|march|april|may|june|july|august|september|october|november|december)");

  private SeriesFinder() {}

  /** Series of files that can be read, those with a built-in profile put together by it. */
  public static List<Series> of(List<SurveyedFile> files) throws IOException {
    Map<String, List<SurveyedFile>> alike = new TreeMap<>();
    for (SurveyedFile file : files) {
      if (file.problem().isEmpty()) {
        alike.computeIfAbsent(shape(file.path()), key -> new ArrayList<>()).add(file);
      }
    }
    Map<String, List<SurveyedFile>> known = new LinkedHashMap<>();
    Map<String, SourceProfile> profiles = new LinkedHashMap<>();
    List<Series> series = new ArrayList<>();
    for (List<SurveyedFile> group : alike.values()) {
      Optional<SourceProfile> fitting = ProfileTrial.fitting(group);
      if (fitting.isPresent()) {
        known.computeIfAbsent(fitting.get().name(), key -> new ArrayList<>()).addAll(group);
        profiles.put(fitting.get().name(), fitting.get());
      } else {
        series.add(drafted(group, series.size() + 1));
      }
    }
    List<Series> all = new ArrayList<>();
    known.forEach((name, group) -> all.add(builtIn(profiles.get(name), group)));
    all.addAll(series);
    return all;
  }

  /** A path without what changes from day to day. */
  private static String shape(String path) {
    return MONTHS.matcher(path).replaceAll("M").replaceAll("\\d+", "0");
  }

  private static Series builtIn(SourceProfile profile, List<SurveyedFile> files) {
    List<String> paths = files.stream().map(SurveyedFile::path).toList();
    SortedMap<String, LocalDate> dates = PathDates.of(profile, paths);
    Map<String, LocalDate> stated = new TreeMap<>();
    List<String> questions = new ArrayList<>();
    boolean byPath = !dates.isEmpty();
    if (byPath) {
      var guess = new DateGuess("", dates);
      for (String path : paths) {
        if (!dates.containsKey(path)) {
          guess
              .withoutYear(path)
              .ifPresentOrElse(
                  day -> stated.put(path, day),
                  () -> questions.add("what day " + path + " is of (dates: in the config)"));
        }
      }
    }
    return new Series(profile.name(), profile.name(), "", files, dates, stated, questions);
  }

  private static Series drafted(List<SurveyedFile> files, int number) {
    List<String> paths = files.stream().map(SurveyedFile::path).toList();
    SurveyedFile first = files.get(0);
    List<String> inProperties =
        files.stream()
            .map(DateGuess::inProperties)
            .reduce(
                DateGuess.inProperties(first), (a, b) -> a.stream().filter(b::contains).toList());
    Optional<DateGuess> inPaths = DateGuess.inPaths(paths);
    List<String> questions = new ArrayList<>();
    String date;
    SortedMap<String, LocalDate> dates = new TreeMap<>();
    if (inPaths.isPresent()) {
      date = inPaths.get().yaml();
      dates.putAll(inPaths.get().byPath());
    } else if (!inProperties.isEmpty()) {
      date = inProperties.get(0);
    } else {
      date = "";
      questions.add("what day " + first.path() + " is of: neither its path nor a property tells");
    }
    var draft = new StringBuilder();
    draft.append("# How ").append(files.size()).append(" files like ").append(first.path());
    draft.append(" are understood; drafted from what is in them.\n");
    draft.append("# The format; without this line each file's content tells it.\n");
    if (!first.format().equals("zip") && !first.format().equals("unknown")) {
      draft.append("format: ").append(first.format()).append("\n");
    }
    if (!first.unwrap().isEmpty()) {
      draft.append("# The member that holds the features.\n");
      draft.append("unwrap: ").append(first.unwrap()).append("\n");
    }
    if (dates.size() > dates.values().stream().distinct().count()) {
      draft.append("# Several files have one day: versions of a map, or its layers? GUESS\n");
      draft
          .append("files-of-a-day: ")
          .append(FileRule.SameDay.VERSIONS.name().toLowerCase(Locale.ROOT))
          .append("\n");
    }
    draft.append("# When a map could be known. GUESS\nfile-date: ").append(date).append("\n");
    draft.append(
        "# The day whose end it shows; say plus-days: -1 where it is the day before. GUESS\n");
    draft.append("map-date: {from: file-date}\n");
    draft.append(RuleDraft.of(files).yaml());
    return new Series(
        "series-" + number,
        "",
        date.isEmpty() ? "" : draft.toString(),
        files,
        dates,
        Map.of(),
        questions);
  }
}
