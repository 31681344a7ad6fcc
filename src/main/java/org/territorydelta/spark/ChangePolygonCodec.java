package org.territorydelta.spark;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.geo.Wkb;
import org.territorydelta.model.ChangeKind;
import org.territorydelta.model.ChangePiece;
import org.territorydelta.model.DepthFrom;
import org.territorydelta.model.Holding;
import org.territorydelta.model.Period;
import org.territorydelta.model.PeriodKind;
import org.territorydelta.model.PeriodPiece;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.SquareKm;

/**
 * {@link PeriodPiece} as a row. Its shape goes beside it where the source's terms allow that, and
 * is left aside on the way back.
 */
final class ChangePolygonCodec implements RowCodec<PeriodPiece> {
  @Override
  public Table table() {
    return Tables.CHANGE_POLYGON;
  }

  @Override
  public Row toRow(PeriodPiece piece) {
    return values(piece).add((Object) null).add((Object) null).toRow();
  }

  /**
   * A piece of a pair of maps, of no period yet; a pair may serve several.
   *
   * @param showsGeometry whether the source's terms let its shape be passed on
   */
  static Row unplaced(
      ChangePiece piece, SortedMap<RegionId, Long> regionsM2, boolean showsGeometry) {
    Geometry shape = piece.geometry();
    return values(PeriodPiece.of(piece, PeriodKind.NAMED, "", regionsM2))
        .add(showsGeometry ? Wkb.toBytes(shape) : null)
        .add(GeoParquet.box(shape.getEnvelopeInternal()))
        .toRow();
  }

  /**
   * The piece as one of a period's, with its areas closed with the period's flows.
   *
   * @param regionsM2 its areas by region, without the whole
   */
  static Row placed(
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

  private static void set(Object[] values, String column, Object value) {
    values[Tables.CHANGE_POLYGON.schema().fieldIndex(column)] = value;
  }

  private static Object[] regions(SortedMap<RegionId, Long> regionsM2) {
    return regionsM2.entrySet().stream()
        .map(
            entry ->
                RowFactory.create(
                    entry.getKey().id(), entry.getKey().level(), SquareKm.fromM2(entry.getValue())))
        .toArray();
  }

  private static RowValues values(PeriodPiece piece) {
    ChangePiece.Course course = piece.course();
    ChangePiece.Measures measures = piece.measures();
    return new RowValues(Tables.CHANGE_POLYGON)
        .add(piece.key().sourceId())
        .add(piece.key().side())
        .add(piece.key().layerSet())
        .add(piece.periodKind().word())
        .add(piece.periodId())
        .add(piece.key().pieceId())
        .add(course.change().word())
        .add(course.from().side())
        .add(course.from().status())
        .add(course.to().side())
        .add(course.to().status())
        .add(course.openingMapDate())
        .add(course.closingMapDate())
        .km2(piece.areaM2())
        .km2(piece.noiseM2())
        .add(piece.isNoisy())
        .add(measures.widthMetres())
        .add(measures.depth().map(ChangePiece.Depth::metres))
        .add(measures.depth().map(depth -> depth.from().word()))
        .add(measures.meanDepthMetres())
        .add(measures.bearingDegrees())
        .add((Object) regions(piece.regionsM2()));
  }

  @Override
  public PeriodPiece fromRow(Row row) {
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
    return new PeriodPiece(
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
  }
}
