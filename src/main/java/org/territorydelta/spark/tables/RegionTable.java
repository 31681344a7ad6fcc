package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.flag;
import static org.territorydelta.spark.tables.Column.integer;
import static org.territorydelta.spark.tables.Column.km2;
import static org.territorydelta.spark.tables.Column.orNull;
import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.geo.Wkb;
import org.territorydelta.model.map.Denominator;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/** Regions as rows. A border is left aside on the way back. */
public final class RegionTable extends Table<RegionTable.Bordered> {
  /** A region with its border, where it has one. */
  record Bordered(RegionFacts facts, Optional<Geometry> border) {
    private Optional<Denominator> denominator() {
      return Optional.of(facts.denominator()).filter(shared -> shared.areaM2() > 0);
    }
  }

  RegionTable() {
    super(
        "region",
        "Every region there can be a figure for. GeoParquet 1.1; rows in spatial order, those without a border first.",
        List.of("level", "region_id"),
        List.of(),
        List.of(
            text(
                "region_id",
                "The region; ALL is the whole map, UNASSIGNED what lies outside every region of the level.",
                r -> r.facts().id().id()),
            integer(
                "level",
                "-1 the whole map, 0 countries, 1 and up as configured.",
                r -> r.facts().id().level()),
            text("name", "Its name.", r -> r.facts().name()),
            orNull(
                text(
                    "country",
                    "Its country; null for ALL and UNASSIGNED, and where the regions file knows none.",
                    r -> RegionColumns.country(r.facts()))),
            orNull(
                km2(
                    "area_km2",
                    "Area inside its border; null for ALL and UNASSIGNED.",
                    r -> Optional.of(r.facts().areaM2()).filter(area -> area > 0))),
            new Column<>(
                "neighbours",
                DataTypes.createArrayType(DataTypes.StringType, false),
                false,
                "",
                "Regions of its level that share more than a point of border with it.",
                r -> r.facts().neighbours().toArray()),
            flag(
                "overlapping",
                "Whether regions of its level overlap; their figures then do not add up.",
                r -> r.facts().overlapping()),
            orNull(
                km2(
                    "denominator_km2",
                    "What shares of the region divide by; null for ALL and UNASSIGNED.",
                    r -> r.denominator().map(Denominator::areaM2))),
            orNull(
                text(
                    "denominator_source",
                    "own border: area_km2; otherwise where the config has the figure from; null for ALL and UNASSIGNED.",
                    r -> r.denominator().map(Denominator::source))),
            Column.geometry(
                "Its border as the regions file has it; null for countries, ALL and UNASSIGNED.",
                r -> r.border().map(Wkb::toBytes)),
            Column.box(
                "The box around it.",
                r -> r.border().map(Geometry::getEnvelopeInternal).map(GeoParquet::box))));
  }

  /** The regions with their borders; those without one have none in the map. */
  public static List<Bordered> bordered(
      List<RegionFacts> regions, Map<RegionId, Geometry> borders) {
    return regions.stream()
        .map(region -> new Bordered(region, Optional.ofNullable(borders.get(region.id()))))
        .toList();
  }

  @Override
  public Bordered fromRow(Row row) {
    return new Bordered(
        new RegionFacts(
            new RegionId(RowValues.text(row, "region_id"), RowValues.integer(row, "level")),
            RowValues.text(row, "name"),
            RowValues.optionalText(row, "country").orElse(""),
            RowValues.optionalM2(row, "area_km2").orElse(0L),
            row.getList(row.fieldIndex("neighbours")),
            row.getAs("overlapping"),
            new Denominator(
                RowValues.optionalM2(row, "denominator_km2").orElse(0L),
                RowValues.optionalText(row, "denominator_source").orElse(""))),
        Optional.empty());
  }
}
