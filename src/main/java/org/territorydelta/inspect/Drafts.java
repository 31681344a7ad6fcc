package org.territorydelta.inspect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * Drafts the files of a first run from a survey: a config, profiles, and a region to measure in.
 */
public final class Drafts {
  private static final int MOST_ALTERNATIVES = 12;
  private static final String CONFIG = "config.yaml";
  private static final String REGIONS = "regions.geojson";

  private Drafts() {}

  /**
   * Texts by file name, the config among them; none where no series can be run.
   *
   * @param schemas whether the schemas of config and profile lie beside them
   */
  public static Map<String, String> of(Survey survey) {
    Map<String, String> texts = new LinkedHashMap<>();
    List<Series> runnable =
        survey.series().stream()
            .filter(series -> !series.profile().isEmpty() || !series.draft().isEmpty())
            .toList();
    if (runnable.isEmpty()) {
      return texts;
    }
    var config = new StringBuilder();
    config.append("# yaml-language-server: $schema=config.schema.json\n");
    config.append("# A first run over what was found. Paths are relative to this file.\n");
    config.append("sources:\n");
    for (Series series : runnable) {
      source(series, config);
      if (!series.draft().isEmpty()) {
        texts.put(
            series.id() + ".yaml",
            "# yaml-language-server: $schema=profile.schema.json\n" + series.draft());
      }
    }
    config.append(
        "# What figures are given for: all ground under ALL, and these regions. This is a box\n");
    config.append("# around everything that is drawn; put your own regions in its place.\n");
    config.append("regions: {path: ").append(REGIONS).append("}\n");
    config.append("# Which periods; also quarter, year, rolling-28-day, all.\n");
    config.append("periods: {every: [day, week, month]}\n");
    config.append(
        "# A file that cannot be read or dated is named and left out; 'stop' ends the run.\n");
    config.append("on-bad-file: quarantine\n");
    config.append("# Where the tables go.\n");
    config.append("out: out\n");
    texts.put(CONFIG, config.toString());
    texts.put(REGIONS, regions(runnable));
    return texts;
  }

  private static void source(Series series, StringBuilder config) {
    var days = new TreeSet<LocalDate>(series.dates().values());
    String span = days.isEmpty() ? "" : ", " + days.first() + " to " + days.last();
    config.append("  # ").append(series.files().size()).append(" files").append(span).append("\n");
    series.questions().forEach(q -> config.append("  # TO BE DECIDED: ").append(q).append("\n"));
    String profile = series.profile().isEmpty() ? series.id() + ".yaml" : series.profile();
    config.append("  - id: ").append(series.id()).append("\n");
    config.append("    profile: ").append(profile);
    config.append(series.profile().isEmpty() ? " # drafted\n" : " # built in, fits these files\n");
    config
        .append("    path: '")
        .append(glob(series.files().stream().map(SurveyedFile::path).toList()).replace("'", "''"))
        .append("'\n");
    if (!series.stated().isEmpty()) {
      config.append("    dates: # of files whose names have no year. GUESS\n");
      series
          .stated()
          .forEach(
              (path, day) ->
                  config
                      .append("      '")
                      .append(
                          Pattern.quote(name(path))
                              .replace("\\Q", "")
                              .replace("\\E", "")
                              .replace(".", "\\."))
                      .append("$': ")
                      .append(day)
                      .append("\n"));
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A glob that has these paths; alternatives are named where they are few. */
  static String glob(List<String> paths) {
    List<String[]> split = paths.stream().map(path -> path.split("/", -1)).toList();
    int depth = split.get(0).length;
    if (split.stream().anyMatch(parts -> parts.length != depth)) {
      return "{" + String.join(",", new TreeSet<>(paths)) + "}";
    }
    List<String> segments = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      int at = i;
      TreeSet<String> different = new TreeSet<>(split.stream().map(parts -> parts[at]).toList());
      if (different.size() == 1) {
        segments.add(different.first());
      } else if (i < depth - 1 && different.size() <= MOST_ALTERNATIVES) {
        segments.add("{" + String.join(",", different) + "}");
      } else {
        segments.add(common(different));
      }
    }
    return String.join("/", segments);
  }

  private static String common(TreeSet<String> names) {
    String first = names.first();
    int start = first.length();
    int end = first.length();
    for (String name : names) {
      int same = 0;
      while (same < Math.min(start, name.length()) && name.charAt(same) == first.charAt(same)) {
        same++;
      }
      start = same;
    }
    for (String name : names) {
      int same = 0;
      while (same < Math.min(end, name.length())
          && name.charAt(name.length() - 1 - same) == first.charAt(first.length() - 1 - same)) {
        same++;
      }
      end = same;
    }
    end = Math.min(end, names.stream().mapToInt(String::length).min().orElse(0) - start);
    // A digit that all days share so far is no part of the name.
    String prefix = first.substring(0, start).replaceAll("\\d+$", "");
    return prefix + "*" + first.substring(first.length() - Math.max(0, end));
  }

  private static String regions(List<Series> series) {
    var extent = new Envelope();
    series.stream()
        .flatMap(one -> one.files().stream())
        .forEach(file -> extent.expandToInclude(file.extent()));
    double west = Math.max(-180, Math.floor(extent.getMinX()));
    double east = Math.min(180, Math.ceil(extent.getMaxX()));
    double south = Math.max(-89, Math.floor(extent.getMinY()));
    double north = Math.min(89, Math.ceil(extent.getMaxY()));
    String ring =
        Stream.of(
                new double[] {west, south},
                new double[] {east, south},
                new double[] {east, north},
                new double[] {west, north},
                new double[] {west, south})
            .map(p -> String.format(Locale.ROOT, "[%s, %s]", p[0], p[1]))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    return "{\"type\": \"FeatureCollection\", \"features\": [\n"
        + "  {\"type\": \"Feature\", \"properties\": {\"region_id\": \"DRAWN\", \"name\": \"All that is drawn\"},\n"
        + "   \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [["
        + ring
        + "]]}}\n]}\n";
  }
}
