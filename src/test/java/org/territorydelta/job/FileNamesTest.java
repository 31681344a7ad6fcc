package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.InputException;
import org.territorydelta.spark.inputs.InputFiles;
import org.territorydelta.spark.inputs.SourceFile;

/** Files are found and read whatever they are called, and globs are globs. */
class FileNamesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-08-12T03:00:00.geojson",
        "a map.geojson",
        "map [1].geojson",
        "map{a,b}.geojson",
        "#1 100%.geojson",
        "a%20b.geojson",
        "карта.geojson",
        "map 🗺.geojson",
        "what?.geojson",
        "plus+and&.geojson"
      })
  void aFileIsFoundByItsNameByAGlobAndInItsFolder(String name) throws IOException {
    write("maps: of 2024/" + name);
    write("maps: of 2024/.hidden");

    for (String path : List.of("maps: of 2024/" + name, "maps*/*", "maps: of 2024", "*/*.geo*")) {
      List<SourceFile> files = files(path);
      assertThat(files).as(path).hasSize(1);
      assertThat(files.get(0).shownPath()).as(path).isEqualTo("maps: of 2024/" + name);
      assertThat(text(files.get(0))).as(path).isEqualTo("maps: of 2024/" + name);
    }
  }

  @Test
  void aFileBesideTheConfigMayHaveAColon() throws IOException {
    write("12:00.json");
    assertThat(files("12:00.json")).extracting(SourceFile::shownPath).containsExactly("12:00.json");
    assertThat(files("??:*.json")).extracting(SourceFile::shownPath).containsExactly("12:00.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maps/*.json | a1.json, b2.json, c3.json",
        "maps/?1.json | a1.json",
        "maps/[ab]*.json | a1.json, b2.json",
        "maps/[^a]*.json | b2.json, c3.json",
        "maps/{a1,c3}.json | a1.json, c3.json",
        "{maps/a1,maps/b2}.json | a1.json, b2.json",
        "m*s/a1.json | a1.json",
        "maps/*1.json | a1.json",
        "maps/\\[x\\].txt | [x].txt"
      })
  void globsAreHadoops(String path, String names) throws IOException {
    for (String name : List.of("a1.json", "b2.json", "c3.json", "[x].txt")) {
      write("maps/" + name);
    }
    assertThat(files(path))
        .extracting(file -> file.shownPath().substring("maps/".length()))
        .containsExactly(names.split(", "));
  }

  @Test
  void whatMatchesNothingIsTold() {
    assertThatThrownBy(() -> files("maps/*.json"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("path='maps/*.json', no file matches");
  }

  @Test
  void aRunAndItsRerunReadFilesWithColons() throws IOException {
    String box = TinyWorld.box("RED", "held", 30.1, 49.1, 30.9, 49.9);
    String text = TinyWorld.collection(box);
    TinyWorld world =
        TinyWorld.in(folder)
            .file("maps/2024-01-01T03:00:00 #1 %41 map_20240101.geojson", text)
            .file("maps/карта: map_20240102.geojson", text);

    for (String twice : List.of("first", "again")) {
      TinyWorld.Ended ended = world.run();
      assertThat(ended.code()).as(twice + ended.err()).isZero();
    }

    assertThat(world.table("input_file").select("path").collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder(
            "maps/2024-01-01T03:00:00 #1 %41 map_20240101.geojson",
            "maps/карта: map_20240102.geojson");
    assertThat(world.check().code()).isZero();
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
  }

  private static String text(SourceFile file) throws IOException {
    try (var in = InputFiles.open(new org.apache.hadoop.fs.Path(file.uri()), new Configuration())) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<SourceFile> files(String path) throws IOException {
    Places places =
        Places.besideConfig(folder.resolve("config.yaml").toString(), new Configuration());
    return places.reports(
        new RunConfig.Reports(
            List.of(path), List.of(), List.of(), List.of(), "", RunConfig.Proposals.NONE));
  }
}
