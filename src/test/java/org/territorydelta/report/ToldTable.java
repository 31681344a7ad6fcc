package org.territorydelta.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as a test tells them, by name; what it does not tell is absent. */
final class ToldTable {
  private final List<String> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  private ToldTable(List<String> columns) {
    this.columns = columns;
  }

  static ToldTable named(String table) {
    return new ToldTable(PageInput.WANTED.get(table));
  }

  /** A row, as names and values in turn. */
  ToldTable row(Object... told) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < told.length; i += 2) {
      if (!columns.contains(told[i])) {
        throw new IllegalArgumentException("No column " + told[i]);
      }
      values.put((String) told[i], told[i + 1]);
    }
    rows.add(Arrays.asList(columns.stream().map(values::get).toArray()));
    return this;
  }

  /** All ground of one side over one month that a source covers, with the maps of its ends. */
  ToldTable month(String source, String side, String month, double gained, double lost) {
    LocalDate first = LocalDate.parse(month + "-01");
    LocalDate last = first.plusMonths(1).minusDays(1);
    return row(
        merged(
            all(source, side, "month", month, first, last, "full"),
            "opening_map_date",
            first.minusDays(1),
            "closing_map_date",
            last,
            "observed_days",
            last.getDayOfMonth(),
            "gained_km2",
            gained,
            "lost_km2",
            lost,
            "net_km2",
            gained - lost,
            "closing_km2",
            1000.0));
  }

  /** The same across one break of the series, with the net that is left without it. */
  ToldTable brokenMonth(
      String source, String side, String month, double gained, double lost, double without) {
    month(source, side, month, gained, lost);
    List<Object> row = new ArrayList<>(rows.remove(rows.size() - 1));
    row.set(columns.indexOf("breaks"), 1);
    row.set(columns.indexOf("parted_by_break"), true);
    row.set(columns.indexOf("net_without_breaks_km2"), without);
    rows.add(row);
    return this;
  }

  /** A base redefined on a day, of so many km². */
  static ToldTable redefined(String source, String side, String day, double areaKm2) {
    return named("series_break")
        .row(
            "source_id",
            source,
            "map_date",
            LocalDate.parse(day),
            "kind",
            "base-redefined",
            "side",
            side,
            "last_map_date",
            LocalDate.parse(day),
            "area_km2",
            areaKm2,
            "excluded",
            false);
  }

  /** A month without figures. */
  ToldTable emptyMonth(String source, String side, String month) {
    LocalDate first = LocalDate.parse(month + "-01");
    LocalDate last = first.plusMonths(1).minusDays(1);
    return row(all(source, side, "month", month, first, last, "none"));
  }

  private static Object[] all(
      String source,
      String side,
      String kind,
      String period,
      LocalDate first,
      LocalDate last,
      String coverage) {
    return new Object[] {
      "source_id", source,
      "side", side,
      "layer_set", "controlled",
      "region_id", "ALL",
      "level", -1,
      "period_kind", kind,
      "period_id", period,
      "first_day", first,
      "last_day", last,
      "coverage", coverage
    };
  }

  private static Object[] merged(Object[] some, Object... others) {
    Object[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  TableRows rows() {
    return new TableRows(columns, rows);
  }

  /** An output of these tables, in which ground counts as controlled when it is held. */
  static PageInput output(Object... tablesByName) {
    Map<String, TableRows> tables = new LinkedHashMap<>();
    for (int i = 0; i < tablesByName.length; i += 2) {
      tables.put((String) tablesByName[i], ((ToldTable) tablesByName[i + 1]).rows());
    }
    RunManifest run =
        WrittenRun.of("c0ffee5eed1234567890")
            .config("{\"layer-sets\":[{\"name\":\"controlled\",\"statuses\":[\"held\"]}]}")
            .manifest();
    return new PageInput(run, tables, Map.of(), Map.of());
  }
}
