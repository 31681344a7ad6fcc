package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the launcher comes by its archive of classes, with a stand-in for java that writes down what
 * it is given.
 */
@DisabledOnOs(OS.WINDOWS)
class ClassArchiveTest {
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      echo "$*" >> "$(dirname "$0")/calls"
      for word in "$@"; do
        case $word in
          -XX:DumpLoadedClassList=*) echo java/lang/Object > "${word#*=}" ;;
          -XX:SharedArchiveFile=*) archive=${word#*=} ;;
          -Xshare:dump) dump=yes ;;
          slow) sleep 30 & trap 'kill $!; exit 143' TERM; touch "$(dirname "$0")/slow"; wait ;;
          bad) exit 4 ;;
        esac
      done
      if [ "${dump:-}" ]; then echo classes > "$archive"; fi
      """;

  @TempDir Path folder;
  private Path target;
  private Path jar;
  private Path bin;

  @BeforeEach
  void installTheLauncherWithoutABuild() throws Exception {
    target = Files.createDirectories(folder.resolve("a home/target"));
    Files.createDirectories(folder.resolve("a home/src/main"));
    Files.createFile(folder.resolve("a home/pom.xml"));
    jar = Files.createFile(folder.resolve("spark.jar"));
    bin = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.15\"");
    Files.writeString(bin.resolve("java"), JAVA);
    assertThat(bin.resolve("java").toFile().setExecutable(true)).isTrue();
    Path install = Path.of("src/main/bash/install-launcher").toAbsolutePath();
    String classes = target.resolve("classes").toString();
    List<String> command =
        List.of(install.toString(), target.toString(), classes + ":" + jar, "a.Main", "-Xmx2g");
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void theFirstRunThatEndsWellLeavesAnArchiveToLaterCommands() throws Exception {
    assertThat(launch("run", "--out", "a b").waitFor()).isZero();
    Path archive = archive();
    assertThat(launch("check", "a b").waitFor()).isZero();

    assertThat(calls()).hasSize(3);
    assertThat(calls().get(0))
        .startsWith("-XX:DumpLoadedClassList=" + target.resolve("class-archive"))
        .endsWith("@" + target.resolve("java.args") + " run --out a b");
    assertThat(calls().get(1))
        .startsWith("-Xmx2g -Xshare:dump ")
        .endsWith(" -cp " + jar)
        .as("under another name first")
        .contains("-XX:SharedArchiveFile=" + archive + ".");
    assertThat(calls().get(2))
        .isEqualTo(
            "-Xshare:auto -XX:SharedArchiveFile="
                + archive
                + " -Xlog:cds*=off @"
                + target.resolve("java.args")
                + " check a b");
  }

  @Test
  void theProgramsOwnClassesComeLastOnTheClassPath() throws IOException {
    assertThat(target.resolve("java.args"))
        .hasContent("-Xmx2g -cp \"" + jar + ":" + target.resolve("classes") + "\" a.Main");
  }

  @Test
  void aRunThatFailsEndsWithItsCodeAndLeavesNothing() throws Exception {
    assertThat(launch("run", "bad").waitFor()).isEqualTo(4);

    assertThat(calls()).hasSize(1);
    assertThat(target.resolve("class-archive")).isEmptyDirectory();
  }

  @Test
  void onlyARunLoadsWhatIsWorthAnArchive() throws Exception {
    assertThat(launch("--version").waitFor()).isZero();

    assertThat(calls()).containsExactly("@" + target.resolve("java.args") + " --version");
  }

  @Test
  void aFirstRunThatIsTerminatedEndsItsProgram() throws Exception {
    Process run = launch("run", "slow");
    awaitFile(bin.resolve("slow"));
    run.destroy();

    assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isEqualTo(143);
    assertThat(target.resolve("class-archive")).isEmptyDirectory();
  }

  @Test
  void aRunBesideTheFirstOneMakesNoSecondArchive() throws Exception {
    Process first = launch("run", "slow");
    awaitFile(bin.resolve("slow"));
    assertThat(launch("run").waitFor()).isZero();
    first.destroy();

    assertThat(calls()).hasSize(2);
    assertThat(calls().get(1)).isEqualTo("@" + target.resolve("java.args") + " run");
  }

  @Test
  void aProgramOfOtherClassesGetsAnArchiveOfItsOwn() throws Exception {
    Path classes = Files.createDirectories(target.resolve("classes"));
    Files.writeString(classes.resolve("A.class"), "before");
    assertThat(launch("run").waitFor()).isZero();
    archive();
    Files.writeString(classes.resolve("A.class"), "compiled again");
    assertThat(launch("run").waitFor()).isZero();
    assertThat(calls()).hasSize(3).last().asString().startsWith("-Xshare:auto");
    Files.writeString(classes.resolve("B.class"), "new");
    assertThat(launch("run").waitFor()).isZero();
    archive();

    assertThat(calls()).filteredOn(call -> call.contains("-Xshare:dump")).hasSize(2);
  }

  @Test
  void anotherLibraryOrJvmGetsAnArchiveOfItsOwn() throws Exception {
    assertThat(launch("run").waitFor()).isZero();
    Path first = archive();
    Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Files.writeString(jar, "newer");
    assertThat(launch("run").waitFor()).isZero();
    Path second = archive();
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.16\"");
    assertThat(launch("run").waitFor()).isZero();
    archive();

    assertThat(second).isNotEqualTo(first);
    assertThat(first).as("what nothing uses any more").doesNotExist();
    assertThat(calls()).filteredOn(call -> call.contains("-Xshare:dump")).hasSize(3);
  }

  private Process launch(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(target.resolve("territory-delta").toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    return builder.start();
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(bin.resolve("calls"), StandardCharsets.UTF_8);
  }

  /** An archive, once the background has made it and is done. */
  private Path archive() throws IOException, InterruptedException {
    Path archives = target.resolve("class-archive");
    for (int look = 0; look < 200; look++) {
      try (Stream<Path> files = Files.list(archives)) {
        List<Path> all = files.toList();
        if (!all.isEmpty() && all.stream().allMatch(file -> file.toString().endsWith(".jsa"))) {
          return all.get(0);
        }
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("no archive in " + archives);
  }

  private static void awaitFile(Path file) throws InterruptedException {
    for (int look = 0; look < 200 && !Files.exists(file); look++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(file).exists();
  }
}
