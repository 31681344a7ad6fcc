package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebooks, run from top to bottom on the sample. What they made, with a PNG of every figure,
 * is left in target/notebooks.
 */
class NotebooksTest {
  private static final Path NOTEBOOKS = Path.of("notebooks");
  private static final Path MADE = Path.of("target", "notebooks");
  private static final String RUNNER = "src/test/python/run_notebooks.py";

  /** A figure with axes, a line across them, and no data. */
  private static final String EMPTY_FIGURE =
      """
      import matplotlib.pyplot as plt
      figure, axes = plt.subplots()
      axes.axhline(0)
      axes.plot([1, 2], [float("nan"), float("nan")])
      plt.show()
      """;

  private static final String FIGURE =
      """
      import matplotlib.pyplot as plt
      figure, axes = plt.subplots()
      axes.plot([1, 2], [3, 4])
      plt.show()
      """;

  @TempDir Path folder;

  @Test
  void theyRunOnTheSampleAndDrawSomethingInEveryFigure() throws Exception {
    Path python = PythonTools.interpreterOrSkip();
    String out = folder.resolve("out").toString();
    TinyWorld.Ended ended =
        TinyWorld.execute("run", "--config", "data/sample/config.yaml", "--out", out);
    assertThat(ended.code()).as(ended.err()).isZero();

    Run run = run(python, out, MADE, notebooks());

    assertThat(run.code()).as(run.log()).isZero();
  }

  @Test
  void anEmptyFigureFails() throws Exception {
    Run run = runOne(EMPTY_FIGURE);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.log()).contains("nothing is drawn in");
  }

  @Test
  void anErrorFails() throws Exception {
    Run run = runOne(FIGURE + "1 / 0\n");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.log()).contains("ZeroDivisionError");
  }

  @Test
  void thereIsOneForEachQuestionOfTheReadme() throws IOException {
    assertThat(notebooks())
        .extracting(path -> path.getFileName().toString().substring(0, 2))
        .containsExactly("00", "01", "02", "03", "04", "05", "06", "07");
  }

  @Test
  void theyAreCommittedWithTheirOutputsClearedAndNothingOfTheMachine() throws IOException {
    for (Path path : notebooks()) {
      JsonNode notebook = new ObjectMapper().readTree(path.toFile());
      for (JsonNode cell : notebook.path("cells")) {
        assertThat(cell.path("metadata")).as("%s, metadata of a cell", path).isEmpty();
        if (cell.path("cell_type").asText().equals("code")) {
          assertThat(cell.path("outputs")).as("%s, outputs", path).isEmpty();
          assertThat(cell.path("execution_count").isNull()).as("%s, counts", path).isTrue();
        }
      }
      assertThat(notebook.at("/metadata/language_info"))
          .as("%s, version of Python", path)
          .hasToString("{\"name\":\"python\"}");
      assertThat(notebook.at("/metadata/kernelspec/name").asText()).isEqualTo("python3");
    }
  }

  @Test
  void eachOfTheTwentyQuestionsHasOneQuery() throws IOException {
    JsonNode cells =
        new ObjectMapper().readTree(NOTEBOOKS.resolve("06_twenty_questions.ipynb").toFile());
    List<String> questions = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (JsonNode cell : cells.path("cells")) {
      String id = cell.path("id").asText();
      String source = source(cell);
      if (id.matches("q\\d+")) {
        questions.add(id.substring(1));
        assertThat(source).contains("## " + id.substring(1) + ". ").contains("**Read**");
      } else if (id.matches("a\\d+")) {
        answers.add(id.substring(1));
        assertThat(source).startsWith("con.sql(\"\"\"").containsOnlyOnce("con.sql(");
      }
    }
    assertThat(questions).hasSize(20).isEqualTo(answers);
  }

  private static String source(JsonNode cell) {
    var source = new StringBuilder();
    cell.path("source").forEach(line -> source.append(line.asText()));
    return source.toString();
  }

  private record Run(int code, String log) {}

  /** A notebook of one cell, where there is no output to read. */
  private Run runOne(String code) throws Exception {
    Path python = PythonTools.interpreterOrSkip();
    var json = new ObjectMapper();
    var notebook = json.createObjectNode().put("nbformat", 4).put("nbformat_minor", 5);
    notebook.putObject("metadata");
    var cell = notebook.putArray("cells").addObject().put("cell_type", "code").put("id", "one");
    cell.putObject("metadata");
    cell.putArray("outputs");
    cell.putNull("execution_count").put("source", code);
    Path file = folder.resolve("one.ipynb");
    json.writeValue(file.toFile(), notebook);
    return run(python, folder.toString(), folder.resolve("made"), List.of(file));
  }

  private Run run(Path python, String out, Path made, List<Path> notebooks)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.toString(), RUNNER, "--output", out));
    command.addAll(List.of("--made", made.toString()));
    notebooks.forEach(path -> command.add(path.toString()));
    File log = Files.createTempFile(folder, "notebooks", ".txt").toFile();
    var program = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
    // As the wheel has it, without the wheel.
    program
        .environment()
        .put("PYTHONPATH", Path.of("src", "main", "python").toAbsolutePath().toString());
    int code = program.start().waitFor();
    return new Run(code, Files.readString(log.toPath(), StandardCharsets.UTF_8));
  }

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      return files.filter(path -> path.toString().endsWith(".ipynb")).sorted().toList();
    }
  }
}
