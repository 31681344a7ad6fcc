package org.territorydelta.spark.laws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.territorydelta.model.Violation;

/**
 * Holds the tables of a written output against the laws, each law a query. The tables become
 * temporary views of the session. Laws run side by side: most have less to do than it takes to plan
 * them.
 */
public final class LawAudit {
  private static final int THREADS = 4;

  /** Every output has the whole map as a region. */
  static final String NEVER_EMPTY = "region";

  /** Of a law, breaks that are kept; who broke it a million times has broken it. */
  private static final int MOST_ROWS = 1000;

  private final SparkSession spark;
  private final Map<String, Set<String>> keys = new HashMap<>();
  private final Set<String> withRows = new HashSet<>();

  /**
   * A table of the output.
   *
   * @param key the columns that tell its rows apart
   * @param rows read by the session of the audit
   * @param isEmpty whether it has no row
   */
  public record Audited(String name, Collection<String> key, Dataset<Row> rows, boolean isEmpty) {}

  public LawAudit(SparkSession spark, Collection<Audited> tables) {
    this.spark = spark;
    for (Audited table : tables) {
      keys.put(table.name(), Set.copyOf(table.key()));
      table.rows().createOrReplaceTempView(table.name());
      if (!table.isEmpty()) {
        withRows.add(table.name());
      }
    }
    for (LawView view : Laws.views(Laws.Dialect.SPARK)) {
      spark.sql("CREATE OR REPLACE TEMPORARY VIEW " + view.name() + " AS " + view.sql());
    }
  }

  /** Every break of the laws, in their order; see {@link #broken}. */
  public List<Violation> violations(List<Law> laws) {
    return broken(laws).stream().flatMap(broken -> broken.violations(keys).stream()).toList();
  }

  /**
   * The laws that do not hold, in their order. A law finds nothing where all tables that it reads
   * are empty, and is not tried there, unless it reads the one table that always has rows.
   */
  public List<BrokenLaw> broken(List<Law> all) {
    List<Law> laws =
        all.stream()
            .filter(
                law ->
                    Laws.tables(law, keys.keySet()).stream()
                        .anyMatch(table -> withRows.contains(table) || table.equals(NEVER_EMPTY)))
            .toList();
    List<Dataset<Row>> kept = keepShared(laws);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Optional<BrokenLaw>>> results = new ArrayList<>();
      laws.forEach(law -> results.add(threads.submit(() -> broken(law))));
      List<BrokenLaw> broken = new ArrayList<>();
      for (Future<Optional<BrokenLaw>> result : results) {
        result.get().ifPresent(broken::add);
      }
      return broken;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot check the laws", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot check the laws: interrupted", e);
    } finally {
      threads.shutdownNow();
      kept.forEach(Dataset::unpersist);
    }
  }

  private Optional<BrokenLaw> broken(Law law) {
    try {
      spark.sparkContext().setJobDescription("law " + law.name());
      Dataset<Row> breaks = spark.sql(law.sql());
      Column[] order = Stream.of(breaks.columns()).map(functions::col).toArray(Column[]::new);
      List<Row> found = breaks.orderBy(order).limit(MOST_ROWS + 1).collectAsList();
      return found.isEmpty() ? Optional.empty() : Optional.of(BrokenLaw.of(law, found, MOST_ROWS));
    } catch (RuntimeException e) {
      throw new IllegalStateException("Cannot check law " + law.name(), e);
    }
  }

  /** Views that several laws read are computed once. */
  private List<Dataset<Row>> keepShared(List<Law> laws) {
    Set<String> views = new HashSet<>();
    Laws.views(Laws.Dialect.SPARK).forEach(view -> views.add(view.name()));
    Map<String, Integer> readers = new HashMap<>();
    for (Law law : laws) {
      law.reads().forEach(name -> readers.merge(name, 1, Integer::sum));
    }
    List<Dataset<Row>> kept = new ArrayList<>();
    readers.forEach(
        (name, count) -> {
          if (count > 1 && views.contains(name)) {
            kept.add(spark.table(name).cache());
          }
        });
    return kept;
  }
}
