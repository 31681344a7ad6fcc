package org.territorydelta.spark;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.ClaimLabel;
import org.territorydelta.model.ClaimSummary;
import org.territorydelta.model.ClaimSummary.Told;
import org.territorydelta.model.ValueRange;

/** {@link ClaimSummary} as a row. */
final class ClaimSummaryCodec implements RowCodec<ClaimSummary> {
  @Override
  public Table<?> table() {
    return ReportTables.CLAIM_SUMMARY;
  }

  @Override
  public Row toRow(ClaimSummary summary) {
    var row = new RowValues(table());
    ClaimColumns.add(row, summary.claim());
    row.add((Object) summary.sources().toArray());
    ClaimColumns.addRange(row, summary.told().map(Told::figures));
    Optional<Told> told = summary.told();
    return row.add(told.map(t -> t.usual().low()))
        .add(told.map(t -> t.usual().high()))
        .add(told.map(t -> t.wide().low()))
        .add(told.map(t -> t.wide().high()))
        .add(summary.label().name())
        .add(summary.sentence())
        .toRow();
  }

  @Override
  public ClaimSummary fromRow(Row row) {
    List<String> sources = row.getList(row.fieldIndex("sources"));
    return new ClaimSummary(
        ClaimColumns.claim(row),
        ClaimColumns.range(row, "sources")
            .map(
                figures ->
                    new Told(
                        figures,
                        around(row, "range", figures.value()),
                        around(row, "wide", figures.value()))),
        ClaimLabel.valueOf(RowValues.text(row, "label")),
        sources,
        RowValues.text(row, "sentence"));
  }

  private static ValueRange around(Row row, String start, double value) {
    return new ValueRange(
        row.<Double>getAs(start + "_low"), value, row.<Double>getAs(start + "_high"));
  }
}
