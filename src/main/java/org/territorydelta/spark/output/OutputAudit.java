package org.territorydelta.spark.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.territorydelta.model.ContentHash;
import org.territorydelta.model.Violation;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.spark.laws.Law;
import org.territorydelta.spark.laws.LawAudit;
import org.territorydelta.spark.tables.ContentSum;
import org.territorydelta.spark.tables.Table;
import org.territorydelta.spark.tables.TableReader;
import org.territorydelta.spark.tables.Tables;

/**
 * Proves what can be proved on a written output: the files are the ones the manifest lists, they
 * have every column, their rows are the ones that were written, and the laws hold on them.
 */
public final class OutputAudit {
  /**
   * So many rows are worth the time it takes to generate and compile code for a query, and a task
   * of their own in a shuffle: below, that takes longer than to go over them.
   */
  private static final long ROWS_PER_TASK = 500_000;

  private final SparkSession spark;
  private final String folder;
  private final TableReader reader;

  public OutputAudit(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder;
    this.reader = new TableReader(spark, folder);
  }

  /**
   * Every break, of the files first. Where columns are missing, no law is tried.
   *
   * @param listed the files the manifest lists
   */
  public List<Violation> violations(List<TableFile> listed, List<Law> laws) throws IOException {
    var files = OutputFiles.of(folder, spark.sparkContext().hadoopConfiguration());
    List<Violation> violations = new ArrayList<>(files.check(listed));
    if (violations.stream().anyMatch(v -> v.law().startsWith("the schema"))) {
      return violations;
    }
    suit(listed.stream().mapToLong(TableFile::rows).sum());
    violations.addAll(contents(listed));
    List<LawAudit.Audited> tables = new ArrayList<>();
    for (Table<?> table : Tables.all().toList()) {
      tables.add(
          new LawAudit.Audited(
              table.name(), table.key(), reader.rows(table), files.rows(table) == 0));
    }
    violations.addAll(new LawAudit(spark, tables).violations(laws));
    return violations.stream().distinct().toList();
  }

  /** Has the session plan for so many rows. */
  private void suit(long rows) {
    boolean few = rows < ROWS_PER_TASK;
    Map.of(
            "spark.sql.shuffle.partitions",
            Long.toString(1 + rows / ROWS_PER_TASK),
            "spark.sql.files.minPartitionNum",
            few ? "1" : Integer.toString(spark.sparkContext().defaultParallelism()),
            "spark.sql.codegen.factoryMode",
            few ? "NO_CODEGEN" : "FALLBACK",
            "spark.sql.codegen.wholeStage",
            Boolean.toString(!few))
        .forEach(spark.conf()::set);
  }

  /** Whether the rows that can be read are those that were handed to the writer. */
  public List<Violation> contents(List<TableFile> listed) throws IOException {
    Map<String, List<String>> written = new TreeMap<>();
    for (TableFile file : listed) {
      written.computeIfAbsent(file.table(), name -> new ArrayList<>()).add(file.contentHash());
    }
    // Earlier versions have left them out.
    written.values().removeIf(hashes -> hashes.contains(""));
    List<Violation> violations = new ArrayList<>();
    for (Map.Entry<String, List<String>> table : written.entrySet()) {
      String found = contentHash(Tables.named(table.getKey()));
      if (!found.equals(ContentHash.sum(table.getValue()))) {
        violations.add(
            new Violation(
                table.getKey(),
                table.getKey(),
                "the rows' hash is the one in _run.json: " + found));
      }
    }
    return violations;
  }

  private String contentHash(Table<?> table) throws IOException {
    List<String> folders = table.partitionBy();
    StructType inFile =
        new StructType(
            Stream.of(table.schema().fields())
                .filter(field -> !folders.contains(field.name()))
                .toArray(StructField[]::new));
    List<String> columns = Stream.concat(folders.stream(), Stream.of(inFile.fieldNames())).toList();
    JavaRDD<InternalRow> rows = reader.rows(table, columns).queryExecution().toRdd().toJavaRDD();
    int partitions = folders.size();
    return ContentHash.sum(
        rows.mapPartitions(part -> List.of(ContentSum.of(part, partitions, inFile)).iterator())
            .collect());
  }
}
