package org.territorydelta.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Rows of a written table, in its order, by some of its columns. Values are texts, numbers, dates,
 * flags and lists of texts; null stands for absence inside, and never leaves.
 */
public record TableRows(List<String> columns, List<List<Object>> rows) {
  public static final TableRows NONE = new TableRows(List.of(), List.of());

  public TableRows {
    columns = List.copyOf(columns);
    rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "Cannot build rows: values=" + row.size() + ", expected " + columns.size());
      }
    }
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public Stream<Cells> stream() {
    Map<String, Integer> places = new HashMap<>();
    columns.forEach(column -> places.put(column, places.size()));
    return rows.stream().map(row -> new Cells(places, row));
  }

  /** One row, by the names of its columns. A column that the file does not have is absent. */
  public record Cells(Map<String, Integer> places, List<Object> values) {
    Optional<Object> value(String column) {
      Integer place = places.get(column);
      return place == null ? Optional.empty() : Optional.ofNullable(values.get(place));
    }

    /** Empty where it is absent. */
    String text(String column) {
      return value(column).map(Object::toString).orElse("");
    }

    OptionalDouble number(String column) {
      return value(column)
          .map(value -> OptionalDouble.of(((Number) value).doubleValue()))
          .orElse(OptionalDouble.empty());
    }

    /** 0 where it is absent. */
    double amount(String column) {
      return number(column).orElse(0);
    }

    Optional<LocalDate> date(String column) {
      return value(column).map(LocalDate.class::cast);
    }

    boolean flag(String column) {
      return value(column).map(Boolean.class::cast).orElse(false);
    }

    List<String> texts(String column) {
      return value(column).stream()
          .flatMap(value -> ((List<?>) value).stream())
          .map(Object::toString)
          .toList();
    }
  }
}
