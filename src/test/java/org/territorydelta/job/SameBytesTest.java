package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.model.Sha256;

/**
 * The same input and config give the same bytes: in processes of their own, into different folders,
 * at 1, 2 and 8 partitions, in Turkish, Italian and Arabic, and fourteen hours ahead of UTC.
 */
class SameBytesTest {
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
  }

  @Test
  void eightPartitionsInArabicElevenHoursBehind() throws IOException, InterruptedException {
    Path out = folder.resolve("deep").resolve("er").resolve("eight");
    run(out, 8, "-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Pacific/Pago_Pago");

    assertThat(hashes(out)).isEqualTo(hashes(reference));
  }

  @Test
  void theOrderOfTheSourcesInTheConfigChangesNothing() throws IOException, InterruptedException {
    Path sample = Path.of("data", "sample").toAbsolutePath();
    String config = Files.readString(sample.resolve("config.yaml"));
    String survey = config.lines().filter(line -> line.contains("id: survey")).findFirst().get();
    String turned =
        config.replace(survey + "\n", "").replace("regions: {", survey + "\nregions: {");
    Path file = Files.createTempFile(folder, "turned", ".yaml");
    Files.writeString(
        file,
        turned
            .replace("survey.yaml", sample + "/survey.yaml")
            .replace("gazette.yaml", sample + "/gazette.yaml")
            .replace("\"survey/", "\"" + sample + "/survey/")
            .replace("\"gazette/", "\"" + sample + "/gazette/")
            .replace("../regions", sample + "/../regions"));
    TinyWorld.Ended ended =
        TinyWorld.execute(
            "run", "--config", file.toString(), "--out", folder.resolve("turned").toString());
    assertThat(ended.code()).as(ended.err()).isZero();

    Map<String, String> expected = withoutPaths(hashes(reference));
    assertThat(withoutPaths(hashes(folder.resolve("turned")))).isEqualTo(expected);
  }

  /** Tables that name files differ where the config lies elsewhere. */
  private static Map<String, String> withoutPaths(Map<String, String> hashes) {
    Map<String, String> rest = new TreeMap<>(hashes);
    rest.keySet().removeIf(name -> name.startsWith("input_file") || name.startsWith("snapshot"));
    return rest;
  }

  private static void run(Path out, int partitions, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-Xmx"))
        .forEach(command::add);
    command.addAll(Arrays.asList(options));
    command.add("-Dspark.master=local[2]");
    command.add("-Dspark.default.parallelism=" + partitions);
    command.add("-Dspark.sql.shuffle.partitions=" + partitions);
    command.add("-Dspark.ui.enabled=false");
    command.add("-Dspark.driver.bindAddress=127.0.0.1");
    command.add("-Dspark.driver.host=127.0.0.1");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.territorydelta.job.TerritoryDelta");
    command.addAll(List.of("run", "--config", "data/sample/config.yaml"));
    command.addAll(List.of("--out", out.toString()));
    File log = Files.createTempFile(folder, "run", ".log").toFile();
    int code =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start().waitFor();
    assertThat(code).as(Files.readString(log.toPath())).isZero();
  }

  /** Hash of every table file, by its path below the output folder. */
  private static Map<String, String> hashes(Path out) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        hashes.put(out.relativize(file).toString(), sha256(file));
      }
    }
    assertThat(hashes).isNotEmpty();
    return hashes;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.of(in);
    }
  }
}
