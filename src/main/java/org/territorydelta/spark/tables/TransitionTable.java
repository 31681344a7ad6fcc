package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.integer;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import org.apache.spark.sql.Row;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;

/** {@link RegionTransition} as a row. */
public final class TransitionTable extends Table<RegionTransition> {
  TransitionTable() {
    super(
        "transition",
        "What went from one side and status to another between two maps, as a matrix by pair of maps and region. Where the config asks for the diagonal, rows from a holding to itself tell what stayed: then the rows from a holding sum to its opening stock, and those to it to its closing stock. Ground that stayed with nobody has no row.",
        List.of(
            "source_id",
            "pair_kind",
            "opening_map_date",
            "closing_map_date",
            "level",
            "region_id",
            "from_side",
            "from_status",
            "to_side",
            "to_status"),
        List.of(),
        List.of(
            text("source_id", "The source.", transition -> transition.sourceId()),
            text(
                "pair_kind",
                "consecutive: one map and the next; period: the maps a period opens and closes with.",
                transition -> transition.pair().kind().word()),
            date(
                "opening_map_date",
                "The earlier map's day.",
                transition -> transition.pair().openingMapDate()),
            date(
                "closing_map_date",
                "The later map's day.",
                transition -> transition.pair().closingMapDate()),
            text("region_id", "The region.", transition -> transition.region().id()),
            integer("level", "The region's level.", transition -> transition.region().level()),
            text(
                "from_side",
                "Who held it; none for nobody.",
                transition -> transition.from().side()),
            text("from_status", "How.", transition -> transition.from().status()),
            text(
                "to_side",
                "Who holds it then; none for nobody.",
                transition -> transition.to().side()),
            text("to_status", "How.", transition -> transition.to().status()),
            km2("area_km2", "How much.", transition -> transition.areaM2())));
  }

  @Override
  public RegionTransition fromRow(Row row) {
    return new RegionTransition(
        RowValues.text(row, "source_id"),
        new RegionTransition.Pair(
            PairKind.parse(RowValues.text(row, "pair_kind")),
            RowValues.date(row, "opening_map_date"),
            RowValues.date(row, "closing_map_date")),
        new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
        new Holding(RowValues.text(row, "from_side"), RowValues.text(row, "from_status")),
        new Holding(RowValues.text(row, "to_side"), RowValues.text(row, "to_status")),
        RowValues.m2(row, "area_km2"));
  }
}
