package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.Violation;

/** Every law that can be proved on the written tables of one source. */
public final class SourceLaws {
  private SourceLaws() {}

  /** What breaks a law; nothing when all hold. */
  public static List<Violation> check(SourceTables tables) {
    var stocks = new StockBook(tables.controlAreas(), tables::isCurrent);
    List<Violation> violations = new ArrayList<>(new FileLaws(tables).all());
    violations.addAll(new StockLaws(tables, stocks).controlAreas());
    violations.addAll(new TransitionLaws(tables, stocks).transitions());
    violations.addAll(new DeltaLaws(tables, stocks).areaDeltas());
    violations.addAll(new PieceLaws(tables).pieces());
    return violations;
  }
}
