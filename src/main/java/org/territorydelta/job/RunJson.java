package org.territorydelta.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.territorydelta.report.RunManifest;
import org.territorydelta.report.SourceReport;
import org.territorydelta.spark.TerritoryRun;

/** How a run ended, as one line of JSON. */
final class RunJson {
  private RunJson() {}

  static String text(
      RunManifest manifest, TerritoryRun.Outcome outcome, String folder, List<String> said) {
    ObjectNode run = RunManifest.tree(Map.of());
    run.put("run-id", manifest.runId());
    run.put("out", folder);
    run.put("laws-hold", manifest.laws().hold());
    run.set("stage-seconds", RunManifest.tree(outcome.stageSeconds()));
    ArrayNode sources = run.putArray("sources");
    for (SourceReport source : outcome.sources()) {
      ObjectNode node = sources.addObject();
      node.put("id", source.sourceId());
      ObjectNode files = node.putObject("files");
      source.files().forEach((role, count) -> files.put(role.word(), count));
      node.put("breaks", source.breaks().size());
    }
    Map<String, Long> rows = new TreeMap<>();
    manifest.tables().forEach(file -> rows.merge(file.table(), file.rows(), Long::sum));
    run.set("rows", RunManifest.tree(rows));
    said.forEach(run.putArray("said")::add);
    return run.toString();
  }
}
