package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A rerun gives what a full run gives, byte for byte, and takes over what still holds. The first
 * run knows four maps, the flows between each and the next and from the first to the last, and the
 * stocks of the first.
 */
class RerunTest {
  private static final String LATER = TinyWorld.box("RED", "held", 30.1, 49.1, 31.6, 49.9);

  @TempDir Path folder;
  private TinyWorld world;

  @BeforeEach
  void runOnce() throws IOException {
    world = TinyWorld.in(folder).withFourDays();
    run();
  }

  @Test
  void nothingChangedAndEverythingIsTakenOver() throws IOException {
    assertThat(rerun()).containsEntry("files-taken-over", 4L).containsEntry("fresh", 0L);
  }

  @Test
  void aNewMap() throws IOException {
    world.map("2024-01-05", LATER);

    // New are the step to it, the whole from the first map, and the month's chain of maps.
    assertThat(rerun()).containsEntry("files-taken-over", 4L).containsEntry("fresh", 3L);
  }

  @Test
  void aMapDatedBeforeAllOthers() throws IOException {
    world.map("2023-12-30", LATER);

    // The step from it, the whole and the week from it, and its stocks.
    assertThat(rerun()).containsEntry("files-taken-over", 4L);
    assertThat(world.table("map_day").filter("map_date = '2023-12-30'").count()).isPositive();
  }

  @Test
  void aMapGone() throws IOException {
    Files.delete(world.path("maps/map_20240103.geojson"));

    // The step over it, and the chain of maps that it was in.
    assertThat(rerun()).containsEntry("files-taken-over", 3L).containsEntry("fresh", 2L);
  }

  @Test
  void aMapEdited() throws IOException {
    world.map("2024-01-03", LATER);

    // The steps to it and from it, and the chain of maps that it is in.
    assertThat(rerun()).containsEntry("files-taken-over", 3L).containsEntry("fresh", 3L);
  }

  @Test
  void aMapUnderAnotherName() throws IOException {
    Files.move(
        world.path("maps/map_20240104.geojson"), world.path("maps/again_map_20240104.geojson"));

    // It has to be read, but what was computed from its bytes still holds.
    assertThat(rerun()).containsEntry("files-taken-over", 3L).containsEntry("fresh", 0L);
  }

  @Test
  void anEditThatKeepsLengthAndTimeIsSeenWhenAllAreHashed() throws IOException {
    editUnseen("2024-01-03");

    assertThat(rerun("--verify-inputs"))
        .containsEntry("files-taken-over", 3L)
        .containsEntry("fresh", 3L);
  }

  @Test
  void anEditThatKeepsLengthAndTimeIsSeenWhenItsGroundIsNeeded() throws IOException {
    editUnseen("2024-01-04");
    world.map("2024-01-05", LATER);

    assertThat(rerun()).containsEntry("files-taken-over", 0L);
  }

  @Test
  void otherPeriodsLayerSetsAndRegions() throws IOException {
    world.config("max-staleness-days: 1\n");
    assertThat(rerun()).containsEntry("files-taken-over", 4L).containsEntry("fresh", 0L);

    replace("config.yaml", "every: [day, week, month, all]", "every: [day, rolling-28-day]");
    assertThat(rerun()).containsEntry("files-taken-over", 4L);

    // Pieces are told by layer set: the pair of the named days is done again for them.
    replace("config.yaml", "all: [held, claimed]", "claims: [claimed]");
    assertThat(rerun()).containsEntry("files-taken-over", 4L).containsEntry("fresh", 1L);

    replace("regions.geojson", "\"B\"", "\"E\"");
    assertThat(rerun()).containsEntry("files-taken-over", 4L).containsEntry("taken", 0L);
  }

  @Test
  void claimsNamedEditedAndAdded() throws IOException {
    String header = "claim_id,claimant,side,statement_date,quantity_type,value,unit,region_id,";
    String days = "first_day,last_day\n";
    String gain = "gain,X,RED,2024-01-05,gross_gain,5,km2,A,2024-01-02,2024-01-04\n";
    world.file("claims.csv", header + days + gain).config("claims: claims.csv\n");
    assertThat(rerun()).containsEntry("files-taken-over", 4L).containsEntry("fresh", 0L);

    // The pieces of a day that only its claim asks for, and of the seven days that end with it.
    String advance = gain.replace("gross_gain,5,km2", "advance_distance,5,km");
    world.file("claims.csv", header + days + advance.replace("-02,2024-01-04", "-03,2024-01-03"));
    assertThat(rerun()).containsEntry("files-taken-over", 4L).containsEntry("fresh", 2L);

    // A pair of maps that nothing else compares; that of its seven days is the whole series.
    Files.writeString(
        world.path("claims.csv"),
        "net,X,RED,2024-01-05,net_change,5,km2,A,2024-01-03,2024-01-04\n",
        StandardOpenOption.APPEND);
    assertThat(rerun()).containsEntry("files-taken-over", 4L).containsEntry("fresh", 1L);
    assertThat(rerun()).containsEntry("fresh", 0L);
  }

