package org.territorydelta.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What moved in one table.
 *
 * @param parts its partitions, or the one part it has
 * @param columns that changed, those of most rows first
 * @param largest the largest differences
 * @param compared which columns were, with none at all when no part had to be read
 */
public record TableDifference(
    String table,
    List<Part> parts,
    List<ColumnChange> columns,
    List<RowChange> largest,
    ComparedColumns compared) {

  private static final ComparedColumns NOTHING_READ =
      new ComparedColumns(List.of(), List.of(), List.of(), List.of(), List.of());

  /** The rows of a part. */
  public record Part(TablePart part, RowCounts counts) {
    boolean isIdentical() {
      return part.standing() == TablePart.Standing.IDENTICAL;
    }
  }

  /**
   * All tables of a plan.
   *
   * @param read what was found out of the parts that had to be read
   */
  static List<TableDifference> of(ComparePlan plan, Map<TablePart, RowTally> read) {
    Map<String, List<TablePart>> byTable = new LinkedHashMap<>();
    plan.parts()
        .forEach(part -> byTable.computeIfAbsent(part.table(), t -> new ArrayList<>()).add(part));
    List<TableDifference> tables = new ArrayList<>();
    byTable.forEach((table, parts) -> tables.add(of(table, parts, read, plan.top())));
    return tables;
  }

  private static TableDifference of(
      String table, List<TablePart> parts, Map<TablePart, RowTally> read, int top) {
    List<RowTally> tallies =
        parts.stream().flatMap(part -> Optional.ofNullable(read.get(part)).stream()).toList();
    ComparedColumns compared = tallies.isEmpty() ? NOTHING_READ : tallies.get(0).columns();
    var whole = new RowTally(compared, top);
    tallies.forEach(whole::addAll);
    return new TableDifference(
        table,
        parts.stream().map(part -> new Part(part, counts(part, read))).toList(),
        whole.changes(),
        whole.largest(),
        compared);
  }

  private static RowCounts counts(TablePart part, Map<TablePart, RowTally> read) {
    return switch (part.standing()) {
      case IDENTICAL -> new RowCounts(part.rowsAfter(), 0, 0, 0);
      case ONLY_OLD -> new RowCounts(0, 0, part.rowsBefore(), 0);
      case ONLY_NEW -> new RowCounts(0, part.rowsAfter(), 0, 0);
      case DIFFERENT -> read.get(part).counts();
    };
  }

  public RowCounts counts() {
    return parts.stream().map(Part::counts).reduce(RowCounts.ZERO, RowCounts::plus);
  }

  /** Whether every file has the same bytes in both. */
  public boolean isIdentical() {
    return parts.stream().allMatch(Part::isIdentical);
  }
}
