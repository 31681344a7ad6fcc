package org.territorydelta.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.model.figure.BandPart;
import org.territorydelta.model.figure.ControlArea;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.FigureBreaks;
import org.territorydelta.model.figure.NetBand;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.DayState;
import org.territorydelta.model.map.Denominator;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.model.map.Tally;
import org.territorydelta.spark.SharedSession;
import org.territorydelta.spark.session.OpenSession;
import org.territorydelta.timeline.MapDay;
import org.territorydelta.timeline.SourceTimeline;

/** Every record comes back from its row as it went in, through Parquet and through Spark. */
class TableRowsTest {
  @TempDir Path folder;

  private static final LocalDate DAY = LocalDate.of(2024, 8, 12);

  /** Before 1970, so that a remainder of seconds taken with the wrong sign would show. */
  private static final Instant TIME = Instant.parse("1914-06-28T09:50:00.000001Z");

  private static final RegionId KURSK = new RegionId("RU-KRS", 1);
  private static final Holding HELD = new Holding("UA", "held");
  private static final SnapshotId SNAPSHOT =
      new SnapshotId("nzz", DAY, DAY.plusDays(1), "0123abcd");

  private static RuleMatch match(RuleMatch.Decision decision, long areaM2) {
    return new RuleMatch(SNAPSHOT, "maps/a.json", decision, 3, areaM2, new TreeSet<>());
  }

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of(Tables.INPUT_FILE, inputFile(List.of(DAY))),
        Arguments.of(Tables.INPUT_FILE, inputFile(List.of())),
        Arguments.of(
            Tables.SNAPSHOT,
            new SourceTimeline.Recorded(
                new SnapshotFacts(
                    SNAPSHOT,
                    new SnapshotFacts.Origin("maps/a.json", TIME),
                    new SnapshotFacts.Size(3, 40),
                    new SnapshotFacts.Mended(1, 123_456_789L, 7),
                    new TreeMap<>()),
                true)),
        Arguments.of(
            Tables.SNAPSHOT,
            new SourceTimeline.Recorded(
                new SnapshotFacts(
                    SNAPSHOT,
                    "maps/a.json",
                    new SnapshotFacts.Size(3, 40),
                    new SnapshotFacts.Mended(0, 0, 0),
                    new TreeMap<>()),
                false)),
        Arguments.of(
            Tables.RULE_MATCH,
            match(new RuleMatch.Decision("red", RuleMatch.Outcome.HELD, "UA held", false), 7)),
        Arguments.of(
            Tables.RULE_MATCH,
            match(new RuleMatch.Decision("old", RuleMatch.Outcome.IGNORED, "old", false), 0)),
        Arguments.of(Tables.MAP_DAY, new MapDay("nzz", DAY, Optional.of(DAY), DayState.MAPPED)),
        Arguments.of(Tables.MAP_DAY, new MapDay("nzz", DAY, Optional.empty(), DayState.MISSING)),
        Arguments.of(
            Tables.REGION,
            unbordered(
                new RegionFacts(
                    KURSK, "Kursk", "RU", 3_011_723_628_404L, List.of("RU-BEL"), false))),
        Arguments.of(
            Tables.REGION,
            unbordered(
                new RegionFacts(KURSK, "Kursk", "RU", 3_011_723_628_404L, List.of(), false)
                    .with(new Denominator(2_999_700_000_000L, "an atlas")))),
        Arguments.of(Tables.REGION, unbordered(RegionFacts.ALL)),
        Arguments.of(Tables.LAYER_SET, new LayerSet("controlled", Set.of("held"))),
        Arguments.of(
            Tables.CONTROL_AREA,
            new ControlArea(
                SNAPSHOT,
                HELD,
                KURSK,
                62_898_546_050L,
                242_009_886L,
                OptionalDouble.of(0.0208),
                17)),
        Arguments.of(
            Tables.CONTROL_AREA,
            new ControlArea(SNAPSHOT, HELD, RegionId.ALL, 1, 0, OptionalDouble.empty(), 0)),
        Arguments.of(
            Tables.TRANSITION,
            new RegionTransition(
                "nzz",
                new RegionTransition.Pair(PairKind.PERIOD, DAY, DAY.plusDays(7)),
                KURSK,
                Holding.NONE,
                HELD,
                62_898_546_050L)),
        Arguments.of(
            Tables.QUARANTINE,
            new Rejection(
                "nzz",
                "maps/a.json",
                Rejection.Place.of(3, 1).repaired(200, 198),
                RejectionReason.REPAIRED,
                "Self-intersection",
                "{}")),
        Arguments.of(
            Tables.QUARANTINE,
            new Rejection(
                "nzz",
                "maps/b.json",
                Rejection.Place.FILE,
                RejectionReason.UNREADABLE_FILE,
                "the file is empty",
                "")));
  }

  private static RegionTable.Bordered unbordered(RegionFacts region) {
    return new RegionTable.Bordered(region, Optional.empty());
  }

  private static InputFile inputFile(List<LocalDate> dates) {
    return new InputFile(
        new MapFile(
            "nzz",
            "maps/ä b.json",
            new MapFile.Content("ff00", 1_234_567_890_123L),
            new MapFile.Dates(dates, dates.isEmpty() ? List.of() : List.of(TIME), dates),
            new Tally(4, 2, 1, 1),
            new Tally(9, 5, 3, 1),
            new TreeMap<>(Map.of("losses-elsewhere", 2L, "points-and-lines", 1L))),
        FileRole.USED);
  }

  @ParameterizedTest
  @MethodSource({"records", "org.territorydelta.spark.tables.ReportRecords#all"})
  <T> void aRecordComesBackAsItWentIn(Table<T> table, T value) throws IOException {
    Row row = throughParquet(table, table.row(value));

    assertThat(table.fromRow(row)).isEqualTo(value);
    assertThat(table.fromPlain(table.row(value))).isEqualTo(value);
  }

  @Test
  void figuresComeBackFromTheirColumnsAndDerivedOnesFollow() throws IOException {
    AreaDelta delta = delta();
    var table = Tables.AREA_DELTA;

    Row row = throughParquet(table, table.row(delta));

    assertThat(table.fromRow(row).figures()).isEqualTo(delta.figures());
    assertThat(table.fromRow(row).states()).isEqualTo(delta.states());
    assertThat(table.fromRow(row).key().period()).isEqualTo(delta.key().period());
    assertThat(row.<Double>getAs("net_km2")).isEqualTo(3.0);
    assertThat(row.<Double>getAs("net_km2_per_day")).isEqualTo(0.5);
    assertThat(row.<Double>getAs("new_ground_km2")).isEqualTo(3.0);
    assertThat(row.<Double>getAs("closing_share")).isEqualTo(0.07);
    assertThat(row.<Integer>getAs("observed_days")).isEqualTo(6);
  }

  /**
   * Held 5, gained 4 (1 of it renamed), lost 1: closes with 8, of which 1 is in the border band.
   */
  private static AreaDelta delta() {
    long km2 = 1_000_000L;
    var region = new RegionFacts(KURSK, "Kursk", "RU", 100 * km2, List.of(), false);
    var period = new Period(PeriodKind.WEEK, "2024-W33", DAY, DAY.plusDays(6));
    var figures =
        new AreaDelta.Figures(
            new AreaDelta.Stock(5 * km2, 0),
            new AreaDelta.Stock(8 * km2, km2),
            new AreaDelta.Change(4 * km2, km2),
            new AreaDelta.Change(6 * km2, 3 * km2),
            new AreaDelta.Change(km2, 0));
    return new AreaDelta(
        new AreaDelta.Key("nzz", "UA", "controlled", region, period),
        new AreaDelta.States(
            Coverage.FULL,
            Optional.of(new MapState(DAY.minusDays(1), 0)),
            Optional.of(new MapState(DAY.plusDays(5), 1))),
        Optional.of(figures));
  }

  private static final NetBand BAND =
      new NetBand(
          3,
          2,
          new TreeMap<>(
              Map.of(
                  BandPart.LAG, new AreaRange(-2_500_000L, 3_000_000L),
                  BandPart.JITTER, new AreaRange(-5_000_000L, 4_000_000L),
                  BandPart.NOISE, new AreaRange(2_999_999L, 3_000_000L))));

  private static AreaDelta delta(Optional<NetBand> band, Optional<AreaDelta.Churn> churn) {
    return delta(new AreaDelta.Details(band, churn, Optional.empty(), FigureBreaks.NONE, 12));
  }

  private static AreaDelta delta(AreaDelta.Details details) {
    AreaDelta bare = delta();
    return new AreaDelta(bare.key(), bare.states(), bare.figures(), details);
  }

  @Test
  void noiseComesBackFromItsParts() {
    var noise = Optional.of(new AreaDelta.Change(1_500_000L, 250_000L));
    var table = Tables.AREA_DELTA;
    AreaDelta delta =
        delta(
            new AreaDelta.Details(
                Optional.empty(), Optional.empty(), noise, FigureBreaks.NONE, 12));

    Row row = throughSpark(table, table.row(delta));

    assertThat(table.fromRow(row).noise()).isEqualTo(noise);
    assertThat(row.<Double>getAs("noise_km2")).isEqualTo(1.75);
  }

  @Test
  void breaksComeBackFromTheirColumns() {
    // Net 3 km²; of 9 that moved where the series breaks 8 went and 1 came.
    var breaks =
        new FigureBreaks(
            2,
            new TreeSet<>(Set.of(BreakKind.BASE_REDEFINED, BreakKind.SPIKE)),
            9_000_000,
            -7_000_000,
            true);
    var table = Tables.AREA_DELTA;
    AreaDelta bare = delta();
    long m2 = bare.figures().orElseThrow().netM2();
    AreaDelta delta =
        delta(
            new AreaDelta.Details(
                Optional.empty(), Optional.empty(), Optional.empty(), breaks, 12));

    Row row = throughSpark(table, table.row(delta));

    assertThat(table.fromRow(row).breaks()).isEqualTo(breaks);
    assertThat(table.fromPlain(table.row(delta)).breaks()).isEqualTo(breaks);
    assertThat(row.<Double>getAs("net_without_breaks_km2")).isEqualTo(m2 / 1e6 + 7);
    assertThat(row.<Boolean>getAs("parted_by_break")).isTrue();
    assertThat(row.getList(row.fieldIndex("break_kinds")))
        .isEqualTo(List.of("base-redefined", "spike"));
  }

  @Test
  void aBandComesBackFromItsParts() {
    AreaDelta delta = delta(Optional.of(BAND), Optional.empty());
    var table = Tables.AREA_DELTA;

    Row row = throughSpark(table, table.row(delta));

    assertThat(table.fromRow(row).band()).contains(BAND);
    assertThat(row.<Double>getAs("net_low_km2")).isEqualTo(-5.0);
    assertThat(row.<Double>getAs("net_high_km2")).isEqualTo(4.0);
    assertThat(row.<String>getAs("band_widest_part")).isEqualTo("jitter");
    assertThat(row.<Double>getAs("net_lag_low_km2")).isEqualTo(-2.5);
    assertThat(row.<Double>getAs("net_sources_low_km2")).isNull();
  }

  @Test
  void aPartOfABandWithOneEndIsRefused() {
    var table = Tables.AREA_DELTA;
    Row row = table.row(delta(Optional.of(BAND), Optional.empty()));
    int at = table.schema().fieldIndex("net_sources_high_km2");
    Object[] values = IntStream.range(0, row.length()).mapToObj(row::get).toArray();
    values[at] = 5.0;
    Row oneEnd = throughSpark(table, RowFactory.create(values));

    assertThatThrownBy(() -> table.fromRow(oneEnd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot read the band's part sources: it has one end only");
  }

  @Test
  void churnComesBackWithItsDaysOrWithoutAny() {
    for (var churn :
        List.of(
            new AreaDelta.Churn(12_345_678_901L, OptionalDouble.of(2.75)),
            new AreaDelta.Churn(0, OptionalDouble.empty()))) {
      var table = Tables.AREA_DELTA;

      Row row = throughSpark(table, table.row(delta(Optional.empty(), Optional.of(churn))));

      assertThat(table.fromRow(row).churn()).contains(churn);
    }
  }

  @Test
  void aPeriodWithoutCoverageHasARowWithoutFigures() throws IOException {
    AreaDelta bare =
        new AreaDelta(
            delta().key(),
            new AreaDelta.States(Coverage.NONE, Optional.empty(), Optional.empty()),
            Optional.empty());
    var table = Tables.AREA_DELTA;

    Row row = throughParquet(table, table.row(bare));

    assertThat(row.<Double>getAs("net_km2")).isNull();
    assertThat(row.<LocalDate>getAs("opening_map_date")).isNull();
    assertThat(table.fromRow(row).figures()).isEmpty();
  }

  @Test
  void everyKeyAndPartitionColumnIsAColumnThatIsNeverNullButInQuarantine() {
    Tables.all()
        .filter(table -> table != Tables.QUARANTINE)
        .forEach(
            table ->
                assertThat(table.columns().stream().filter(c -> !c.nullable()).map(Column::name))
                    .as(table.name())
                    .containsAll(table.key())
                    .containsAll(table.partitionBy()));
  }

  /** Written and read as the job does. */
  private Row throughParquet(Table<?> table, Row row) throws IOException {
    SharedSession.get();
    SparkSession spark = OpenSession.open().spark();
    Path output = Files.createTempDirectory(folder, "output");
    new TableWriter(spark, output.toString()).write(table, List.of(row));
    return new TableReader(spark, output.toString()).rows(table).first();
  }

  private static Row throughSpark(Table<?> table, Row row) {
    return SharedSession.get().createDataFrame(List.of(row), table.schema()).first();
  }
}
