package org.territorydelta.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.territorydelta.report.ConfigDifferences.Difference;
import org.territorydelta.report.InputFileChange.Kind;

/**
 * What moved between two outputs, as a person wants to read it: at most 80 columns wide, but for
 * the two folders' names.
 */
public final class ComparisonText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int HASH_LETTERS = 12;
  private static final int SHOWN_VALUE_LETTERS = 72;

  private final List<String> lines = new ArrayList<>();
  private final Emphasis emphasis;

  private ComparisonText(Emphasis emphasis) {
    this.emphasis = emphasis;
  }

  /** An output folder and what it says of itself. */
  public record Side(String folder, RunManifest manifest) {}

  /**
   * @param top how many input files and rows are named, at most
   */
  public static String text(
      Side before, Side after, OutputComparison comparison, int top, Emphasis emphasis) {
    var text = new ComparisonText(emphasis);
    text.addSide("old", before);
    text.addSide("new", after);
    text.addRunIds(before.manifest, after.manifest);
    text.addDifferences("code", codeDifferences(before.manifest, after.manifest));
    text.addDifferences(
        "config", ConfigDifferences.between(before.manifest.config(), after.manifest.config()));
    text.addInputs(comparison.inputs(), top);
    text.lines.add("");
    text.lines.addAll(TableDifferenceText.lines(comparison.tables(), emphasis));
    return String.join("\n", text.lines) + "\n";
  }

  private void addSide(String name, Side side) {
    RunManifest manifest = side.manifest;
    RunManifest.Code code = manifest.code();
    lines.add(emphasis.heading(name) + ": " + side.folder);
    lines.add(
        "  run  " + start(manifest.runId()) + ", finished " + minute(manifest.times().finished()));
    lines.add("  code " + code.version() + ", commit " + commit(code));
  }

  private static String start(String hash) {
    return hash.substring(0, Math.min(HASH_LETTERS, hash.length()));
  }

  private static String minute(Instant time) {
    return MINUTE.format(time);
  }

  private static String commit(RunManifest.Code code) {
    return start(code.commit()) + (code.modified() ? " and changes not committed" : "");
  }

  private void addRunIds(RunManifest before, RunManifest after) {
    lines.add("");
    lines.add(
        before.runId().equals(after.runId())
            ? emphasis.heading("run id")
                + ": the same, so the same code, meaning of the config and input"
            : emphasis.heading("run id") + ": differs");
  }

  private static List<Difference> codeDifferences(RunManifest before, RunManifest after) {
    SortedMap<String, String> old = code(before);
    SortedMap<String, String> now = code(after);
    return Stream.concat(old.keySet().stream(), now.keySet().stream())
        .distinct()
        .sorted()
        .map(key -> new Difference(key, old.getOrDefault(key, ""), now.getOrDefault(key, "")))
        .filter(difference -> !difference.before().equals(difference.after()))
        .toList();
  }

  private static SortedMap<String, String> code(RunManifest manifest) {
    SortedMap<String, String> code = new TreeMap<>(manifest.libraries());
    code.put("commit", commit(manifest.code()));
    code.put("schema of the tables", Integer.toString(manifest.schemaVersion()));
    code.put("version", manifest.code().version());
    return code;
  }

  private void addDifferences(String what, List<Difference> differences) {
    if (differences.isEmpty()) {
      lines.add(emphasis.heading(what) + ": the same");
      return;
    }
    lines.add(emphasis.heading(what) + ": " + Figures.count(differences.size(), "difference"));
    for (Difference difference : differences) {
      if (difference.before().isEmpty() || difference.after().isEmpty()) {
        String only = difference.before().isEmpty() ? "new" : "old";
        add(difference.path() + ": only in the " + only);
        continue;
      }
      String line = difference.path() + ": " + difference.before() + " -> " + difference.after();
      if (line.length() <= Paragraph.WIDTH - 2) {
        lines.add("  " + line);
      } else {
        add(difference.path() + ":");
        lines.add("    old " + Paragraph.start(difference.before(), SHOWN_VALUE_LETTERS));
        lines.add("    new " + Paragraph.start(difference.after(), SHOWN_VALUE_LETTERS));
      }
    }
  }

  private void add(String text) {
    lines.addAll(Paragraph.lines("  ", "    ", text));
  }

  private void addInputs(InputFileChanges inputs, int top) {
    if (inputs.changes().isEmpty()) {
      lines.add(
          emphasis.heading("input files")
              + ": "
              + Figures.grouped(inputs.same())
              + ", all the same");
      return;
    }
    Map<Kind, Long> counts =
        inputs.changes().stream()
            .collect(
                Collectors.groupingBy(InputFileChange::kind, TreeMap::new, Collectors.counting()));
    List<String> parts = new ArrayList<>();
    parts.add(Figures.grouped(inputs.same()) + " the same");
    counts.forEach((kind, count) -> parts.add(Figures.grouped(count) + " " + kind.word()));
    lines.add(emphasis.heading("input files") + ": " + String.join(", ", parts));
    inputs.changes().stream().limit(top).forEach(change -> add(text(change)));
    addMore(inputs.changes().size() - top);
  }

  private static String text(InputFileChange change) {
    return change.kind().word()
        + " "
        + change.sourceId()
        + " "
        + change.path()
        + (change.detail().isEmpty() ? "" : ", " + change.detail());
  }

  private void addMore(long left) {
    if (left > 0) {
      lines.add("  and " + Figures.grouped(left) + " more");
    }
  }
}
