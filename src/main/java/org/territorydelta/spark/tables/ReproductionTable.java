package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.days;
import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.number;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.territorydelta.model.claim.Reproduction;
import org.territorydelta.model.claim.Reproduction.Computed;

/** {@link Reproduction} as a row. */
public final class ReproductionTable extends Table<Reproduction> {
  ReproductionTable() {
    super(
        "reproduction",
        "Publishers' figures about their own maps, computed from them under every offset and layer set that is tried.",
        List.of("claim_id", "source_id", "layer_set", "offset_days"),
        List.of(),
        Column.joined(
            ClaimColumns.of(Reproduction::claim),
            List.of(
                text(
                    "source_id",
                    "The source, which the figure is of.",
                    r -> r.definition().sourceId()),
                text(
                    "layer_set",
                    "The layer set it is computed by.",
                    r -> r.definition().layerSet()),
                days(
                    "offset_days",
                    "From the date in a file to the day whose end its map is taken to show.",
                    r -> r.definition().offsetDays()),
                orNull(
                    number(
                        "computed_value",
                        "km²",
                        "What the maps give; null where they do not cover it.",
                        r -> r.computed().map(Computed::value))),
                orNull(
                    date(
                        "opening_map_date",
                        "Map that opens the period, by the profile's own offset.",
                        r -> r.computed().flatMap(Computed::openingMapDate))),
                orNull(
                    date(
                        "closing_map_date",
                        "Map that closes it, by the profile's own offset.",
                        r -> r.computed().map(Computed::closingMapDate))),
                orNull(
                    number(
                        "residual", "km²", "computed_value - claimed_value.", r -> r.residual())),
                flag(
                    "reproduces",
                    "Whether computed_value lies in what the figure stands for.",
                    r -> r.reproduces()),
                flag(
                    "ours",
                    "Whether this is the definition that all other tables use.",
                    r -> r.fit().ours()),
                flag("best", "Whether no other definition comes nearer.", r -> r.fit().best()))));
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
