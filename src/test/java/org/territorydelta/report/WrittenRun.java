package org.territorydelta.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.territorydelta.report.RunManifest.TableFile;

/**
 * The manifest of a run that wrote the files a test says. Its table {@code input_file} is empty.
 */
final class WrittenRun {
  private static final Instant FINISHED = Instant.parse("2024-09-01T06:30:00Z");

  private final String runId;
  private final List<TableFile> files = new ArrayList<>();
  private String config = "{}";

  private WrittenRun(String runId) {
    this.runId = runId;
  }

  static WrittenRun of(String runId) {
    return new WrittenRun(runId).file("input_file", "input_file/0.parquet", 0, "00");
  }

  WrittenRun file(String table, String path, long rows, String sha256) {
    files.add(new TableFile(table, path, rows, sha256, ""));
    return this;
  }

  WrittenRun config(String json) {
    config = json;
    return this;
  }

  RunManifest manifest() {
    return new RunManifest(
        1,
        runId,
        new RunManifest.Code("0.1.0", "c0ffee5eed1234567890", false),
        new RunManifest.Times(FINISHED, FINISHED, Map.of()),
        tree(config),
        List.of(),
        files,
        Map.of(),
        Map.of("spark", "4.1.3"),
        RunManifest.Laws.of(List.of()));
  }

  private static JsonNode tree(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot read config: " + json, e);
    }
  }
}
