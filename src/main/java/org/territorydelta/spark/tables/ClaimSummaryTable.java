package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.number;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;
import static org.territorydelta.spark.tables.Column.texts;

import java.util.List;
import org.apache.spark.sql.Row;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.ClaimSummary;
import org.territorydelta.model.claim.ClaimSummary.Told;
import org.territorydelta.model.claim.ValueRange;

/** {@link ClaimSummary} as a row. */
public final class ClaimSummaryTable extends Table<ClaimSummary> {
  ClaimSummaryTable() {
    super(
        "claim_summary",
        "How each claim sits against all sources that can speak to it, as known now: one range and one label.",
        List.of("claim_id"),
        List.of(),
        Column.joined(
            ClaimColumns.of(ClaimSummary::claim),
            List.of(
                texts(
                    "sources",
                    "Sources whose maps tell it; of a publisher's figure about its own maps these alone, where there are any.",
                    s -> s.sources().toArray()),
                orNull(
                    number(
                        "sources_low",
                        "",
                        "Least that any of them gives, by any layer set.",
                        s -> ClaimColumns.low(s.told().map(Told::figures)))),
                orNull(
                    number(
                        "sources_value",
                        "",
                        "Median of what they give.",
                        s -> ClaimColumns.value(s.told().map(Told::figures)))),
                orNull(
                    number(
                        "sources_high",
                        "",
                        "Most that any of them gives.",
                        s -> ClaimColumns.high(s.told().map(Told::figures)))),
                orNull(
                    number(
                        "range_low",
                        "",
                        "Least it may be by any of them: their measured_low less source_spread.",
                        s -> s.told().map(t -> t.usual().low()))),
                orNull(
                    number(
                        "range_high",
                        "",
                        "Most it may be by any of them: their measured_high and source_spread.",
                        s -> s.told().map(t -> t.usual().high()))),
                orNull(
                    number(
                        "wide_low",
                        "",
                        "As range_low, with source_spread_wide: what is beyond it by a ratio of 1.5 is strongly low.",
                        s -> s.told().map(t -> t.wide().low()))),
                orNull(
                    number(
                        "wide_high",
                        "",
                        "As range_high, likewise.",
                        s -> s.told().map(t -> t.wide().high()))),
                text(
                    "label",
                    "How the claim sits against the range; see the list of labels.",
                    s -> s.label().name()),
                text("sentence", "What the sources give, in words.", s -> s.sentence()))));
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
