package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.job.WrittenFiles.hashes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.report.RunManifest;

/**
 * The same input and config give the same rows in the same order: in processes of their own, into
 * different folders, at 1, 2 and 8 partitions, in Turkish, Italian and Arabic, and fourteen hours
 * ahead of UTC.
 */
class SameRowsTest {
  @TempDir static Path folder;
  private static Path reference;

  @BeforeAll
  static void runOnce() throws IOException, InterruptedException {
    reference = folder.resolve("reference");
    run(reference, 2, "-Duser.language=en", "-Duser.timezone=UTC");
  }

  @Test
  void onePartitionInTurkishFourteenHoursAhead() throws IOException, InterruptedException {
    Path out = folder.resolve("one");
    run(out, 1, "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati");

    assertThat(hashes(out)).isEqualTo(hashes(reference));
    assertThat(contents(out)).isEqualTo(contents(reference));
  }

  @Test
  void eightPartitionsInArabicElevenHoursBehind() throws IOException, InterruptedException {
    Path out = folder.resolve("deep").resolve("er").resolve("eight");
    run(out, 8, "-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Pacific/Pago_Pago");

    assertThat(hashes(out)).isEqualTo(hashes(reference));
    assertThat(contents(out)).isEqualTo(contents(reference));
  }

  @Test
  void theOrderOfTheSourcesInTheConfigChangesNothing() throws IOException, InterruptedException {
    Path sample = Path.of("data", "sample").toAbsolutePath();
    String config = Files.readString(sample.resolve("config.yaml"));
    String survey = config.lines().filter(line -> line.contains("id: survey")).findFirst().get();
    String turned =
        config.replace(survey + "\n", "").replace("\nsides:", "\n" + survey + "\nsides:");
    Path file = Files.createTempFile(folder, "turned", ".yaml");
    Files.writeString(
        file,
        turned
            .replace("survey.yaml", sample + "/survey.yaml")
            .replace("gazette.yaml", sample + "/gazette.yaml")
            .replace("\"survey/", "\"" + sample + "/survey/")
            .replace("\"gazette/", "\"" + sample + "/gazette/")
            .replace("claims: ", "claims: " + sample + "/")
            .replace("events: ", "events: " + sample + "/")
            .replace("places: ", "places: " + sample + "/")
            .replace("../regions", sample + "/../regions"));
    TinyWorld.Ended ended =
        TinyWorld.execute(
            "run", "--config", file.toString(), "--out", folder.resolve("turned").toString());
    assertThat(ended.code()).as(ended.err()).isZero();

    Map<String, String> expected = withoutPaths(hashes(reference));
    assertThat(withoutPaths(hashes(folder.resolve("turned")))).isEqualTo(expected);
  }

  /** As the manifest has them. */
  private static Map<String, String> contents(Path out) throws IOException {
    return RunManifest.fromJson(Files.readString(out.resolve(RunManifest.FILE_NAME)))
        .contentHashes();
  }

  /** Tables that name files differ where the config lies elsewhere. */
  private static Map<String, String> withoutPaths(Map<String, String> hashes) {
    Map<String, String> rest = new TreeMap<>(hashes);
    Set<String> naming = Set.of("input_file", "snapshot", "series_break", "rule_match");
    rest.keySet().removeIf(name -> naming.contains(name.substring(0, name.indexOf('/'))));
    return rest;
  }

  private static void run(Path out, int partitions, String... options)
      throws IOException, InterruptedException {
    new OwnProcess()
        .options(options)
        .options("-Dspark.master=local[2]")
        .options("-Dspark.default.parallelism=" + partitions)
        .options("-Dspark.sql.shuffle.partitions=" + partitions)
        .runSample(out.toString());
  }
}
