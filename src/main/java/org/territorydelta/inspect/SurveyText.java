package org.territorydelta.inspect;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.locationtech.jts.geom.Envelope;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.normalise.NormalisedFile;
import org.territorydelta.normalise.SameDayFiles;
import org.territorydelta.normalise.SnapshotNormaliser;

/** A survey as lines for a person. */
public final class SurveyText {
  private static final int SHOWN_VALUES = 12;
  private static final int SHOWN = 8;
  private static final int LONGEST = 60;

  private final List<String> lines = new ArrayList<>();

  private SurveyText() {}

  public static String of(Survey survey) throws IOException {
    var text = new SurveyText();
    for (Series series : survey.series()) {
      text.series(series);
    }
    List<SurveyedFile> broken =
        survey.files().stream().filter(file -> file.problem().isPresent()).toList();
    if (!broken.isEmpty()) {
      text.lines.add(broken.size() + " files that cannot be read as maps:");
      broken.stream()
          .limit(SHOWN)
          .forEach(file -> text.lines.add("  " + file.path() + ": " + file.problem().get()));
    }
    return String.join("\n", text.lines) + "\n";
  }

  private void series(Series series) throws IOException {
    List<SurveyedFile> files = series.files();
    SurveyedFile first = files.get(0);
    lines.add(series.id() + ": " + files.size() + " files, " + first.path() + " the first");
    add("format", words(files, SurveyedFile::format));
    add("unwrap", words(files, SurveyedFile::unwrap));
    add("reference system", words(files, file -> shortened(file.crs().orElse("none named"))));
    add("features", String.valueOf(files.stream().mapToLong(SurveyedFile::features).sum()));
    SortedMap<String, Long> kinds = new TreeMap<>();
    files.forEach(file -> file.kinds().forEach((kind, n) -> kinds.merge(kind, n, Long::sum)));
    add("shapes", kinds.toString().replaceAll("[{}]", ""));
    var extent = new Envelope();
    files.forEach(file -> extent.expandToInclude(file.extent()));
    add(
        "extent",
        String.format(
            Locale.ROOT,
            "%.3f to %.3f E, %.3f to %.3f N",
            extent.getMinX(),
            extent.getMaxX(),
            extent.getMinY(),
            extent.getMaxY()));
    properties(series);
    dates(series);
    Map<String, Long> byHash = new HashMap<>();
    files.forEach(file -> byHash.merge(file.sha256(), 1L, Long::sum));
    add("identical files", String.valueOf(files.size() - byHash.size()));
    add(
        "profile",
        series.profile().isEmpty()
            ? "none of the built-in ones; init drafts one"
            : series.profile() + " (built in) fits");
    if (!series.profile().isEmpty() || !series.draft().isEmpty()) {
      normalised(series);
    }
    series.questions().forEach(question -> add("to be decided", question));
    lines.add("");
  }

  private void add(String what, String text) {
    if (!text.isEmpty()) {
      lines.add(String.format(Locale.ROOT, "  %-17s %s", what, text));
    }
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  private static String words(List<SurveyedFile> files, Function<SurveyedFile, String> word) {
    var words = new TreeSet<String>();
    files.forEach(file -> words.add(word.apply(file)));
    words.remove("");
    return String.join(", ", words.stream().limit(SHOWN).toList());
  }

  /** Each property with its values, how often they are there, and on which maps first and last. */
  private void properties(Series series) {
    SortedMap<String, SortedMap<String, Long>> counts = new TreeMap<>();
    Map<String, LocalDate> first = new HashMap<>();
    Map<String, LocalDate> last = new HashMap<>();
    for (SurveyedFile file : series.files()) {
      Optional<LocalDate> day = Optional.ofNullable(series.dates().get(file.path()));
      file.properties()
          .forEach(
              (name, values) ->
                  values.forEach(
                      (value, count) -> {
                        counts
                            .computeIfAbsent(name, key -> new TreeMap<>())
                            .merge(value, count, Long::sum);
                        day.ifPresent(
                            d -> {
                              first.merge(name + "\0" + value, d, (a, b) -> a.isBefore(b) ? a : b);
                              last.merge(name + "\0" + value, d, (a, b) -> a.isAfter(b) ? a : b);
                            });
                      }));
    }
    String whole =
        series.dates().isEmpty()
            ? ""
            : series.dates().values().stream().min(LocalDate::compareTo).get()
                + " to "
                + series.dates().values().stream().max(LocalDate::compareTo).get();
    counts.forEach(
        (name, values) -> {
          if (values.size() > SHOWN_VALUES) {
            add("property " + name, values.size() + " different values or more");
            return;
          }
          List<String> shown = new ArrayList<>();
          values.forEach(
              (value, count) -> {
                LocalDate from = first.get(name + "\0" + value);
                String days = from + " to " + last.get(name + "\0" + value);
                shown.add(
                    "'"
                        + value
                        + "' "
                        + count
                        + (from == null || days.equals(whole) ? "" : " (" + days + ")"));
              });
          add("property " + name, String.join(", ", shown));
        });
  }

  private void dates(Series series) {
    if (series.dates().isEmpty()) {
      return;
    }
    var days = new TreeSet<>(series.dates().values());
    add(
        "map dates",
        days.size() + " days, " + days.first() + " to " + days.last() + ", by the files' names");
    List<String> gaps = new ArrayList<>();
    LocalDate before = days.first();
    for (LocalDate day : days) {
      if (ChronoUnit.DAYS.between(before, day) > 1) {
        gaps.add(before + " to " + day);
      }
      before = day;
    }
    if (!gaps.isEmpty()) {
      add(
          "gaps",
          gaps.size()
              + ": "
              + String.join(", ", gaps.stream().limit(SHOWN).toList())
              + (gaps.size() > SHOWN ? ", ..." : ""));
    }
    series.stated().forEach((path, day) -> add("GUESS", path + " is of " + day));
  }

  /** What the profile makes of the files: what is valid, what overlaps, what is rejected. */
  private void normalised(Series series) throws IOException {
    var source =
        ProfileTrial.source(
            series.profile().isEmpty() ? "draft.yaml" : series.profile(), series.draft());
    var normaliser = new SnapshotNormaliser(source);
    long maps = 0;
    long repaired = 0;
    long overlapM2 = 0;
    SortedMap<String, Long> reasons = new TreeMap<>();
    var days = new TreeSet<LocalDate>();
    for (List<SurveyedFile> group :
        SameDayFiles.of(source.profile(), series.files(), SurveyedFile::path)) {
      NormalisedFile file = normaliser.normalise(group.stream().map(SurveyedFile::input).toList());
      maps += file.maps().size();
      for (NormalisedFile.NormalisedMap map : file.maps()) {
        SnapshotFacts.Mended mended = map.facts().mended();
        repaired += mended.repaired();
        overlapM2 += mended.overlapM2();
        days.add(map.facts().id().mapDate());
      }
      for (Rejection rejection : file.rejections()) {
        reasons.merge(rejection.reason().name(), 1L, Long::sum);
      }
    }
    add("maps", maps + (days.isEmpty() ? "" : ", " + days.first() + " to " + days.last()));
    add("invalid polygons", String.valueOf(repaired));
    add("drawn twice", SquareKm.fromM2(overlapM2) + " km²");
    reasons.remove("REPAIRED");
    add("left out", reasons.toString().replaceAll("[{}]", ""));
  }
}
