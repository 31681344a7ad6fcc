package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.metres;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.geo.Wkb;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.change.ChangeKind;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.change.DepthFrom;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;

/** Pieces of changed ground as rows. A shape is left aside on the way back. */
public final class ChangePolygonTable extends Table<ChangePolygonTable.Drawn> {
  /**
   * A piece with its shape.
   *
   * @param shape none for a remainder of roundings
   * @param isShown whether the source's terms let the shape be passed on
   */
  public record Drawn(PeriodPiece piece, Optional<Geometry> shape, boolean isShown) {}

  ChangePolygonTable() {
    super(
        "change_polygon",
        "Connected pieces of ground that a side gained or lost over a period, by month and named period unless the config says otherwise. GeoParquet 1.1; rows in spatial order. The pieces of a period add up, exactly, to what area_delta has as gained and lost. A row of some square metres with no width is the remainder of roundings where no piece is.",
        List.of("source_id", "side", "layer_set", "period_kind", "period_id", "piece_id"),
        List.of(),
        List.of(
            text("source_id", "The source.", p -> p.piece().key().sourceId()),
            text("side", "Whose gain or loss it is.", p -> p.piece().key().side()),
            text(
                "layer_set",
                "The statuses that count as controlled; see the config.",
                p -> p.piece().key().layerSet()),
            text("period_kind", "As in area_delta.", p -> p.piece().periodKind().word()),
            text("period_id", "As in area_delta.", p -> p.piece().periodId()),
            text(
                "piece_id",
                "Made of source, map dates, holdings and ground: the same for one side's gain and the other's loss, and in every layer set and period.",
                p -> p.piece().key().pieceId()),
            text("change", "gained or lost.", p -> p.piece().course().change().word()),
            text(
                "from_side",
                "Who held it on the opening map; none for nobody.",
                p -> p.piece().course().from().side()),
            text("from_status", "How.", p -> p.piece().course().from().status()),
            text(
                "to_side",
                "Who holds it on the closing map; none for nobody.",
                p -> p.piece().course().to().side()),
            text("to_status", "How.", p -> p.piece().course().to().status()),
            date(
                "opening_map_date",
                "The day whose end the opening map shows.",
                p -> p.piece().course().openingMapDate()),
            date(
                "closing_map_date",
                "The day whose end the closing map shows.",
                p -> p.piece().course().closingMapDate()),
            km2("area_km2", "Its area.", p -> p.piece().areaM2()),
            km2(
                "noise_km2",
                "The part of it that is narrower than the noise width.",
                p -> p.piece().noiseM2()),
            flag("noisy", "Whether more than half of it is noise.", p -> p.piece().isNoisy()),
            orNull(
                metres(
                    "width_metres",
                    "Twice the area over the length of its rim: a strip's width, half a square's side; null for a row of no shape.",
                    p -> p.piece().measures().widthMetres())),
            orNull(
                metres(
                    "depth_metres",
                    "Greatest distance of a point of it from the ground the side controlled on the opening map, or from its country's border where that is nearer; null where neither is near.",
                    p -> p.piece().measures().depth().map(ChangePiece.Depth::metres))),
            orNull(
                text(
                    "depth_from",
                    "own-ground or border: what the depth is measured from.",
                    p -> p.piece().measures().depth().map(depth -> depth.from().word()))),
            orNull(
                metres(
                    "mean_depth_metres",
                    "Area over the length of old line that it touches; null where it touches too little.",
                    p -> p.piece().measures().meanDepthMetres())),
            new Column<>(
                "bearing_degrees",
                DataTypes.DoubleType,
                true,
                "degrees",
                "From the old line to the piece, clockwise from north.",
                p -> p.piece().measures().bearingDegrees()),
            new Column<>(
                "regions",
                DataTypes.createArrayType(
                    DataTypes.createStructType(
                        List.of(
                            DataTypes.createStructField("region_id", DataTypes.StringType, false),
                            DataTypes.createStructField("level", DataTypes.IntegerType, false),
                            DataTypes.createStructField("area_km2", DataTypes.DoubleType, false))),
                    false),
                false,
                "km²",
                "Where it lies: regions and countries, with its area in each.",
                p -> regions(p.piece().regionsM2())),
            Column.geometry(
                "Its shape; null where the source's terms forbid passing it on.",
                p -> p.shape().filter(shape -> p.isShown()).map(Wkb::toBytes)),
            Column.box(
                "The box around it.",
                p -> p.shape().map(Geometry::getEnvelopeInternal).map(GeoParquet::box))));
  }

