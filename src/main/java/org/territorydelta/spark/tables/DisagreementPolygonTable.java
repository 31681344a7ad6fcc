package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.date;
import static org.territorydelta.spark.tables.Column.integer;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.territorydelta.geo.Wkb;
import org.territorydelta.model.agreement.DisagreementPolygon;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.RegionId;

/** {@link DisagreementPolygon} as a row. */
public final class DisagreementPolygonTable extends Table<DisagreementPolygonTable.Drawn> {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * A piece of ground.
   *
   * @param isShown whether both sources' terms let its shape be passed on
   */
  public record Drawn(DisagreementPolygon polygon, boolean isShown) {
    private List<Cell.Membership> regions() {
      return polygon.place().cell().memberships();
    }

    private Optional<Cell.Membership> lowest() {
      return regions().stream().findFirst();
    }
  }

  DisagreementPolygonTable() {
    super(
        "disagreement_polygon",
        "GeoParquet 1.1; rows in spatial order. Ground that at the end of a month's last compared day one source gives to a side and another does not. Connected ground is cut by kind and by the regions of every level.",
        List.of(
            "source_a",
            "source_b",
            "side",
            "layer_set",
            "month",
            "shown_by",
            "piece",
            "kind",
            "lies_in"),
        List.of(),
        List.of(
            text("source_a", "The one source.", d -> d.polygon().key().sources().a()),
            text("source_b", "The other source.", d -> d.polygon().key().sources().b()),
            text("side", "The side.", d -> d.polygon().key().side()),
            text(
                "layer_set",
                "The statuses that count as controlled.",
                d -> d.polygon().key().layerSet()),
            text("month", "The month, as 2024-08.", d -> d.polygon().key().month().toString()),
            date("day", "The month's last compared day.", d -> d.polygon().key().day()),
            text(
                "shown_by",
                "The source that gives the ground to the side.",
                d -> d.polygon().place().shownBy()),
            integer(
                "piece",
                "Number of the connected ground it is part of, from 1 by size.",
                d -> d.polygon().place().piece()),
            text(
                "kind",
                "baseline: broad, and so all month; front: all else, coasts and borders included.",
                d -> d.polygon().place().kind().word()),
            text(
                "lies_in",
                "Its regions of every level, from the lowest, joined by /.",
                d ->
                    d.regions().stream()
                        .map(m -> m.region().id())
                        .collect(Collectors.joining("/"))),
            text(
                "region_id",
                "The region it lies in, of the lowest level; UNASSIGNED outside every one.",
                d -> d.lowest().map(m -> m.region().id()).orElse(RegionId.unassigned(1).id())),
            orNull(
                text(
                    "country",
                    "That region's country; null for UNASSIGNED, and where the regions file knows none.",
                    d ->
                        d.lowest()
                            .map(Cell.Membership::country)
                            .filter(country -> !country.isEmpty()))),
            new Column<>(
                "regions",
                DataTypes.createArrayType(
                    DataTypes.createStructType(
                        List.of(
                            DataTypes.createStructField("level", DataTypes.IntegerType, false),
                            DataTypes.createStructField("region_id", DataTypes.StringType, false),
                            DataTypes.createStructField("country", DataTypes.StringType, false))),
                    false),
                false,
                "",
                "The regions it lies in, of every level; an empty country where none is known.",
                d -> d.regions().stream().map(DisagreementPolygonTable::row).toArray()),
            km2("area_km2", "How much.", d -> d.polygon().areaM2()),
            km2(
                "standing_km2",
                "The part that the source shows on every compared day of the month and the other on none.",
                d -> d.polygon().standingM2()),
            Column.geometry(
                "Its shape; null where a source's terms forbid passing it on.",
                d ->
                    Optional.of(d.polygon().ground())
                        .filter(ground -> d.isShown() && !ground.isEmpty())
                        .map(Wkb::toBytes)),
            Column.box(
                "The box around it.",
                d ->
                    Optional.of(d.polygon().ground().getEnvelopeInternal())
                        .filter(box -> !box.isNull())
                        .map(GeoParquet::box))));
  }

  private static Row row(Cell.Membership region) {
    return RowFactory.create(region.region().level(), region.region().id(), region.country());
  }

  @Override
  public Drawn fromRow(Row row) {
    List<Cell.Membership> regions = new ArrayList<>();
    for (Row region : row.<Row>getList(row.fieldIndex("regions"))) {
      var id = new RegionId(region.getString(1), region.getInt(0));
      regions.add(new Cell.Membership(id, region.getString(2), false));
    }
    byte[] wkb = row.getAs("geometry");
    Geometry ground = wkb == null ? FACTORY.createPolygon() : Wkb.fromBytes(wkb);
    var polygon =
        new DisagreementPolygon(
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
    return new Drawn(polygon, wkb != null);
  }
}
