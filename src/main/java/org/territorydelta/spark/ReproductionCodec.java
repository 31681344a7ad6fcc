package org.territorydelta.spark;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.Reproduction;
import org.territorydelta.model.Reproduction.Computed;

/** {@link Reproduction} as a row. */
final class ReproductionCodec implements RowCodec<Reproduction> {
  @Override
  public Table<?> table() {
    return ReportTables.REPRODUCTION;
  }

  @Override
  public Row toRow(Reproduction reproduction) {
    var row = new RowValues(table());
    ClaimColumns.add(row, reproduction.claim());
    Optional<Computed> computed = reproduction.computed();
    return row.add(reproduction.definition().sourceId())
        .add(reproduction.definition().layerSet())
        .add(reproduction.definition().offsetDays())
        .add(computed.map(Computed::value))
        .add(computed.flatMap(Computed::openingMapDate))
        .add(computed.map(Computed::closingMapDate))
        .add(reproduction.residual())
        .add(reproduction.reproduces())
        .add(reproduction.fit().ours())
        .add(reproduction.fit().best())
        .toRow();
  }

  @Override
  public Reproduction fromRow(Row row) {
    return new Reproduction(
        ClaimColumns.claim(row),
        new Reproduction.Definition(
            RowValues.text(row, "source_id"),
            RowValues.text(row, "layer_set"),
            RowValues.integer(row, "offset_days")),
        RowValues.optionalNumber(row, "computed_value")
            .map(
                value ->
                    new Computed(
                        value,
                        RowValues.optionalDate(row, "opening_map_date"),
                        RowValues.date(row, "closing_map_date"))),
        new Reproduction.Fit(row.getAs("ours"), row.getAs("best")));
  }
}
