package org.territorydelta.spark.tables;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.InputException;
import org.territorydelta.spark.session.Concurrently;

/**
 * Copies the tables of a published output into a catalog of Spark SQL (Iceberg's, say): each table
 * is created or replaced in one commit, so that a catalog that keeps snapshots has one a run.
 */
public final class CatalogCopy {
  private static final String SETTING = "spark.sql.catalog.";

  private final SparkSession spark;
  private final TableReader reader;
  private final RunConfig.Catalog catalog;

  private CatalogCopy(SparkSession spark, String folder, RunConfig.Catalog catalog) {
    this.spark = spark;
    this.reader = new TableReader(spark, folder);
    this.catalog = catalog;
  }

  /**
   * @param folder of the output
   * @return how many tables were copied
   * @throws InputException when the session knows no such catalog
   */
  public static int write(SparkSession spark, String folder, RunConfig.Catalog catalog) {
    requireKnown(spark, catalog);
    return new CatalogCopy(spark, folder, catalog).write();
  }

  /** Before any work begins, so that a run does not end with it. */
  public static void requireKnown(SparkSession spark, RunConfig.Catalog catalog) {
    String setting = SETTING + catalog.name();
    if (!catalog.name().isEmpty() && spark.conf().getOption(setting).isEmpty()) {
      throw new InputException(
          "Cannot copy tables to the catalog '"
              + catalog.name()
              + "': Spark's setting "
              + setting
              + " is missing, expected the class of a catalog, as in --conf "
              + setting
              + "=org.apache.iceberg.spark.SparkCatalog");
    }
  }

  private int write() {
    spark.sql("CREATE NAMESPACE IF NOT EXISTS " + catalog.name() + "." + catalog.namespace());
    Stream<Callable<List<String>>> copies = Tables.all().map(table -> () -> write(table));
    return Concurrently.all(copies.toList()).size();
  }

  private List<String> write(Table<?> table) throws IOException {
    spark.sparkContext().setJobDescription("copying " + table.name() + " to " + catalog.name());
    Dataset<Row> rows = reader.rows(table);
    String name = String.join(".", catalog.name(), catalog.namespace(), table.name());
    rows.sort(table.key().stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new))
        .writeTo(name)
        .createOrReplace();
    return List.of(name);
  }
}
