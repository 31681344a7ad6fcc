package org.territorydelta.extract;

import java.util.List;
import java.util.function.Function;
import org.territorydelta.extract.Proposals.Row;

/**
 * Writes proposals as CSV: RFC 4180, UTF-8; a text that a spreadsheet would take for a formula gets
 * an apostrophe.
 */
public final class ProposalFiles {
  private ProposalFiles() {}

  public static String claims(List<Proposals> proposals) {
    return csv(Proposals.CLAIM_COLUMNS, proposals, Proposals::claims);
  }

  public static String events(List<Proposals> proposals) {
    return csv(Proposals.EVENT_COLUMNS, proposals, Proposals::events);
  }

  public static String comparisons(List<Proposals> proposals) {
    return csv(Proposals.COMPARISON_COLUMNS, proposals, Proposals::comparisons);
  }

  private static String csv(
      List<String> columns, List<Proposals> proposals, Function<Proposals, List<Row>> rows) {
    StringBuilder csv = new StringBuilder();
    line(csv, columns);
    proposals.forEach(one -> rows.apply(one).forEach(row -> line(csv, row.cells())));
    return csv.toString();
  }

  private static void line(StringBuilder csv, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    csv.append("\r\n");
  }

  private static String cell(String text) {
    String flat = text.replaceAll("\\p{Cc}+", " ");
    boolean formula = flat.matches("(?s)^[=+@-].*") && !flat.matches("-?[\\d.]+(?:-[\\d.]+)?");
    String safe = formula ? "'" + flat : flat;
    return safe.matches("(?s).*[,\"].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
