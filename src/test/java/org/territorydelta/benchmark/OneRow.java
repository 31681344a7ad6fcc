package org.territorydelta.benchmark;

import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The floor: a Spark session that writes one row to Parquet and stops. It is what any Spark job
 * takes before it has done a thing. The session is local and without the web page, as the job's.
 */
public final class OneRow {
  private OneRow() {}

  /**
   * @param arguments the folder to write to
   */
  public static void main(String[] arguments) {
    System.setProperty(
        "log4j2.configurationFile", "org/territorydelta/job/quiet-log4j2.properties");
    SparkSession spark =
        SparkSession.builder()
            .appName("one-row")
            .master("local[*]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
    spark
        .createDataFrame(
            List.of(RowFactory.create(1)), new StructType().add("one", DataTypes.IntegerType))
        .write()
        .parquet(arguments[0]);
    spark.stop();
  }
}
