package org.territorydelta.report;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.territorydelta.model.InputException;

/**
 * What has to be looked at to compare two outputs, by their manifests alone.
 *
 * @param parts of the tables that are compared, by table and partition
 * @param inputFiles the part that lists the input files
 * @param top how many of the largest differences of a table are told
 */
public record ComparePlan(List<TablePart> parts, TablePart inputFiles, int top) {
  private static final String INPUT_FILE = "input_file";

  /** All tables of both. */
  public static ComparePlan of(RunManifest before, RunManifest after, int top) {
    List<TablePart> parts = TablePart.of(before, after);
    TablePart inputFiles =
        parts.stream()
            .filter(part -> part.table().equals(INPUT_FILE))
            .findFirst()
            .orElseThrow(
                () -> new InputException("Cannot compare: neither output lists its input files"));
    return new ComparePlan(parts, inputFiles, top);
  }

  /** The names of all tables. */
  public SortedSet<String> tables() {
    return parts.stream().map(TablePart::table).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same for one table alone. */
  public ComparePlan only(String table) {
    return new ComparePlan(
        parts.stream().filter(part -> part.table().equals(table)).toList(), inputFiles, top);
  }

  /** Whether nothing has to be read. */
  public boolean isAnswered() {
    return inputFiles.standing() == TablePart.Standing.IDENTICAL
        && parts.stream().noneMatch(part -> part.standing() == TablePart.Standing.DIFFERENT);
  }
}
