package org.territorydelta.spark;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.territorydelta.model.MapState;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.SourceAgreement;
import org.territorydelta.model.SourceAgreement.Figures;
import org.territorydelta.model.SourceAgreement.Only;
import org.territorydelta.model.SourcePair;

/**
 * {@link SourceAgreement} as a row. Margins and Jaccard follow from other columns: they are written
 * for the reader and left aside on the way back, as is what else is known of the region.
 */
final class SourceAgreementCodec implements RowCodec<SourceAgreement> {
  @Override
  public Table table() {
    return AgreementTables.SOURCE_AGREEMENT;
  }

  @Override
  public Row toRow(SourceAgreement agreement) {
    SourceAgreement.Key key = agreement.key();
    SourceAgreement.Basis basis = agreement.basis();
    Figures figures = agreement.figures();
    return new RowValues(table())
        .add(key.sources().a())
        .add(key.sources().b())
        .add(key.side())
        .add(key.layerSet())
        .add(key.region().id().id())
        .add(key.region().id().level())
        .add(key.region().name())
        .add(Optional.of(key.region().country()).filter(country -> !country.isEmpty()))
        .add(key.day())
        .add(basis.a().mapDate())
        .add(basis.b().mapDate())
        .add(basis.a().stalenessDays())
        .add(basis.b().stalenessDays())
        .add((Object) basis.countries().toArray())
        .add(basis.comparedDays())
        .km2(figures.aM2())
        .km2(figures.bM2())
        .km2(figures.inBothM2())
        .km2(figures.onlyA().areaM2())
        .km2(figures.onlyB().areaM2())
        .add(figures.jaccard())
        .km2(figures.onlyA().standingM2())
        .km2(figures.onlyB().standingM2())
        .km2(figures.onlyA().baselineM2())
        .km2(figures.onlyB().baselineM2())
        .add(figures.frontJaccard())
        .km2(basis.boundM2())
        .toRow();
  }

  @Override
  public SourceAgreement fromRow(Row row) {
    var region =
        new RegionFacts(
            new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
            RowValues.text(row, "region_name"),
            RowValues.optionalText(row, "country").orElse(""),
            0,
            List.of(),
            false);
    return new SourceAgreement(
        new SourceAgreement.Key(
            new SourcePair(RowValues.text(row, "source_a"), RowValues.text(row, "source_b")),
            RowValues.text(row, "side"),
            RowValues.text(row, "layer_set"),
            region,
            RowValues.date(row, "day")),
        new SourceAgreement.Basis(
            state(row, "a"),
            state(row, "b"),
            RowValues.integer(row, "compared_days"),
            row.getList(row.fieldIndex("countries")),
            RowValues.m2(row, "rounding_bound_km2")),
        new Figures(RowValues.m2(row, "in_both_km2"), only(row, "only_a"), only(row, "only_b")));
  }

  private static MapState state(Row row, String source) {
    LocalDate mapDate = RowValues.date(row, source + "_map_date");
    return new MapState(mapDate, RowValues.integer(row, source + "_staleness_days"));
  }

  private static Only only(Row row, String which) {
    return new Only(
        RowValues.m2(row, which + "_km2"),
        RowValues.m2(row, which + "_standing_km2"),
        RowValues.m2(row, which + "_baseline_km2"));
  }
}
