package org.territorydelta.spark;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.territorydelta.change.SourceComparer;
import org.territorydelta.model.agreement.MonthDifference;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.spark.tables.Tables;

/** What was found out about two sources, by {@link AgreementPlan.MonthUnit#key}. */
record SourceDifferences(SourcePair sources, TreeMap<String, Month> months)
    implements Serializable {
  /**
   * Where they differ through one month.
   *
   * @param polygons as rows of {@code disagreement_polygon}
   * @param boundM2 how far areas of a day may be off by roundings and noding, all together
   */
  record Month(
      YearMonth month,
      ArrayList<MonthDifference.Day> days,
      ArrayList<Row> polygons,
      SourceComparer.Counts counts,
      long boundM2)
      implements Serializable {
    MonthDifference of(SourcePair sources) {
      return new MonthDifference(
          sources,
          month,
          days,
          polygons.stream()
              .map(row -> Tables.DISAGREEMENT_POLYGON.fromPlain(row).polygon())
              .toList(),
          boundM2);
    }
  }

  static SourceDifferences none(SourcePair sources) {
    return new SourceDifferences(sources, new TreeMap<>());
  }

  /** Of these findings those that are named. */
  SourceDifferences only(Set<String> keys) {
    var some = new TreeMap<>(months);
    some.keySet().retainAll(keys);
    return new SourceDifferences(sources, some);
  }
}
