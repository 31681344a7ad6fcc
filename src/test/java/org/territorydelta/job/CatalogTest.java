package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.spark.SharedSession;

/** Tables in a catalog of Spark SQL, here Iceberg's in a folder. */
class CatalogTest {
  private static final String SETTING = "spark.sql.catalog.lake";

  @TempDir Path folder;

  @AfterEach
  void forgetTheCatalog() {
    SharedSession.get().conf().unset(SETTING);
  }

  @Test
  void eachRunIsOneSnapshotOfEveryTable() throws IOException {
    SparkSession spark = SharedSession.get();
    Map.of(
            "", "org.apache.iceberg.spark.SparkCatalog",
            ".type", "hadoop",
            ".warehouse", folder.resolve("lake").toString(),
            ".cache-enabled", "false",
            ".hadoop.fs.file.impl", "org.apache.hadoop.fs.LocalFileSystem",
            ".hadoop.fs.file.impl.disable.cache", "true")
        .forEach((key, value) -> spark.conf().set(SETTING + key, value));
    TinyWorld world =
        TinyWorld.in(folder)
            .withFourDays()
            .config("tables: {catalog: lake, namespace: territory}\n");

    TinyWorld.Ended first = world.run();
    TinyWorld.Ended second = world.run();

    assertThat(first.code()).as(first.err()).isZero();
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.out()).contains("tables are copied to lake.territory");
    String table = "lake.territory.area_delta";
    assertThat(spark.sql("SELECT * FROM " + table).exceptAll(inOrder(world, table)).isEmpty())
        .isTrue();
    assertThat(spark.table(table).count()).isEqualTo(world.table("area_delta").count());
    assertThat(spark.table(table + ".snapshots").count()).isEqualTo(2);
    assertThat(spark.table("lake.territory.claim_assessment").count()).isZero();
  }

  private static org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> inOrder(
      TinyWorld world, String table) {
    return world.table("area_delta").selectExpr(SharedSession.get().table(table).columns());
  }

  @Test
  void aCatalogThatSparkDoesNotKnowIsRefusedBeforeAnyWork() throws IOException {
    TinyWorld world =
        TinyWorld.in(folder)
            .withFourDays()
            .config("tables: {catalog: lake, namespace: territory}\n");

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err())
        .contains("Cannot copy tables to the catalog 'lake'")
        .contains("spark.sql.catalog.lake is missing")
        .doesNotContain("files in,");
  }
}
