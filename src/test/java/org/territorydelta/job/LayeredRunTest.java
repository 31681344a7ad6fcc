package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.job.TinyWorld.box;
import static org.territorydelta.job.TinyWorld.collection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.read.FormatCorpus;

/** Maps of several files, from files to tables. */
class LayeredRunTest {
  private static final String PROFILE =
      """
      layer: {file-name: '_([a-z]+)\\.json$'}
      files-of-a-day: layers
      needed-layers: [control]
      file-date: {file-name: '(\\d{8})_', format: yyyyMMdd}
      map-date: {from: file-date}
      firm-to-soft: [RED held, RED claimed]
      rules:
        - {name: control, when: {$layer: control}, holding: RED held}
        - {name: claim, when: {$layer: claim}, holding: RED claimed}
      """;

  @TempDir Path folder;

  @Test
  void layersOfADayAreOneMapAndEveryFileIsOnRecord() throws IOException {
    TinyWorld world = TinyWorld.in(folder).file("profile.yaml", PROFILE);
    layer(world, "20240101_control", 30.1, 30.9);
    layer(world, "20240101_claim", 30.5, 31.5);
    layer(world, "20240102_control", 30.1, 31.1);
    layer(world, "20240102_claim", 30.5, 31.5);
    layer(world, "20240103_claim", 30.5, 31.5);
    TinyWorld.Ended ended = world.run();
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("MISSING_LAYER");
    assertThat(roles(world))
        .containsExactlyInAnyOrder(
            "maps/20240101_claim.json used",
            "maps/20240101_control.json layer",
            "maps/20240102_claim.json used",
            "maps/20240102_control.json layer",
            "maps/20240103_claim.json set-aside");
    TinyWorld.Ended checked = world.check();
    assertThat(checked.code()).as(checked.err()).isZero();

    // A layer that is not the first of its map changes: the map is another, and nothing else is.
    layer(world, "20240102_control", 30.1, 31.3);
    assertThat(world.run().code()).isZero();
    List<String> again = areas(world);
    assertThat(world.run("--full").code()).isZero();
    assertThat(areas(world)).isEqualTo(again);
    assertThat(again).hasSize(4);
  }

  @Test
  void aLooseShapefileIsReadWithTheFilesBesideIt() throws IOException {
    TinyWorld world =
        TinyWorld.in(folder)
            .file(
                "profile.yaml",
                """
                file-date: {file-name: 'map_(\\d{8})', format: yyyyMMdd}
                map-date: {from: file-date}
                rules:
                  - {name: red, when: {side: RED}, holding: RED held}
                  - {name: green, when: {side: GREEN}, holding: RED claimed}
                  - {name: others, ignore: not looked at}
                firm-to-soft: [RED held, RED claimed]
                """);
    world.config("");
    byte[] packed = FormatCorpus.bytes("scene.shp.zip");
    try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String ending = entry.getName().substring(entry.getName().lastIndexOf('.'));
        Files.write(folder.resolve("maps/map_20240101" + ending), zip.readAllBytes());
      }
    }
    TinyWorld.Ended ended = world.run("--verify-inputs");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(roles(world)).containsExactly("maps/map_20240101.shp used");
    // 4 by 4 degrees less 2 by 2, and 1 by 1 less a half by a half.
    assertThat(areas(world)).hasSize(2).anyMatch(area -> area.startsWith("RED held 105768.42813"));
  }

  private void layer(TinyWorld world, String name, double west, double east) throws IOException {
    world.file("maps/" + name + ".json", collection(box("x", "x", west, 49.1, east, 49.9)));
    world.config("");
  }

  private static List<String> roles(TinyWorld world) {
    return world.table("input_file").select("path", "role").collectAsList().stream()
        .map(row -> row.getString(0) + " " + row.getString(1))
        .toList();
  }

  private static List<String> areas(TinyWorld world) {
    return world
        .table("control_area")
        .where("region_id = 'ALL'")
        .select("side", "status", "area_km2", "map_date")
        .collectAsList()
        .stream()
        .map(LayeredRunTest::text)
        .sorted()
        .toList();
  }

  private static String text(Row row) {
    return row.getString(0) + " " + row.getString(1) + " " + row.getDouble(2) + " " + row.get(3);
  }
}
