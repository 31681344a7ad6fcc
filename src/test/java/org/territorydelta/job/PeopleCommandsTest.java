package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says to people: what it cites, what it suggests, how a run ended. */
class PeopleCommandsTest {
  @TempDir static Path folder;
  private static String out;
  private static TinyWorld.Ended ran;

  @BeforeAll
  static void runTheSample() throws Exception {
    out = folder.resolve("out").toString();
    ran = TinyWorld.execute("run", "--config", "data/sample/config.yaml", "--out", out, "--json");
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  @Test
  void aRunEndsInOneLineOfJson() throws Exception {
    assertThat(ran.out().lines()).hasSize(1);
    JsonNode told = new ObjectMapper().readTree(ran.out());

    assertThat(told.path("laws-hold").asBoolean()).isTrue();
    assertThat(told.path("rows").path("area_delta").asLong()).isPositive();
    assertThat(told.path("sources").findValuesAsText("id")).containsOnly("survey", "gazette");
  }

  @Test
  void aFigureIsCitedWithItsFilesTheirHashesAndTheRun() throws Exception {
    TinyWorld.Ended cited =
        TinyWorld.execute(
            "cite",
            out,
            "--region",
            "Kursk",
            "--period",
            "kursk-week-1",
            "--side",
            "UA",
            "--source",
            "survey",
            "--layer-set",
            "controlled");
    byte[] map = Files.readAllBytes(Path.of("data/sample/survey/survey_20240813.geojson"));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(map));
    JsonNode manifest =
        new ObjectMapper()
            .readTree(Files.readString(Path.of(out, "_run.json"), StandardCharsets.UTF_8));

    assertThat(cited.code()).as(cited.err()).isZero();
    assertThat(cited.out())
        .startsWith("Ukraine gained ")
        .contains("in Kursk, 6 to 12 August 2024", "the maps of the Survey")
        .contains("survey/survey_20240813.geojson sha256:" + hash)
        .contains("licence: CC0-1.0")
        .contains("@software{", manifest.path("run-id").asText());
  }

  @Test
  void aRegionAndAPeriodThatAreNotThereGetTheNearest() {
    TinyWorld.Ended cited =
        TinyWorld.execute("cite", out, "--region", "RU-KR", "--period", "kursk-week1");

    assertThat(cited.code()).isEqualTo(ExitCode.USAGE);
    assertThat(cited.err()).contains("did you mean 'RU-KRS'?", "did you mean 'kursk-week-1'?");
  }

  @Test
  void aMistypedCommandAndOptionGetTheNearest() {
    assertThat(TinyWorld.execute("rnu").err()).contains("did you mean 'run'?");
    assertThat(TinyWorld.execute("run", "--confg", "x").err()).contains("did you mean '--config'?");
    assertThat(TinyWorld.execute("rnu").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void whatCannotBeWrittenToIsSaidInOneLine() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    TinyWorld.Ended ended =
        TinyWorld.execute(
            "run", "--config", "data/sample/config.yaml", "--out", file.resolve("out").toString());

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.err()).contains("Cannot write to").doesNotContain("\tat ");
  }

  @Test
  void everyCommandShowsHowItIsCalled() {
    for (String command :
        new String[] {
          "inspect", "init", "run", "check", "compare", "export", "report", "cite", "completion"
        }) {
      TinyWorld.Ended help = TinyWorld.execute(command, "--help");
      assertThat(help.code()).isZero();
      assertThat(help.out()).as(command).containsPattern("(Example|compare out/before)");
    }
  }

  @Test
  void aShellCompletesCommands() {
    assertThat(TinyWorld.execute("completion").out())
        .contains("inspect", "complete -F _complete_territory-delta");
  }
}
