package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.territorydelta.model.Violation;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.AreaDelta.Churn;
import org.territorydelta.model.figure.AreaRange;
import org.territorydelta.model.figure.BandPart;
import org.territorydelta.model.figure.Diagonal;
import org.territorydelta.model.figure.NetBand;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.scene.SceneRegions;

/**
 * Bands and churn keep their laws; one number of one row changed, and the check names the table.
 */
class BandLawsTest {
  /** Blue's strip goes to and fro over all four regions, one layer set within the other. */
  private static final MeasuredScene SCENE =
      ControlScene.of("alpha")
          .day("2024-01-01")
          .holds(BLUE, box(0, 0, 4, 1))
          .day("2024-01-02")
          .holds(BLUE, box(0, 0, 9, 1))
          .holds(claimed(BLUE), box(9, 0, 11, 1))
          .day("2024-01-03")
          .holds(BLUE, box(0, 0, 2, 1))
          .holds(RED, box(2, 0, 15, 1))
          .day("2024-01-04")
          .holds(BLUE, box(0, 0, 12, 1))
          .day("2024-01-05")
          .holds(BLUE, box(0, 0, 6, 1))
          .measurer()
          .regions(SceneRegions.POWERS_OF_TWO)
          .layerSet("controlled", "held")
          .layerSet("wide", "held", "claimed")
          .named("middle", "2024-01-03", "2024-01-04")
          .named("whole", "2024-01-02", "2024-01-05")
          .churned()
          .measure();

  private static final List<AreaDelta> ROWS = SCENE.summary().areaDeltas();

  static Stream<Arguments> bandLies() {
    return Stream.of(
        band(
            "days without a map", b -> new NetBand(b.lagDays(), b.daysWithoutMap() + 1, b.parts())),
        band("lag's low", b -> lower(b, BandPart.LAG)),
        band("lag's high", b -> higher(b, BandPart.LAG)),
        band("jitter's low", b -> lower(b, BandPart.JITTER)),
        band("jitter's high", b -> higher(b, BandPart.JITTER)),
        band("layer sets' low", b -> lower(b, BandPart.LAYER_SETS)),
        band("layer sets' high", b -> higher(b, BandPart.LAYER_SETS)),
        band(
            "a net outside a part", b -> b.with(BandPart.NOISE, AreaRange.of(Long.MIN_VALUE / 4))));
  }

  private static Arguments band(String number, UnaryOperator<NetBand> lie) {
    return arguments(number, lie);
  }

  private static NetBand lower(NetBand band, BandPart part) {
    AreaRange range = band.part(part).orElseThrow();
    return band.with(part, new AreaRange(range.lowM2() - 1, range.highM2()));
  }