  /**
   * A piece of a pair of maps, of no period yet; a pair may serve several.
   *
   * @param showsGeometry whether the source's terms let its shape be passed on
   */
  public Row unplaced(
      ChangePiece piece, SortedMap<RegionId, Long> regionsM2, boolean showsGeometry) {
    PeriodPiece ofPair = PeriodPiece.of(piece, PeriodKind.NAMED, "", regionsM2);
    return row(new Drawn(ofPair, Optional.of(piece.geometry()), showsGeometry));
  }

  /**
   * The piece as one of a period's, with its areas closed with the period's flows.
   *
   * @param regionsM2 its areas by region, without the whole
   */
  public Row placed(
      Row unplaced, Period period, long areaM2, long noiseM2, SortedMap<RegionId, Long> regionsM2) {
    Object[] values = new Object[unplaced.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = unplaced.get(i);
    }
    set(values, "period_kind", period.kind().word());
    set(values, "period_id", period.id());
    set(values, "area_km2", SquareKm.fromM2(areaM2));
    set(values, "noise_km2", SquareKm.fromM2(noiseM2));
    set(values, "noisy", ChangePiece.isNoisy(noiseM2, areaM2));
    set(values, "regions", regions(regionsM2));
    return RowFactory.create(values);
  }

  private void set(Object[] values, String column, Object value) {
    values[position(column)] = value;
  }

  private static Object[] regions(SortedMap<RegionId, Long> regionsM2) {
    return regionsM2.entrySet().stream()
        .map(
            entry ->
                RowFactory.create(
                    entry.getKey().id(), entry.getKey().level(), SquareKm.fromM2(entry.getValue())))
        .toArray();
  }

  @Override
  public Drawn fromRow(Row row) {
    SortedMap<RegionId, Long> regions = new TreeMap<>();
    for (Row region : row.<Row>getList(row.fieldIndex("regions"))) {
      regions.put(
          new RegionId(region.getString(0), region.getInt(1)), SquareKm.toM2(region.getDouble(2)));
    }
    Optional<ChangePiece.Depth> depth =
        RowValues.optionalText(row, "depth_from")
            .map(
                from ->
                    new ChangePiece.Depth(
                        row.<Double>getAs("depth_metres"), DepthFrom.parse(from)));
    var piece =
        new PeriodPiece(
            PeriodKind.parse(RowValues.text(row, "period_kind")),
            RowValues.text(row, "period_id"),
            new ChangePiece.Key(
                RowValues.text(row, "piece_id"),
                RowValues.text(row, "source_id"),
                RowValues.text(row, "side"),
                RowValues.text(row, "layer_set")),
            new ChangePiece.Course(
                ChangeKind.parse(RowValues.text(row, "change")),
                new Holding(RowValues.text(row, "from_side"), RowValues.text(row, "from_status")),
                new Holding(RowValues.text(row, "to_side"), RowValues.text(row, "to_status")),
                RowValues.date(row, "opening_map_date"),
                RowValues.date(row, "closing_map_date")),
            RowValues.m2(row, "area_km2"),
            RowValues.m2(row, "noise_km2"),
            new ChangePiece.Measures(
                RowValues.optionalDouble(row, "width_metres"),
                depth,
                RowValues.optionalDouble(row, "mean_depth_metres"),
                RowValues.optionalDouble(row, "bearing_degrees")),
            regions);
    return new Drawn(piece, Optional.empty(), false);
  }
}
