package org.territorydelta;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom, and what nobody may call. */
class ArchitectureTest {
  private static final String ROOT = "org.territorydelta.";

  private static final int LONGEST_FILE_LINES = 500;

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.territorydelta");

  /** Each package with the packages of ours that it may import. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("config", List.of("model")),
          Map.entry("geo", List.of("model")),
          Map.entry("read", List.of("model", "geo")),
          Map.entry("normalise", List.of("model", "config", "geo", "read")),
          Map.entry("inspect", List.of("model", "config", "geo", "read", "normalise")),
          Map.entry("timeline", List.of("model", "config")),
          Map.entry("change", List.of("model", "geo", "timeline")),
          Map.entry("summary", List.of("model", "timeline")),
          Map.entry("claim", List.of("model", "config", "timeline")),
          Map.entry("report", List.of("model", "claim")),
          Map.entry("extract", List.of("model")),
          Map.entry(
              "spark",
              List.of(
                  "model",
                  "config",
                  "geo",
                  "read",
                  "normalise",
                  "timeline",
                  "change",
                  "summary",
                  "claim",
                  "extract",
                  "report")));

  @Test
  void everyPackageImportsOnlyWhatItsRowAllows() {
    MAY_IMPORT.forEach(
        (name, allowed) -> {
          String[] forbidden =
              Stream.concat(MAY_IMPORT.keySet().stream(), Stream.of("job"))
                  .filter(other -> !other.equals(name) && !allowed.contains(other))
                  .map(other -> ROOT + other + "..")
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(ROOT + name + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden)
              .check(CODE);
        });
  }

  @Test
  void everyPackageHasARow() {
    assertThat(CODE.stream().map(c -> c.getPackageName().replace(ROOT, "")).distinct())
        .allMatch(
            name -> MAY_IMPORT.containsKey(name.replaceAll("\\..*", "")) || name.equals("job"));
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CODE);
    slices().matching(ROOT + "spark.(*)..").should().beFreeOfCycles().check(CODE);
    slices().matching(ROOT + "model.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void onlySparkAndTheCommandsKnowSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "spark..", ROOT + "job..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CODE);
  }

  @Test
  void commandsKnowOfSparkOnlyItsSession() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "job..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CODE);
  }

  @Test
  void geoToolsAndJtsAlgorithmsStayInGeo() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "geo..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.geotools..",
            "org.locationtech.jts.operation..",
            "org.locationtech.jts.algorithm..",
            "org.locationtech.jts.noding..",
            "org.locationtech.jts.index..",
            "org.locationtech.jts.io..",
            "org.locationtech.jts.coverage..")
        .check(CODE);
  }

  @Test
  void nobodyReadsTheDefaultLocaleZoneOrClock() {
    noClasses()
        .should()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .orShould()
        .callMethod(Locale.class, "getDefault")
        .orShould()
        .callMethod(ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CODE);
  }

  @Test
  void onlyMainChoosesTheClock() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + "job.TerritoryDelta")
        .should()
        .callMethod(Clock.class, "systemUTC")
        .check(CODE);
  }

  @Test
  void libraryCodeDoesNotPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "job..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CODE);
  }

  @Test
  void classesAreNamedForWhatTheyAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Common)(\\$.*)?")
        .check(CODE);
    classes().should().resideInAPackage("org.territorydelta..").check(CODE);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    Path root = Path.of("src/main/java/org/territorydelta");
    try (Stream<Path> packages = Files.walk(root)) {
      assertThat(packages.filter(Files::isDirectory).filter(folder -> !folder.equals(root)))
          .isNotEmpty()
          .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
    }
  }

  @Test
  void noFileIsLongerThanFiveHundredLines() throws IOException {
    for (String root : Arrays.asList("src/main/java", "src/test/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          assertThat(Files.readAllLines(file))
              .as(file.toString())
              .hasSizeLessThanOrEqualTo(LONGEST_FILE_LINES);
        }
      }
    }
  }
}
