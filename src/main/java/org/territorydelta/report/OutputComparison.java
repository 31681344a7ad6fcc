package org.territorydelta.report;

import java.util.List;
import java.util.Map;

/** What moved between two outputs, beside what their manifests say of themselves. */
public record OutputComparison(InputFileChanges inputs, List<TableDifference> tables) {

  /**
   * @param read what was found out of the parts that had to be read
   */
  public static OutputComparison of(
      ComparePlan plan, InputFileChanges inputs, Map<TablePart, RowTally> read) {
    return new OutputComparison(inputs, TableDifference.of(plan, read));
  }

  /** The answer to a plan that is answered by the manifests alone. */
  public static OutputComparison ofManifests(ComparePlan plan) {
    return of(plan, InputFileChanges.none(plan.inputFiles().rowsAfter()), Map.of());
  }
}
