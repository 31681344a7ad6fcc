package org.territorydelta.spark.laws;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.territorydelta.spark.SharedSession;

/** Spark SQL, as strict as it is out of the box. */
final class SparkLawEngine implements LawEngine {
  private final SparkSession spark = SharedSession.get().newSession();

  SparkLawEngine() {
    spark.conf().set("spark.sql.ansi.enabled", "true");
    spark.conf().set("spark.sql.adaptive.enabled", "false");
    spark.conf().set("spark.sql.codegen.wholeStage", "false");
    spark.conf().set("spark.sql.shuffle.partitions", "1");
  }

  /** A table as it was written. */
  void table(String name, String folder, String schema) {
    Dataset<Row> rows = spark.read().schema(schema).parquet(folder).coalesce(1).cache();
    rows.createOrReplaceTempView(name);
  }

  @Override
  public void view(String name, String sql) {
    spark.sql("CREATE OR REPLACE TEMPORARY VIEW " + name + " AS " + sql);
  }

  @Override
  public List<String> rows(String sql) {
    return spark.sql(sql).collectAsList().stream().map(Row::toString).toList();
  }

  @Override
  public List<String> columns(String view) {
    return List.of(spark.table(view).columns());
  }
}
