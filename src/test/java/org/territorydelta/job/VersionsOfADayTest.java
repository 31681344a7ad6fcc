package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.job.TinyWorld.box;
import static org.territorydelta.job.TinyWorld.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several maps of one day, with their instants in the names. */
class VersionsOfADayTest {
  private static final String SMALL = box("RED", "held", 30.1, 49.1, 30.2, 49.2);
  private static final String BIG = box("RED", "held", 30.1, 49.1, 30.9, 49.9);

  /** 2024-01-01 at 00:00 UTC. */
  private static final long NEW_YEAR = 1_704_067_200;

  private static final long HOUR = 3600;

  @TempDir Path folder;

  /** On one of the first two days at least, the order of content hashes is the other way round. */
  @Test
  void theLatestOfADaySpeaksAndTheTableSaysWhen() throws IOException {
    TinyWorld world =
        world("UTC")
            .file(at(6), collection(SMALL))
            .file(at(12), collection(BIG))
            .file(at(24 + 6), collection(BIG))
            .file(at(24 + 12), collection(SMALL))
            .file(at(48 + 6), collection(BIG))
            .file(at(48 + 12), collection(SMALL))
            .file(at(48 + 18), collection(BIG));

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(
            world
                .table("snapshot")
                .where("current")
                .orderBy("map_date")
                .selectExpr("string(map_date)", "file", "string(file_time)")
                .collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactly(
            "2024-01-01 " + at(12) + " 2024-01-01 12:00:00",
            "2024-01-02 " + at(24 + 12) + " 2024-01-02 12:00:00",
            "2024-01-03 " + at(48 + 18) + " 2024-01-03 18:00:00");
    assertThat(world.table("input_file").orderBy("file_time").select("role").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactly(
            "superseded", "used", "superseded", "used", "duplicate", "superseded", "used");
    assertThat(world.table("snapshot").count()).isEqualTo(6);
    assertThat(world.check().code()).isZero();
  }

  @Test
  void theZoneTellsTheDay() throws IOException {
    TinyWorld world =
        world("Europe/Kyiv").file(at(21), collection(SMALL)).file(at(22), collection(BIG));

    assertThat(world.run().code()).isZero();

    assertThat(
            world
                .table("input_file")
                .orderBy("file_time")
                .selectExpr("string(file_date)", "string(file_time)")
                .collectAsList())
        .extracting(Row::mkString)
        .containsExactly("2024-01-012024-01-01 21:00:00", "2024-01-022024-01-01 22:00:00");
  }

  @Test
  void regionsWithoutCountriesTakeNoScopeAndHaveNoLevelOfCountries() throws IOException {
    TinyWorld world = world("UTC").file(at(6), collection(SMALL)).file(at(30), collection(BIG));
    world.file(
        "regions.geojson",
        collection(
            "{\"type\":\"Feature\",\"properties\":{\"region_id\":\"W\",\"name\":\"West\"},\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":[[[30,49],[30.5,49],[30.5,50],[30,50],[30,49]]]}}"));
    String profile = Files.readString(world.path("profile.yaml"));
    world.file("profile.yaml", "scope: [UA]\n" + profile);

    TinyWorld.Ended ended = world.run();

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).contains("Regions regions.geojson: no region has a property 'country'");
    assertThat(world.table("region").orderBy("level", "region_id").collectAsList())
        .extracting(row -> row.<Integer>getAs("level") + " " + row.getAs("region_id"))
        .containsExactly("-1 ALL", "1 UNASSIGNED", "1 W");
    assertThat(world.table("region").where("country is not null").count()).isZero();
    assertThat(world.table("control_area").where("border_mismatch_km2 > 0").count()).isZero();
    assertThat(world.table("series_break").where("kind = 'misplaced'").count()).isZero();
    assertThat(world.check().code()).isZero();
  }

  private static String at(long hoursOfTheYear) {
    return "maps/" + (NEW_YEAR + hoursOfTheYear * HOUR) + ".geojson";
  }

  private TinyWorld world(String zone) throws IOException {
    return TinyWorld.in(folder)
        .file(
            "profile.yaml",
            """
            file-date: {file-name: '(\\d{10})\\.geojson$', format: epoch-seconds, zone: %s}
            map-date: {from: file-date}
            firm-to-soft: [RED held, RED claimed]
            rules:
              - {name: red, when: {status: held}, holding: RED held}
              - {name: red-claimed, when: {status: claimed}, holding: RED claimed}
            """
                .formatted(zone));
  }
}
