package org.territorydelta.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code area_delta} as the page holds it: the periods of each source and kind once, in order of
 * time, and beside them one line of figures for each side, layer set and region. What is absent all
 * along a line is left out of it, and so is what is zero all along: the period's coverage tells the
 * two apart. Only of {@link #SEARCHED} zeros are kept.
 *
 * <p>Figures with a break of the series in them have it beside them, by their place.
 *
 * <p>Figures are km², rounded to {@link PageNumbers#DECIMALS}. Days, and windows that end on each
 * of them, have regional figures of change alone: two years of them would fill the page.
 */
final class FigureSeries {
  /** Kinds with a period for every day. */
  private static final List<String> BY_DAY = List.of("day", "rolling-28-day");

  private static final int ALL_LEVEL = -1;

  /** Columns of change, by their names on the page. */
  private static final Map<String, String> CHANGE =
      named("net", "net_km2", "gained", "gained_km2", "lost", "lost_km2");

  /** The others. */
  private static final Map<String, String> MORE =
      named(
          "stock", "closing_km2",
          "low", "net_low_km2",
          "high", "net_high_km2",
          "grossGained", "gross_gained_km2",
          "grossLost", "gross_lost_km2",
          "renamedIn", "reclassified_in_km2",
          "renamedOut", "reclassified_out_km2",
          "churn", "churn_km2",
          "noise", "noise_km2");

  /** What is not looked for in every period, so that its absence is no zero. */
  private static final List<String> SEARCHED = List.of("low", "high", "churn", "noise");

  private FigureSeries() {}

  private static Map<String, String> named(String... pairs) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      names.put(pairs[i], pairs[i + 1]);
    }
    return names;
  }

  /** A period by what orders it. */
  private record PeriodKey(LocalDate firstDay, LocalDate lastDay, String id)
      implements Comparable<PeriodKey> {
    private static final Comparator<PeriodKey> ORDER =
        Comparator.comparing(PeriodKey::lastDay)
            .thenComparing(PeriodKey::firstDay)
            .thenComparing(PeriodKey::id);

    static PeriodKey of(TableRows.Cells row) {
      return new PeriodKey(
          row.date("first_day").orElseThrow(),
          row.date("last_day").orElseThrow(),
          row.text("period_id"));
    }

    @Override
    public int compareTo(PeriodKey other) {
      return ORDER.compare(this, other);
    }
  }

  /** Adds {@code periods} and {@code series} to the page's data. */
  static void add(ObjectNode page, TableRows areaDelta, BreakIndex breaks) {
    Map<String, List<TableRows.Cells>> byKind =
        areaDelta.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.text("source_id") + "|" + row.text("period_kind"),
                    TreeMap::new,
                    Collectors.toList()));
    ObjectNode periods = page.putObject("periods");
    ArrayNode series = page.putArray("series");
    byKind.forEach(
        (kind, rows) -> {
          List<PeriodKey> keys =
              new ArrayList<>(
                  rows.stream().map(PeriodKey::of).collect(Collectors.toCollection(TreeSet::new)));
          addPeriods(periods.putArray(kind), keys, rows);
          addSeries(series, keys, rows, breaks);
        });
  }

  private static void addPeriods(
      ArrayNode periods, List<PeriodKey> keys, List<TableRows.Cells> rows) {
    Map<PeriodKey, TableRows.Cells> any = new HashMap<>();
    rows.forEach(row -> any.putIfAbsent(PeriodKey.of(row), row));
    for (PeriodKey key : keys) {
      TableRows.Cells row = any.get(key);
      ObjectNode period = periods.addObject();
      period.put("id", key.id());
      period.put("first", key.firstDay().toString());
      period.put("last", key.lastDay().toString());
      row.date("opening_map_date").ifPresent(date -> period.put("open", date.toString()));
      row.date("closing_map_date").ifPresent(date -> period.put("close", date.toString()));
      row.number("observed_days").ifPresent(days -> period.put("days", (long) days));
      row.number("closing_staleness_days").ifPresent(days -> period.put("stale", (long) days));
      row.number("band_lag_days").ifPresent(days -> period.put("lag", (long) days));
      period.put("coverage", row.text("coverage"));
    }
  }

  private static void addSeries(
      ArrayNode series, List<PeriodKey> keys, List<TableRows.Cells> rows, BreakIndex breaks) {
    Map<PeriodKey, Integer> places = new HashMap<>();
    keys.forEach(key -> places.put(key, places.size()));
    Map<List<String>, TableRows.Cells[]> lines = new LinkedHashMap<>();
    for (TableRows.Cells row : rows) {
      List<String> name =
          List.of(
              row.text("side"), row.text("layer_set"), row.text("level"), row.text("region_id"));
      lines
              .computeIfAbsent(name, any -> new TableRows.Cells[keys.size()])[
              places.get(PeriodKey.of(row))] =
          row;
    }
    TableRows.Cells first = rows.get(0);
    lines.forEach(
        (name, cells) -> {
          ObjectNode line = series.addObject();
          line.put("source", first.text("source_id"));
          line.put("kind", first.text("period_kind"));
          line.put("side", name.get(0));
          line.put("set", name.get(1));
          int level = Integer.parseInt(name.get(2));
          line.put("level", level);
          line.put("region", name.get(3));
          CHANGE.forEach((key, column) -> addFigures(line, key, column, cells));
          addBreaks(line, cells, breaks);
          if (level == ALL_LEVEL || !BY_DAY.contains(first.text("period_kind"))) {
            MORE.forEach((key, column) -> addFigures(line, key, column, cells));
            addParts(line, cells);
          }
        });
  }

  /**
   * Where breaks lie in a figure: the net without them, their places in {@code breaks}, and whether
   * its maps compare at all.
   */
  private static void addBreaks(ObjectNode line, TableRows.Cells[] cells, BreakIndex breaks) {
    ObjectNode broken = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < cells.length; i++) {
      TableRows.Cells row = cells[i];
      if (row != null && row.amount("breaks") > 0) {
        ObjectNode at = broken.putObject(Integer.toString(i));
        at.set("without", PageNumbers.node(row.amount("net_without_breaks_km2")));
        at.put("parted", row.flag("parted_by_break"));
        ArrayNode places = at.putArray("breaks");
        breaks.places(row).forEach(places::add);
      }
    }
    if (!broken.isEmpty()) {
      line.set("broken", broken);
    }
  }

  private static void addFigures(
      ObjectNode line, String key, String column, TableRows.Cells[] cells) {
    ArrayNode figures = JsonNodeFactory.instance.arrayNode();
    boolean isTold = false;
    for (TableRows.Cells row : cells) {
      if (row == null || row.number(column).isEmpty()) {
        figures.addNull();
      } else {
        figures.add(PageNumbers.node(row.amount(column)));
        isTold = isTold || row.amount(column) != 0 || SEARCHED.contains(key);
      }
    }
    if (isTold) {
      line.set(key, figures);
    }
  }

  private static void addParts(ObjectNode line, TableRows.Cells[] cells) {
    ArrayNode parts = JsonNodeFactory.instance.arrayNode();
    boolean isTold = false;
    for (TableRows.Cells row : cells) {
      String part = row == null ? "" : row.text("band_widest_part");
      parts.add(part);
      isTold = isTold || !part.isEmpty();
    }
    if (isTold) {
      line.set("part", parts);
    }
  }
}