  private static NetBand higher(NetBand band, BandPart part) {
    AreaRange range = band.part(part).orElseThrow();
    return band.with(part, new AreaRange(range.lowM2(), range.highM2() + 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bandLies")
  void aFalsifiedBandIsFound(String number, UnaryOperator<NetBand> lie) {
    int banded = 0;
    for (int i = 0; i < ROWS.size(); i++) {
      AreaDelta row = ROWS.get(i);
      if (row.band().isPresent()) {
        banded++;
        AreaDelta falsified = row.with(lie.apply(row.band().get()));
        HonestTables.names("area_delta", row, check(HonestTables.with(ROWS, i, falsified)));
      }
    }
    assertThat(banded).isPositive();
  }

  private static List<Violation> check(List<AreaDelta> deltas) {
    return SourceLaws.check(
        SCENE.tables(
            new SourceTables.Areas(
                SCENE.controlAreas(), SCENE.summary().transitions(), deltas, List.of())));
  }

  private static AreaDelta with(AreaDelta row, Optional<NetBand> band, Optional<Churn> churn) {
    return new AreaDelta(
        row.key(),
        row.states(),
        row.figures(),
        new AreaDelta.Details(band, churn, row.noise(), row.breaks(), row.details().boundM2()));
  }

  @Test
  void honestBandsAndChurnPass() {
    assertThat(check(ROWS)).isEmpty();
  }

  @Test
  void aMissingBandAndOneOfADayAreFound() {
    for (int i = 0; i < ROWS.size(); i++) {
      AreaDelta row = ROWS.get(i);
      NetBand some = ROWS.stream().flatMap(r -> r.band().stream()).findFirst().orElseThrow();
      Optional<NetBand> other = row.band().isPresent() ? Optional.empty() : Optional.of(some);

      HonestTables.names(
          "area_delta", row, check(HonestTables.with(ROWS, i, with(row, other, row.churn()))));
    }
  }

  /** A row with noise, in its band too, and the same noise in ALL and in no other region. */
  private static List<Violation> noisy(AreaDelta row, Change noise) {
    long net = row.figures().orElseThrow().netM2();
    var details =
        new AreaDelta.Details(
            row.band().map(band -> band.withNoise(net, noise)),
            row.churn(),
            Optional.of(noise),
            row.breaks(),
            row.details().boundM2());
    var falsified = new AreaDelta(row.key(), row.states(), row.figures(), details);
    return check(HonestTables.with(ROWS, ROWS.indexOf(row), falsified)).stream()
        .filter(violation -> !violation.law().contains("sum to ALL"))
        .toList();
  }

  @Test
  void moreNoiseThanWasGainedOrLostIsFound() {
    AreaDelta row = row(PeriodKind.ALL);
    Change most = row.figures().orElseThrow().change();

    assertThat(noisy(row, most)).isEmpty();
    assertThat(noisy(row, new Change(most.gainedM2() + 1, most.lostM2()))).hasSize(1);
    assertThat(noisy(row, new Change(most.gainedM2(), most.lostM2() + 1))).hasSize(1);
  }

  @Test
  void noiseThatIsLessThanNoneIsFound() {
    AreaDelta row = row(PeriodKind.ALL);
    var less =
        new AreaDelta.Details(
            row.band(),
            row.churn(),
            Optional.of(new Change(-1, 0)),
            row.breaks(),
            row.details().boundM2());
    var falsified = new AreaDelta(row.key(), row.states(), row.figures(), less);

    assertThat(check(HonestTables.with(ROWS, ROWS.indexOf(row), falsified)))
        .extracting(Violation::law)
        .contains("noise is not less than none");
  }

  @Test
  void aBandWithOtherNoiseThanTheRowsIsFound() {
    AreaDelta row = row(PeriodKind.ALL);
    NetBand band = row.band().orElseThrow();
    long net = row.figures().orElseThrow().netM2();
    AreaDelta falsified = row.with(band.withNoise(net, new Change(1, 0)));

    HonestTables.names(
        "area_delta", row, check(HonestTables.with(ROWS, ROWS.indexOf(row), falsified)));
  }

  private static AreaDelta row(PeriodKind kind) {
    return ROWS.stream()
        .filter(r -> r.key().period().kind() == kind && r.key().side().equals(BLUE))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void churnThatDoesNotAddUpOverRegionsIsFound() {
    for (int i = 0; i < ROWS.size(); i++) {
      AreaDelta row = ROWS.get(i);
      if (row.churn().isPresent()) {
        Churn churn = row.churn().get();
        var more = new Churn(churn.areaM2() + 1, OptionalDouble.of(1));

        HonestTables.names(
            "area_delta",
            row,
            check(HonestTables.with(ROWS, i, with(row, row.band(), Optional.of(more)))));
      }
    }
  }

  @Test
  void moreChurnThanWasGainedAgainIsFound() {
    // In every region, so that the sums agree: a cell where nothing was gained again.
    List<AreaDelta> churned =
        ROWS.stream()
            .map(
                row ->
                    row.churn().isPresent() && row.key().side().equals(RED)
                        ? with(row, row.band(), Optional.of(much(row)))
                        : row)
            .toList();

    assertThat(check(churned))
        .extracting(Violation::law)
        .anyMatch(law -> law.startsWith("ground that changed hands more than once"));
  }

  private static Churn much(AreaDelta row) {
    AreaDelta.Figures f = row.figures().orElseThrow();
    return new Churn(f.gross().gainedM2() * 2, OptionalDouble.of(1));
  }

  @Test
  void churnHeldForNoTimeOrForTheWholePeriodIsFound() {
    for (double days : new double[] {0.5, 4}) {
      AreaDelta row =
          ROWS.stream()
              .filter(r -> r.churn().filter(churn -> churn.areaM2() > 0).isPresent())
              .filter(r -> r.key().period().id().equals("whole"))
              .findFirst()
              .orElseThrow();
      var churn = new Churn(row.churn().orElseThrow().areaM2(), OptionalDouble.of(days));
      List<AreaDelta> falsified =
          HonestTables.with(ROWS, ROWS.indexOf(row), with(row, row.band(), Optional.of(churn)));

      HonestTables.names("area_delta", row, check(falsified));
    }
  }

  @Test
  void churnOfADayIsFound() {
    AreaDelta row = row(PeriodKind.DAY);
    var none = Optional.of(new Churn(0, OptionalDouble.empty()));
    List<AreaDelta> falsified =
        HonestTables.with(ROWS, ROWS.indexOf(row), with(row, row.band(), none));

    HonestTables.names("area_delta", row, check(falsified));
  }

  @Test
  void aFalsifiedSpreadOfSourcesIsFound() {
    AreaDelta alpha = row(PeriodKind.ALL);
    AreaDelta.Key key = alpha.key();
    var beta =
        new AreaDelta(
            new AreaDelta.Key("beta", key.side(), key.layerSet(), key.region(), key.period()),
            alpha.states(),
            alpha.figures(),
            alpha.details());
    SourceSpread spread = SourceSpread.of(List.of(alpha, beta));
    AreaDelta honest = spread.widened(alpha);

    assertThat(SpreadLaws.check(List.of(honest, spread.widened(beta)))).isEmpty();
    assertThat(SpreadLaws.check(List.of(alpha, spread.widened(beta)))).hasSize(1);
    AreaDelta lower = honest.with(lower(honest.band().orElseThrow(), BandPart.SOURCES));
    assertThat(SpreadLaws.check(List.of(lower, spread.widened(beta)))).hasSize(1);
  }

  private static MeasuredScene shifted(MeasuredScene scene, int days) {
    return scene.with(new SummaryFrame.Options(days, Diagonal.LEFT_OUT));
  }

  @Test
  void everyPartIncludesTheNetAndTheBandEveryPart() {
    RandomScene.eachMeasured(
        scene -> {
          for (AreaDelta delta : shifted(scene, 3).summary().areaDeltas()) {
            delta
                .band()
                .ifPresent(
                    band ->
                        band.parts()
                            .values()
                            .forEach(
                                part -> {
                                  long net = delta.figures().orElseThrow().netM2();
                                  assertThat(part.includes(net)).isTrue();
                                  assertThat(band.net().includes(part.lowM2())).isTrue();
                                  assertThat(band.net().includes(part.highM2())).isTrue();
                                }));
          }
        });
  }

  @Test
  void moreDaysNeverNarrowABandAndJitterIncludesLag() {
    RandomScene.eachMeasured(
        scene -> {
          List<AreaDelta> narrow = shifted(scene, 1).summary().areaDeltas();
          List<AreaDelta> wide = shifted(scene, 4).summary().areaDeltas();
          for (int i = 0; i < narrow.size(); i++) {
            assertThat(wide.get(i).key()).isEqualTo(narrow.get(i).key());
            assertThat(wide.get(i).band().isPresent()).isEqualTo(narrow.get(i).band().isPresent());
            if (narrow.get(i).band().isPresent()) {
              NetBand less = narrow.get(i).band().get();
              NetBand more = wide.get(i).band().orElseThrow();
              for (BandPart part : List.of(BandPart.LAG, BandPart.JITTER)) {
                AreaRange range = more.part(part).orElseThrow();
                assertThat(range.around(less.part(part).orElseThrow())).isEqualTo(range);
              }
              AreaRange jitter = more.part(BandPart.JITTER).orElseThrow();
              assertThat(jitter.around(more.part(BandPart.LAG).orElseThrow())).isEqualTo(jitter);
            }
          }
        });
  }

  @Test
  void noLawIsBrokenInTablesWithWideBands() {
    RandomScene.eachMeasured(
        scene -> assertThat(SourceLaws.check(shifted(scene, 5).tables())).isEmpty());
  }
}
