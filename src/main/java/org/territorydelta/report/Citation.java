package org.territorydelta.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Figures of one region and period as they may be cited: a sentence with its definition, the files
 * of the two maps with their hashes, the run, and BibTeX.
 */
public final class Citation {
  /** Tables that it takes, with the columns. */
  public static final Map<String, List<String>> WANTED =
      Map.of(
          "area_delta",
          List.of(
              "source_id",
              "side",
              "layer_set",
              "region_id",
              "region_name",
              "level",
              "period_kind",
              "period_id",
              "first_day",
              "last_day",
              "opening_map_date",
              "closing_map_date",
              "observed_days",
              "gained_km2",
              "lost_km2",
              "net_km2",
              "net_low_km2",
              "net_high_km2",
              "coverage",
              "net_without_breaks_km2",
              "parted_by_break"),
          "snapshot",
          List.of("source_id", "map_date", "current", "file"),
          "input_file",
          List.of("source_id", "path", "sha256"));

  /** What is asked for; a side, source or layer set that is empty stands for all of them. */
  public record Asked(String region, String period, String side, String source, String layerSet) {}

  private final RunManifest run;
  private final Map<String, TableRows> tables;
  private final ShownNames names;

  private Citation(RunManifest run, Map<String, TableRows> tables) {
    this.run = run;
    this.tables = tables;
    this.names = ShownNames.of(run);
  }

  /** The texts of every figure that is asked for; none where there is none. */
  public static Optional<String> text(RunManifest run, Map<String, TableRows> tables, Asked asked) {
    var citation = new Citation(run, tables);
    List<String> told =
        tables.getOrDefault("area_delta", TableRows.NONE).stream()
            .filter(row -> isAskedFor(row, asked))
            .map(citation::figure)
            .toList();
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join("\n", told) + "\n" + citation.bibTeX());
  }

  /** The different values of a column of {@code area_delta}, for a message. */
  public static List<String> known(Map<String, TableRows> tables, String column) {
    return tables.getOrDefault("area_delta", TableRows.NONE).stream()
        .map(row -> row.text(column))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isAskedFor(TableRows.Cells row, Asked asked) {
    return (row.text("region_id").equals(asked.region())
            || row.text("region_name").equalsIgnoreCase(asked.region()))
        && row.text("period_id").equals(asked.period())
        && isOneOf(asked.side(), row.text("side"))
        && isOneOf(asked.source(), row.text("source_id"))
        && isOneOf(asked.layerSet(), row.text("layer_set"));
  }

  private static boolean isOneOf(String asked, String value) {
    return asked.isEmpty() || asked.equals(value);
  }

  private String figure(TableRows.Cells row) {
    List<String> lines = new ArrayList<>();
    lines.add(sentence(row));
    for (String end : List.of("opening_map_date", "closing_map_date")) {
      row.date(end).ifPresent(day -> lines.add("  " + file(row.text("source_id"), day)));
    }
    run.sources().stream()
        .filter(terms -> terms.sourceId().equals(row.text("source_id")))
        .forEach(
            terms -> lines.add("  Maps: " + terms.attribution() + "; licence: " + terms.licence()));
    return String.join("\n", lines) + "\n";
  }

  private String sentence(TableRows.Cells row) {
    String days =
        Headline.days(row.date("first_day").orElseThrow(), row.date("last_day").orElseThrow());
    String where =
        row.text("region_id").equals("ALL") ? "over all ground" : "in " + row.text("region_name");
    String side = names.side(row.text("side"));
    String source = names.source(row.text("source_id"));
    if (row.number("net_km2").isEmpty()) {
      return side + " " + where + ", " + days + ": no maps of " + source + " cover it.";
    }
    boolean parted = row.flag("parted_by_break");
    double net = row.amount(parted ? "net_without_breaks_km2" : "net_km2");
    var text = new StringBuilder();
    text.append(side).append(net < 0 ? " lost " : " gained ").append(km2(Math.abs(net)));
    text.append(" net ").append(where).append(", ").append(days);
    if (parted) {
      text.append(", without what changed where the series breaks");
    } else {
      text.append(" (").append(km2(row.amount("gained_km2"))).append(" gained, ");
      text.append(km2(row.amount("lost_km2"))).append(" lost");
      OptionalDouble low = row.number("net_low_km2");
      if (low.isPresent()) {
        text.append("; the net lies between ").append(Figures.inText(low.getAsDouble(), 1));
        text.append(" and ").append(km2(row.amount("net_high_km2")));
      }
      text.append(')');
    }
    text.append(", by the maps of ").append(source).append(" of ");
    text.append(row.date("opening_map_date").map(Headline::day).orElse("an unknown day"));
    text.append(" and ");
    text.append(row.date("closing_map_date").map(Headline::day).orElse("an unknown day"));
    text.append(", layer set “").append(row.text("layer_set")).append('”');
    if (row.text("coverage").equals("partial")) {
      text.append(String.format(Locale.ROOT, "; these are %.0f days", row.amount("observed_days")));
      text.append(", not those of the period");
    }
    return text.append('.').toString();
  }

  private static String km2(double km2) {
    return Figures.inText(km2, 1) + " km²";
  }

  private String file(String source, LocalDate day) {
    String file =
        tables.getOrDefault("snapshot", TableRows.NONE).stream()
            .filter(row -> row.text("source_id").equals(source) && row.flag("current"))
            .filter(row -> row.date("map_date").equals(Optional.of(day)))
            .map(row -> row.text("file"))
            .findFirst()
            .orElse("");
    String hash =
        tables.getOrDefault("input_file", TableRows.NONE).stream()
            .filter(row -> row.text("source_id").equals(source) && row.text("path").equals(file))
            .map(row -> row.text("sha256"))
            .findFirst()
            .orElse("");
    return "Map of " + Headline.day(day) + ": " + file + " sha256:" + hash;
  }

  private String bibTeX() {
    return String.format(
        Locale.ROOT,
        """
        @software{territory-delta-%s,
          title = {Territory Delta},
          author = {{The Territory Delta authors}},
          version = {%s},
          date = {%s},
          note = {run %s, commit %s},
        }
        """,
        run.runId().substring(0, Math.min(12, run.runId().length())),
        run.code().version(),
        run.times().finished().toString().substring(0, 10),
        run.runId(),
        run.code().commit());
  }
}
