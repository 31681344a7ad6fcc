package org.territorydelta.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an output says in words: one figure by the layer set that the config names first, with
 * everything that defines it, and the comparison that the config asks for first.
 *
 * @param lead the row of {@code area_delta} that it tells, or whose break it tells; none where no
 *     period is covered
 * @param paragraphs where the series breaks, if it does; the figure's source, layer set, maps and
 *     band; then what else is worth a line
 */
record Headline(Optional<TableRows.Cells> lead, String title, List<String> paragraphs) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  /** Kinds of period that may lead, the most telling first. */
  private static final List<String> KINDS =
      List.of("month", "named", "quarter", "week", "year", "all");

  Headline {
    paragraphs = List.copyOf(paragraphs);
  }

  static Headline of(PageInput input) {
    ShownNames names = ShownNames.of(input.run());
    String firstSet = input.run().config().path("layer-sets").path(0).path("name").asText();
    List<TableRows.Cells> whole =
        input.table("area_delta").stream()
            .filter(row -> row.text("level").equals("-1"))
            .filter(row -> row.text("coverage").equals("full"))
            .filter(row -> KINDS.contains(row.text("period_kind")))
            .filter(row -> row.text("layer_set").equals(firstSet))
            .toList();
    var breaks = BreakIndex.of(input.table("series_break"));
    Optional<TableRows.Cells> latest = lead(whole);
    List<TableRows.Cells> unparted = whole.stream().filter(row -> !isParted(row)).toList();
    // Where the series breaks there is no figure to lead with, unless others have it of those days.
    Optional<TableRows.Cells> lead =
        latest.flatMap(
            row ->
                isParted(row)
                    ? lead(unparted.stream().filter(other -> isOfSameDays(other, row)).toList())
                    : latest);
    List<String> paragraphs = new ArrayList<>();
    latest.filter(Headline::isParted).ifPresent(row -> paragraphs.add(broken(row, breaks, names)));
    lead.ifPresent(
        row -> {
          paragraphs.add(definition(row, names));
          others(row, unparted, names).ifPresent(paragraphs::add);
        });
    // A comparison of other days than the headline's stands with the claims.
    input.table("comparison").stream()
        .findFirst()
        .filter(row -> lead.isEmpty() || isOfTheTime(row, lead.get()))
        .ifPresent(row -> paragraphs.add(ComparisonSentence.text(row)));
    return new Headline(
        lead.or(() -> latest),
        lead.map(row -> title(row, names))
            .or(() -> latest.map(row -> brokenTitle(row, breaks, names)))
            .orElse("No period is covered by maps from end to end"),
        paragraphs);
  }

  private static boolean isOfTheTime(TableRows.Cells comparison, TableRows.Cells lead) {
    Optional<LocalDate> first =
        comparison.date("left_first_day").or(() -> comparison.date("left_last_day"));
    Optional<LocalDate> last = comparison.date("left_last_day");
    return first.isEmpty()
        || last.isEmpty()
        || !(first.get().isAfter(lead.date("last_day").orElseThrow())
            || last.get().isBefore(lead.date("first_day").orElseThrow()));
  }

  private static boolean isParted(TableRows.Cells row) {
    return row.flag("parted_by_break");
  }

  private static boolean isOfSameDays(TableRows.Cells row, TableRows.Cells other) {
    return row.text("period_kind").equals(other.text("period_kind"))
        && row.text("period_id").equals(other.text("period_id"));
  }

  private static String brokenTitle(TableRows.Cells row, BreakIndex breaks, ShownNames names) {
    return "The maps of "
        + names.source(row.text("source_id"))
        + " do not compare "
        + period(row)
        + ": their series breaks on "
        + day(breaks.firstDay(row));
  }

  private static String broken(TableRows.Cells row, BreakIndex breaks, ShownNames names) {
    return "The series of "
        + names.source(row.text("source_id"))
        + " breaks for "
        + names.side(row.text("side"))
        + ": "
        + breaks.words(row)
        + ". A net "
        + period(row)
        + " across it would be one of maps, not of ground, and is not told; without it "
        + did(row, row.amount("net_without_breaks_km2"), names)
        + ".";
  }

  private static String did(TableRows.Cells row, double net, ShownNames names) {
    return Math.abs(net) < 0.05
        ? names.side(row.text("side")) + " has no net change"
        : names.side(row.text("side"))
            + (net > 0 ? " gained " : " lost ")
            + Figures.inText(Math.abs(net), 1)
            + "\u00a0km² net";
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** Of the latest period of the best kind, the largest net of any source and side. */
  private static Optional<TableRows.Cells> lead(List<TableRows.Cells> whole) {
    Comparator<TableRows.Cells> order =
        Comparator.comparingInt((TableRows.Cells row) -> -KINDS.indexOf(row.text("period_kind")))
            .thenComparing(row -> row.date("last_day").orElseThrow())
            .thenComparing(row -> row.date("first_day").orElseThrow())
            .thenComparing(row -> Math.abs(row.amount("net_km2")));
    // Of equal ones the first, so that the order of rows decides, which is that of their keys.
    return whole.stream().reduce((a, b) -> order.compare(b, a) > 0 ? b : a);
  }

  private static String title(TableRows.Cells row, ShownNames names) {
    double net = row.amount("net_km2");
    String side = names.side(row.text("side"));
    if (Math.abs(net) < 0.05) {
      return "No net change for " + side + " " + period(row);
    }
    return capital(did(row, net, names)) + " " + period(row);
  }

  /** A side may be shown by a name that begins with an article. */
  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String definition(TableRows.Cells row, ShownNames names) {
    var text = new StringBuilder();
    text.append("By the maps of ").append(names.source(row.text("source_id")));
    text.append(", with layer set “").append(row.text("layer_set")).append("”: ");
    text.append(Figures.inText(row.amount("gained_km2"), 1)).append(" km² gained less ");
    text.append(Figures.inText(row.amount("lost_km2"), 1)).append(" km² lost, ");
    text.append(squareMiles(row.amount("net_km2"))).append(" net, between the maps of ");
    text.append(row.date("opening_map_date").map(DAY::format).orElse("an unknown day"));
    text.append(" and ");
    text.append(row.date("closing_map_date").map(DAY::format).orElse("an unknown day"));
    text.append(".");
    if (row.number("net_low_km2").isPresent() && row.number("net_high_km2").isPresent()) {
      text.append(" The net lies between ");
      text.append(Figures.inText(row.amount("net_low_km2"), 1)).append(" and ");
      text.append(Figures.inText(row.amount("net_high_km2"), 1)).append(" km², depending ");
      text.append(widest(row.text("band_widest_part"))).append(".");
    }
    return text.toString();
  }

  private static String widest(String part) {
    return switch (part) {
      case "lag", "jitter" -> "on which days' maps are compared";
      case "noise" -> "on how redrawn lines are counted";
      case "sources" -> "on whose maps are used";
      case "layer-sets" -> "on what counts as controlled";
      default -> "on days, lines and sources";
    };
  }

  /** What the other sources and sides have for the same days. */
  private static Optional<String> others(
      TableRows.Cells lead, List<TableRows.Cells> whole, ShownNames names) {
    Map<String, List<String>> bySource = new TreeMap<>();
    whole.stream()
        .filter(row -> row != lead)
        .filter(row -> row.text("period_kind").equals(lead.text("period_kind")))
        .filter(row -> row.text("period_id").equals(lead.text("period_id")))
        .forEach(
            row ->
                bySource
                    .computeIfAbsent(
                        names.source(row.text("source_id")), source -> new ArrayList<>())
                    .add(
                        names.side(row.text("side"))
                            + " "
                            + Figures.changeInText(tenths(row.amount("net_km2")), 1)
                            + "\u00a0km²"));
    return bySource.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "For the same days, "
                + bySource.entrySet().stream()
                    .map(entry -> entry.getKey() + " gives " + String.join(", ", entry.getValue()))
                    .collect(Collectors.joining("; "))
                + ".");
  }

  private static double tenths(double km2) {
    return Math.rint(km2 * 10) / 10;
  }

  static String squareMiles(double km2) {
    return Figures.inText(km2 / 2.589988110336, 0) + "\u00a0square miles";
  }

  private static String period(TableRows.Cells row) {
    LocalDate first = row.date("first_day").orElseThrow();
    LocalDate last = row.date("last_day").orElseThrow();
    return switch (row.text("period_kind")) {
      case "month" -> "in " + MONTH.format(first);
      case "year" -> "in " + first.getYear();
      default -> "from " + days(first, last);
    };
  }

  static String days(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return DAY.format(last);
    }
    String pattern =
        first.getYear() != last.getYear()
            ? "d MMMM uuuu"
            : first.getMonth() != last.getMonth() ? "d MMMM" : "d";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(first)
        + " to "
        + DAY.format(last);
  }
}
