package org.territorydelta.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.territorydelta.model.agreement.DisagreementPolygon;
import org.territorydelta.model.agreement.SourceAgreement;
import org.territorydelta.model.agreement.SourceAgreement.Figures;
import org.territorydelta.model.agreement.SourceAgreement.Only;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.breaks.SeriesBreak.MapFileDate;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.Grid;
import org.territorydelta.spark.SharedSession;

/** Records of sources held against each other and of breaks come back from their rows. */
class ComparisonTablesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 8, 12);
  private static final SourcePair SOURCES = new SourcePair("deepstate", "nzz");
  private static final long KM2 = 1_000_000L;

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of(
            Tables.SOURCE_AGREEMENT, agreement(new Figures(5 * KM2, only(3, 2, 1), only(2, 0, 0)))),
        Arguments.of(Tables.SOURCE_AGREEMENT, agreement(Figures.ZERO)),
        Arguments.of(Tables.DISAGREEMENT_POLYGON, drawn(true)),
        Arguments.of(
            Tables.SERIES_BREAK,
            seriesBreak(new MapFileDate(DAY.minusDays(2), "maps/a.json"), true)),
        Arguments.of(Tables.SERIES_BREAK, seriesBreak(MapFileDate.NONE, false)));
  }

  private static Only only(long area, long standing, long baseline) {
    return new Only(area * KM2, standing * KM2, baseline * KM2);
  }

  private static SourceAgreement agreement(Figures figures) {
    var region = new RegionFacts(new RegionId("UA-14", 1), "Donetsk", "UA", 0, List.of(), false);
    return new SourceAgreement(
        new SourceAgreement.Key(SOURCES, "RU", "controlled", region, DAY),
        new SourceAgreement.Basis(
            new MapState(DAY, 0), new MapState(DAY.minusDays(2), 2), 27, List.of("UA"), 1_234),
        figures);
  }

  private static DisagreementPolygon polygon() {
    var regions =
        List.of(
            new Cell.Membership(new RegionId("UA-14", 1), "UA", false),
            new Cell.Membership(new RegionId("sector-3", 2), "UA", false));
    return new DisagreementPolygon(
        new DisagreementPolygon.Key(SOURCES, "RU", "controlled", YearMonth.of(2024, 8), DAY),
        new DisagreementPolygon.Place("nzz", DisagreementPolygon.Kind.FRONT, 7, new Cell(regions)),
        12_345_678_901L,
        9_876_543_210L,
        Grid.box(0, 0, 3, 2));
  }

  private static DisagreementPolygonTable.Drawn drawn(boolean isShown) {
    return new DisagreementPolygonTable.Drawn(polygon(), isShown);
  }

  private static SeriesBreak seriesBreak(MapFileDate opening, boolean excluded) {
    return new SeriesBreak(
        new SeriesBreak.Key("nzz", DAY, BreakKind.DROPOUT, "RU"),
        new SeriesBreak.Maps(
            opening,
            new MapFileDate(DAY, "maps/ä b.json"),
            new MapFileDate(DAY.plusDays(1), "maps/c.json")),
        23_691_000_000L,
        "reversal",
        "236.9 km² gone",
        excluded);
  }

  @ParameterizedTest
  @MethodSource("records")
  <T> void aRecordComesBackAsItWentIn(Table<T> table, T value) {
    Row row = throughSpark(table, table.row(value));

    assertThat(table.fromRow(row)).isEqualTo(value);
  }

  @Test
  void marginsAndJaccardFollowFromTheOtherColumns() {
    var table = Tables.SOURCE_AGREEMENT;
    var figures = new Figures(5 * KM2, only(3, 2, 1), only(2, 0, 0));

    Row row = throughSpark(table, table.row(agreement(figures)));

    assertThat(row.<Double>getAs("a_km2")).isEqualTo(8.0);
    assertThat(row.<Double>getAs("b_km2")).isEqualTo(7.0);
    assertThat(row.<Double>getAs("jaccard")).isEqualTo(0.5);
    assertThat(row.<Double>getAs("front_jaccard")).isEqualTo(5 / 9.0);
    assertThat(row.<Integer>getAs("b_staleness_days")).isEqualTo(2);
  }

  @Test
  void aPolygonTellsItsLowestRegionAndItsShape() {
    var table = Tables.DISAGREEMENT_POLYGON;

    Row row = throughSpark(table, table.row(drawn(true)));
    Row withheld = throughSpark(table, table.row(drawn(false)));

    assertThat(row.<String>getAs("region_id")).isEqualTo("UA-14");
    assertThat(row.<String>getAs("country")).isEqualTo("UA");
    assertThat(row.<byte[]>getAs("geometry")).isNotEmpty();
    assertThat(withheld.<byte[]>getAs("geometry")).isNull();
    assertThat(withheld.<Row>getAs("bbox")).isEqualTo(row.<Row>getAs("bbox")).isNotNull();
  }

  @Test
  void keysAreColumnsThatAreNeverNull() {
    for (Table<?> table :
        List.of(
            Tables.SOURCE_AGREEMENT,
            Tables.DISAGREEMENT_POLYGON,
            Tables.SERIES_BREAK,
            Tables.RULE_MATCH)) {
      assertThat(table.columns().stream().filter(c -> !c.nullable()).map(Column::name))
          .as(table.name())
          .containsAll(table.key());
    }
  }

  private static Row throughSpark(Table<?> table, Row row) {
    return SharedSession.get().createDataFrame(List.of(row), table.schema()).first();
  }
}
