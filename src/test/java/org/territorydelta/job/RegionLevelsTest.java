package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.job.TinyWorld.collection;
import static org.territorydelta.job.TinyWorld.ring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Regions at no level, at two, and at one whose regions overlap. */
class RegionLevelsTest {
  @TempDir Path folder;

  @Test
  void withoutRegionsTheWholeMapStandsAlone() throws IOException {
    TinyWorld world = TinyWorld.in(folder).withFourDays();
    String config = Files.readString(world.path("config.yaml"));
    world.file("config.yaml", config.replace("regions: {path: regions.geojson}\n", ""));

    assertThat(world.run().code()).isZero();

    assertThat(world.table("area_delta").select("region_id").distinct().collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly("ALL");
    assertThat(world.check().code()).isZero();
  }

  @Test
  void aFinerLevelAddsUpToTheSameWhole() throws IOException {
    // Districts of half a degree: red's ground lies in six of them, outside them there is none.
    TinyWorld world =
        withSecondLevel(
            district("AW", 30, 49, 30.5, 50),
            district("AE", 30.5, 49, 31, 50),
            district("BW", 31, 49, 31.5, 50));

    assertThat(world.run().code()).isZero();

    assertThat(world.check().code()).isZero();
    Row sums =
        world
            .table("area_delta")
            .where("side = 'RED' and layer_set = 'controlled' and period_id = 'all'")
            .selectExpr(
                "sum(case when level = 2 then cast(round(net_km2 * 1e6) as bigint) end)",
                "sum(case when level = 1 then cast(round(net_km2 * 1e6) as bigint) end)",
                "sum(case when level = -1 then cast(round(net_km2 * 1e6) as bigint) end)")
            .first();
    assertThat(sums.getLong(0)).isEqualTo(sums.getLong(1)).isEqualTo(sums.getLong(2));
  }

  @Test
  void overlappingSectorsHaveTheirOwnFiguresAndClaimNoSum() throws IOException {
    TinyWorld world =
        withSecondLevel(district("WIDE", 30, 49, 31.5, 50), district("NARROW", 30.5, 49, 31.5, 50));

    assertThat(world.run().code()).isZero();

    List<Row> regions = world.table("region").where("overlapping").collectAsList();
    assertThat(regions)
        .extracting(row -> row.<String>getAs("region_id"))
        .contains("WIDE", "NARROW");
    // All that red gains lies in both.
    List<Row> nets =
        world
            .table("area_delta")
            .where("side = 'RED' and layer_set = 'controlled' and period_id = 'all'")
            .where("region_id in ('WIDE', 'NARROW', 'ALL')")
            .select("net_km2")
            .distinct()
            .collectAsList();
    assertThat(nets).hasSize(1);
    assertThat(world.check().code()).isZero();
  }

  private TinyWorld withSecondLevel(String... districts) throws IOException {
    TinyWorld world = TinyWorld.in(folder).withFourDays();
    String config = Files.readString(world.path("config.yaml"));
    return world
        .file("districts.geojson", collection(districts))
        .file(
            "config.yaml",
            config.replace(
                "regions: {path: regions.geojson}",
                "regions: [{path: regions.geojson}, {path: districts.geojson, level: 2}]"));
  }

  private static String district(String id, double west, double south, double east, double north) {
    return "{\"type\":\"Feature\",\"properties\":{\"region_id\":\""
        + id
        + "\",\"name\":\"District "
        + id
        + "\",\"country\":\"X\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
        + ring(west, south, east, north)
        + "]}}";
  }
}