  @Test
  void placesNamedEditedAndRenamed() throws IOException {
    world
        .file("places.csv", "name,lon,lat,region_id\nTown,31.2,49.5,B\n")
        .config("places: places.csv\n");
    assertThat(rerun()).as("on four maps").containsEntry("fresh", 4L);
    assertThat(rerun()).containsEntry("fresh", 0L);

    replace("places.csv", "31.2", "31.35");
    assertThat(rerun()).containsEntry("files-taken-over", 4L).containsEntry("fresh", 4L);

    replace("places.csv", "Town", "City");
    assertThat(rerun()).containsEntry("fresh", 0L);
  }

  @Test
  void anotherProfile() throws IOException {
    replace(
        "profile.yaml", "firm-to-soft: [RED held, BLUE held", "firm-to-soft: [BLUE held, RED held");

    assertThat(rerun()).containsEntry("files-taken-over", 0L).containsEntry("taken", 0L);
  }

  @Test
  void fullIgnoresTheFormerOutput() throws IOException {
    assertThat(rerun("--full")).containsEntry("files-taken-over", 0L).containsEntry("taken", 0L);
  }

  @Test
  void aDamagedFormerOutputIsNotUsed() throws IOException {
    for (String name : List.of("files", "changes-00000")) {
      Path file = world.path("out/_rerun/" + name);
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      assertThat(rerun()).as("a bit of " + name).containsEntry("files-taken-over", 0L);

      Files.write(file, new byte[10]);
      assertThat(rerun()).as("a short " + name).containsEntry("files-taken-over", 0L);

      Files.delete(file);
      assertThat(rerun()).as("no " + name).containsEntry("files-taken-over", 0L);
      assertThat(rerun()).as("mended").containsEntry("files-taken-over", 4L);
    }
  }

  @Test
  void aRerunAfterADamagedTableMakesItWhole() throws IOException {
    Files.write(world.path("out/snapshot/snapshot-00000.parquet"), new byte[10]);

    assertThat(rerun()).containsEntry("files-taken-over", 4L);
    assertThat(world.check().code()).isZero();
  }

  /** Runs again, and beside it anew; both must give the same bytes. Tells what was taken over. */
  private Map<String, Long> rerun(String... options) throws IOException {
    run(options);
    String anew = world.path("anew").toString();
    TinyWorld.Ended full = TinyWorld.execute("run", "--config", config(), "--out", anew, "--full");
    assertThat(full.code()).as(full.err()).isZero();
    assertThat(tables("out")).isEqualTo(tables("anew"));
    JsonNode counters = manifest("out").path("counters");
    Map<String, Long> taken = new TreeMap<>();
    taken.put("files-taken-over", counters.path("files-taken-over").asLong());
    taken.put("taken", counters.path("findings-taken-over").asLong());
    taken.put(
        "fresh",
        counters.path("findings").asLong() - counters.path("findings-taken-over").asLong());
    return taken;
  }

  private void run(String... options) {
    List<String> args = new ArrayList<>(List.of("run", "--config", config(), "--out", world.out()));
    args.addAll(List.of(options));
    TinyWorld.Ended ended = TinyWorld.execute(args.toArray(String[]::new));
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private String config() {
    return world.path("config.yaml").toString();
  }

  private Map<String, String> tables(String output) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (JsonNode table : manifest(output).path("tables")) {
      hashes.put(table.path("path").asText(), table.path("sha256").asText());
    }
    return hashes;
  }

  private JsonNode manifest(String output) throws IOException {
    return new ObjectMapper().readTree(world.path(output).resolve("_run.json").toFile());
  }

  private void replace(String file, String what, String with) throws IOException {
    String text = Files.readString(world.path(file));
    assertThat(text).contains(what);
    world.file(file, text.replace(what, with));
  }

  private void editUnseen(String day) throws IOException {
    Path file = world.path("maps/map_" + day.replace("-", "") + ".geojson");
    FileTime time = Files.getLastModifiedTime(file);
    replace(folder.relativize(file).toString(), "49.9", "49.8");
    Files.setLastModifiedTime(file, time);
  }
}
