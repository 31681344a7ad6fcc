package org.territorydelta.spark;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.territorydelta.geo.Wkb;
import org.territorydelta.model.Cell;
import org.territorydelta.model.DisagreementPolygon;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.SourcePair;

/** {@link DisagreementPolygon} as a row. */
final class DisagreementPolygonCodec implements RowCodec<DisagreementPolygon> {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Override
  public Table table() {
    return AgreementTables.DISAGREEMENT_POLYGON;
  }

  @Override
  public Row toRow(DisagreementPolygon polygon) {
    return row(polygon, true);
  }

  /**
   * @param showsGeometry whether both sources' terms let its shape be passed on
   */
  static Row row(DisagreementPolygon polygon, boolean showsGeometry) {
    DisagreementPolygon.Key key = polygon.key();
    DisagreementPolygon.Place place = polygon.place();
    List<Cell.Membership> regions = place.cell().memberships();
    Optional<Cell.Membership> lowest = regions.stream().findFirst();
    return new RowValues(AgreementTables.DISAGREEMENT_POLYGON)
        .add(key.sources().a())
        .add(key.sources().b())
        .add(key.side())
        .add(key.layerSet())
        .add(key.month().toString())
        .add(key.day())
        .add(place.shownBy())
        .add(place.piece())
        .add(place.kind().word())
        .add(regions.stream().map(m -> m.region().id()).collect(Collectors.joining("/")))
        .add(lowest.map(m -> m.region().id()).orElse(RegionId.unassigned(1).id()))
        .add(lowest.map(Cell.Membership::country).filter(country -> !country.isEmpty()))
        .add((Object) regions.stream().map(DisagreementPolygonCodec::row).toArray())
        .km2(polygon.areaM2())
        .km2(polygon.standingM2())
        .add(
            Optional.of(polygon.ground())
                .filter(ground -> showsGeometry && !ground.isEmpty())
                .map(Wkb::toBytes))
        .add(
            Optional.of(polygon.ground().getEnvelopeInternal())
                .filter(box -> !box.isNull())
                .map(GeoParquet::box))
        .toRow();
  }

  private static Row row(Cell.Membership region) {
    return RowFactory.create(region.region().level(), region.region().id(), region.country());
  }

  @Override
  public DisagreementPolygon fromRow(Row row) {
    List<Cell.Membership> regions = new ArrayList<>();
    for (Row region : row.<Row>getList(row.fieldIndex("regions"))) {
      var id = new RegionId(region.getString(1), region.getInt(0));
      regions.add(new Cell.Membership(id, region.getString(2), false));
    }
    byte[] wkb = row.getAs("geometry");
    Geometry ground = wkb == null ? FACTORY.createPolygon() : Wkb.fromBytes(wkb);
    return new DisagreementPolygon(
        new DisagreementPolygon.Key(
            new SourcePair(RowValues.text(row, "source_a"), RowValues.text(row, "source_b")),
            RowValues.text(row, "side"),
            RowValues.text(row, "layer_set"),
            YearMonth.parse(RowValues.text(row, "month")),
            RowValues.date(row, "day")),
        new DisagreementPolygon.Place(
            RowValues.text(row, "shown_by"),
            DisagreementPolygon.Kind.parse(RowValues.text(row, "kind")),
            RowValues.integer(row, "piece"),
            new Cell(regions)),
        RowValues.m2(row, "area_km2"),
        RowValues.m2(row, "standing_km2"),
        ground);
  }
}
