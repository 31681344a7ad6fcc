package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.model.claim.AsKnown.NOW;
import static org.territorydelta.model.claim.AsKnown.THEN;
import static org.territorydelta.model.claim.QuantityType.ADVANCE_DISTANCE;
import static org.territorydelta.model.claim.QuantityType.CONTROL_STOCK;
import static org.territorydelta.model.claim.QuantityType.GROSS_GAIN;
import static org.territorydelta.model.claim.QuantityType.GROSS_LOSS;
import static org.territorydelta.model.claim.QuantityType.NET_CHANGE;
import static org.territorydelta.model.claim.QuantityType.RATE_PER_DAY;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.GREEN;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.ReportScene.cells;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.territorydelta.claim.FrontDepths.Depth;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.scene.ClaimBuilder;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.ReportScene;
import org.territorydelta.scene.SceneRegions;

/** Cells have some 0.19 km²; scenes have hundreds of them, to be well away from zero. */
class AssessorTest {
  private static final double SMALL = 2e-3;

  /**
   * BLUE holds 200 cells, then 600, then 500: 400 gained and 100 lost map by map; 300 gained and
   * none lost from end to end.
   */
  private static ControlScene growing() {
    return ControlScene.of("alpha")
        .day("2024-01-01")
        .holds(BLUE, box(0, 0, 20, 10))
        .day("2024-01-02")
        .holds(BLUE, box(0, 0, 60, 10))
        .day("2024-01-03")
        .holds(BLUE, box(0, 0, 50, 10));
  }

  private static ClaimBuilder whole(String id, QuantityType quantity) {
    return ClaimBuilder.over(id, quantity, "2024-01-02", "2024-01-03");
  }

  private static ClaimBuilder held(String id) {
    return ClaimBuilder.held(id, CONTROL_STOCK, "2024-01-03");
  }

  private static ClaimAssessment now(Claim claim, ControlScene scene) {
    return ReportScene.of(scene).claims(claim).assessment(claim.key().id(), scene.sourceId(), NOW);
  }

  @Test
  void aGainIsWeighedAgainstWhatWasGainedUpToWhatWasGainedMapByMap() {
    ClaimAssessment low = now(whole("a", GROSS_GAIN).cells(301).build(), growing());
    ClaimAssessment high = now(whole("a", GROSS_GAIN).cells(399).build(), growing());

    assertThat(low.label()).isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(high.label()).isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(cells(low.measured())).isCloseTo(300, within(SMALL));
    assertThat(now(whole("a", GROSS_GAIN).cells(299).build(), growing()).label())
        .isEqualTo(ClaimLabel.LOW);
    assertThat(now(whole("a", GROSS_GAIN).cells(401).build(), growing()).label())
        .isEqualTo(ClaimLabel.HIGH);
    assertThat(now(whole("a", GROSS_GAIN).cells(601).build(), growing()).label())
        .isEqualTo(ClaimLabel.STRONGLY_HIGH);
  }

  @Test
  void everyQuantityHasItsMeasure() {
    assertThat(cells(now(whole("a", GROSS_LOSS).build(), growing()).measured()))
        .isCloseTo(0, within(SMALL));
    assertThat(cells(now(whole("a", NET_CHANGE).build(), growing()).measured()))
        .isCloseTo(300, within(SMALL));
    assertThat(cells(now(whole("a", RATE_PER_DAY).build(), growing()).measured()))
        .isCloseTo(150, within(SMALL));
    assertThat(
            cells(
                now(ClaimBuilder.held("a", CONTROL_STOCK, "2024-01-02").build(), growing())
                    .measured()))
        .isCloseTo(600, within(SMALL));
  }

  @Test
  void differenceAndRatioAreOfClaimedAndMeasured() {
    ClaimAssessment row = now(whole("a", NET_CHANGE).cells(450).build(), growing());

    assertThat(row.ratio().orElseThrow()).isCloseTo(1.5, within(1e-4));
    assertThat(cells(Optional.of(ValueRange.exactly(row.difference().orElseThrow()))))
        .isCloseTo(150, within(0.01));
  }

  @Test
  void aClaimOfLossWhereThereWasGainHasTheWrongSign() {
    assertThat(now(whole("a", NET_CHANGE).cells(-300).build(), growing()).label())
        .isEqualTo(ClaimLabel.WRONG_SIGN);
    assertThat(now(whole("a", RATE_PER_DAY).cells(-150).build(), growing()).label())
        .isEqualTo(ClaimLabel.WRONG_SIGN);
  }

  @ParameterizedTest
  @EnumSource(
      value = MeasureUnit.class,
      names = {"SQUARE_KM", "SQUARE_MILE", "HECTARE", "PERCENT"})
  void aClaimEqualToTheMeasurementIsConsistentInEveryUnit(MeasureUnit unit) {
    var region = SceneRegions.region("BOX", "AA", box(0, 0, 100, 20));
    ReportScene scene = ReportScene.of(growing()).regions(SceneRegions.of(region));
    ClaimBuilder claim = whole("a", NET_CHANGE).in(scene.region("BOX"));
    double measuredKm2 =
        scene.claims(claim.build()).assessment("a", "alpha", NOW).measured().orElseThrow().value();
    double factor = unit.factor(scene.region("BOX").areaM2()).orElseThrow();
    String number = String.format(java.util.Locale.ROOT, "%.9f", measuredKm2 / factor);

    ClaimAssessment row =
        ReportScene.of(growing())
            .regions(SceneRegions.of(region))
            .claims(claim.number(number).unit(unit).build())
            .assessment("a", "alpha", NOW);

    assertThat(row.label()).isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(row.ratio().orElseThrow()).isCloseTo(1, within(1e-9));
  }

  @Test
  void percentOfEverythingAreOfNothingKnown() {
    ClaimAssessment row =
        now(whole("a", NET_CHANGE).number("3").unit(MeasureUnit.PERCENT).build(), growing());

    assertThat(row.label()).isEqualTo(ClaimLabel.NOT_COMPARABLE);
    assertThat(row.reasons()).containsExactly(Incomparability.UNIT);
  }

  @Test
  void aPeriodThatRunsBeyondTheMapsIsUnverifiableWithItsCoveredPart() {
    Claim claim = ClaimBuilder.over("a", GROSS_GAIN, "2024-01-02", "2024-01-20").cells(900).build();
    ClaimAssessment row = now(claim, growing());

    assertThat(row.label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(row.measured()).isEmpty();
    assertThat(cells(row.covered())).isCloseTo(300, within(SMALL));
    assertThat(row.ratio()).isEqualTo(OptionalDouble.empty());
    assertThat(row.measurement().orElseThrow().coveredDays()).contains(2);
    assertThat(row.measurement().orElseThrow().states().coverage()).isEqualTo(Coverage.PARTIAL);
    assertThat(row.measurement().orElseThrow().states().closing().orElseThrow().stalenessDays())
        .isEqualTo(17);
  }

  @Test
  void aGrossClaimBelowItsCoveredPartIsLowWhateverFollowed() {
    ClaimBuilder claim = ClaimBuilder.over("a", GROSS_GAIN, "2024-01-02", "2024-01-20");

    assertThat(now(claim.cells(250).build(), growing()).label()).isEqualTo(ClaimLabel.LOW);
    assertThat(now(claim.cells(100).build(), growing()).label()).isEqualTo(ClaimLabel.STRONGLY_LOW);
    assertThat(now(claim.cells(310).build(), growing()).label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    Claim net = ClaimBuilder.over("a", NET_CHANGE, "2024-01-02", "2024-01-20").cells(100).build();
    assertThat(now(net, growing()).label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
  }

  @Test
  void aDayWithoutAMapOfItsOwnTellsNothingOfThatDay() {
    ControlScene scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 20, 10))
            .day("2024-01-03")
            .holds(BLUE, box(0, 0, 60, 10));
    Claim claim = ClaimBuilder.over("a", GROSS_GAIN, "2024-01-02", "2024-01-02").cells(100).build();

    assertThat(now(claim, scene).label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(now(claim, scene).measurement().orElseThrow().coveredDays()).contains(0);
  }

  @Test
  void whatWasKnownThenIsOfTheFilesUpToTheStatement() {
    // On the 3rd the map of the 2nd showed 300 cells; filed again on the 9th it shows 600.
    ControlScene scene =
        ControlScene.of("alpha")
            .day("2024-01-01")
            .holds(BLUE, box(0, 0, 20, 10))
            .day("2024-01-02")
            .holds(BLUE, box(0, 0, 30, 10))
            .revised("2024-01-02", "2024-01-09")
            .holds(BLUE, box(0, 0, 60, 10))
            .day("2024-01-10")
            .holds(BLUE, box(0, 0, 70, 10));
    ReportScene reports =
        ReportScene.of(scene)
            .claims(
                ClaimBuilder.over("gain", GROSS_GAIN, "2024-01-02", "2024-01-02")
                    .cells(400)
                    .stated("2024-01-03")
                    .build(),
                ClaimBuilder.held("stock", CONTROL_STOCK, "2024-01-02")
                    .cells(600)
                    .stated("2024-01-03")
                    .build());

    assertThat(cells(reports.assessment("gain", "alpha", THEN).measured()))
        .isCloseTo(100, within(SMALL));
    assertThat(cells(reports.assessment("gain", "alpha", NOW).measured()))
        .isCloseTo(400, within(SMALL));
    assertThat(reports.assessment("gain", "alpha", THEN).label())
        .isEqualTo(ClaimLabel.STRONGLY_HIGH);
    assertThat(reports.assessment("gain", "alpha", NOW).label()).isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(cells(reports.assessment("stock", "alpha", THEN).measured()))
        .isCloseTo(300, within(SMALL));
    // The period's own as it was known then and now, and the step after it.
    assertThat(reports.measurements().pairs()).hasSize(3);
  }

  @Test
  void beforeAnyFileNothingWasKnown() {
    Claim claim =
        ClaimBuilder.held("a", CONTROL_STOCK, "2023-12-31").cells(1).stated("2023-12-31").build();
    ClaimAssessment then = ReportScene.of(growing()).claims(claim).assessment("a", "alpha", THEN);

    assertThat(then.label()).isEqualTo(ClaimLabel.UNVERIFIABLE);
    assertThat(then.measurement().orElseThrow().states().coverage()).isEqualTo(Coverage.NONE);
  }

  @Test
  void fileDatesThatAreReckonedFromTheMapsTellNothingOfThen() {
    String profile =
        """
        map-date: {property: day}
        rules: [{name: blue, holding: BLUE held}]
        """;
    ReportScene reports =
        ReportScene.of(growing())
            .profile("alpha", profile)
            .claims(whole("a", NET_CHANGE).cells(300).build());

    assertThat(reports.assessment("a", "alpha", THEN).label()).isEqualTo(ClaimLabel.UNKNOWN);
    assertThat(reports.assessment("a", "alpha", THEN).measurement()).isEmpty();
    assertThat(reports.assessment("a", "alpha", NOW).label()).isEqualTo(ClaimLabel.CONSISTENT);
  }

  @Test
  void everyReasonNotToCompareIsTold() {
    Claim claim =
        whole("a", NET_CHANGE)
            .side(GREEN)
            .layerSet("wide")
            .number("1")
            .unit(MeasureUnit.PERCENT)
            .stated("2024-01-02")
            .build();
    ClaimAssessment row = now(claim, growing());

    assertThat(row.label()).isEqualTo(ClaimLabel.NOT_COMPARABLE);
    assertThat(row.reasons())
        .containsExactly(
            Incomparability.UNKNOWN_SIDE, Incomparability.PERIOD, Incomparability.UNIT);
    assertThat(row.against().layerSet()).isEqualTo("wide");
  }

  @Test
  void aLayerSetThatIsNotThereIsStoodInForByTheNearest() {
    ClaimAssessment row =
        now(whole("a", NET_CHANGE).layerSet("control+advances").cells(300).build(), growing());

    assertThat(row.reasons()).containsExactly(Incomparability.NEAREST_LAYER_SET);
    assertThat(row.against().layerSet()).isEqualTo("controlled");
    assertThat(row.label()).isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(now(whole("a", NET_CHANGE).layerSet("controlled").cells(300).build(), growing()))
        .extracting(ClaimAssessment::label)
        .isEqualTo(ClaimLabel.CONSISTENT);
  }

  @Test
  void aClaimWithoutALayerSetIsWeighedByEach() {
    List<ClaimAssessment> rows =
        ReportScene.of(growing())
            .config("layer-sets: {controlled: [held], wide: [held, claimed], soft: [claimed]}\n")
            .claims(whole("a", NET_CHANGE).build())
            .rows()
            .assessments();

    assertThat(rows)
        .extracting(row -> row.against().layerSet() + " " + row.against().known())
        .containsExactly(
            "controlled THEN", "wide THEN", "soft THEN", "controlled NOW", "wide NOW", "soft NOW");
  }

  @Test
  void aSourceThatDrawsOneCountryIsSilentOnOthers() {
    String profile =
        """
        file-date: {file-name: '(\\d{8})', format: yyyyMMdd}
        map-date: {from: file-date}
        scope: [PL]
        rules: [{name: blue, holding: BLUE held}]
        """;
    SceneRegions regions =
        SceneRegions.of(
            SceneRegions.region("ONE", "PL", Grid.box(0, 0, 1, 1)),
            SceneRegions.region("FOUR", "CZ", Grid.box(3, 0, 7, 1)));
    ReportScene reports = ReportScene.of(growing()).profile("alpha", profile).regions(regions);
    reports.claims(
        whole("in", NET_CHANGE).in(reports.region("ONE")).build(),
        whole("out", NET_CHANGE).in(reports.region("FOUR")).build(),
        whole("other", NET_CHANGE).side(RED).in(reports.region("FOUR")).build());

    assertThat(reports.assessment("in", "alpha", NOW).reasons()).isEmpty();
    assertThat(reports.assessment("out", "alpha", NOW).reasons())
        .containsExactly(Incomparability.REGION);
    assertThat(reports.assessment("other", "alpha", NOW).reasons())
        .containsExactly(Incomparability.UNKNOWN_SIDE, Incomparability.REGION);
  }

  @Test
  void aSideThatIsDrawnInOneCountryIsNotToldInAll() {
    String profile =
        """
        file-date: {file-name: '(\\d{8})', format: yyyyMMdd}
        map-date: {from: file-date}
        firm-to-soft: [BLUE held, RED home, RED held]
        rules:
          - {name: at-home, when: {type: now}, country: BB, holding: RED home}
          - {name: red, when: {type: now}, holding: RED held}
          - {name: blue, when: {type: lost}, country: BB, holding: BLUE held}
        """;
    ReportScene reports =
        ReportScene.of(growing()).profile("alpha", profile).regions(SceneRegions.POWERS_OF_TWO);
    reports.claims(
        held("blue-bb").in(reports.region("BB")).build(),
        held("blue-four").in(reports.region("FOUR")).build(),
        held("blue-aa").in(reports.region("AA")).build(),
        held("blue-all").build(),
        held("red-all").side(RED).build(),
        held("red-bb").side(RED).in(reports.region("BB")).build());

    assertThat(
            reports.rows().assessments().stream()
                .filter(row -> row.reasons().contains(Incomparability.REGION))
                .map(row -> row.claim().key().id())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("blue-aa", "blue-all", "red-bb");
  }

  @Test
  void anAdvanceIsWeighedAgainstMeanAndLargestDepth() {
    Claim claim = whole("a", ADVANCE_DISTANCE).number("1-2").build();
    ReportScene reports =
        ReportScene.of(growing())
            .claims(claim)
            .depths((pair, ground) -> Optional.of(new Depth(OptionalDouble.of(0.4), 3.5)));

    assertThat(reports.assessment("a", "alpha", NOW).measured())
        .contains(new ValueRange(0.4, 3.5, 3.5));
    assertThat(reports.assessment("a", "alpha", NOW).label()).isEqualTo(ClaimLabel.CONSISTENT);
  }

  @Test
  void whatNobodyMeasuresCannotBeCompared() {
    ClaimAssessment row = now(whole("a", ADVANCE_DISTANCE).number("1-2").build(), growing());

    assertThat(row.label()).isEqualTo(ClaimLabel.NOT_COMPARABLE);
    assertThat(row.reasons()).containsExactly(Incomparability.QUANTITY_TYPE);
    assertThat(
            now(whole("a", QuantityType.SETTLEMENT_COUNT).number("3").build(), growing()).reasons())
        .containsExactly(Incomparability.QUANTITY_TYPE);
  }

  @Test
  void aMarginWidensWhatIsMeasured() {
    Claim claim = whole("a", NET_CHANGE).number("50").build(); // measured: 57 km²
    long tenKm2 = 1_000_000_000L;

    assertThat(now(claim, growing()).label()).isEqualTo(ClaimLabel.LOW);
    assertThat(
            ReportScene.of(growing())
                .claims(claim)
                .margins(planned -> new Margins.Margin(tenKm2, 0))
                .assessment("a", "alpha", NOW)
                .label())
        .isEqualTo(ClaimLabel.CONSISTENT);
  }

  @Test
  void aSupersededClaimIsSupersededNowAndWasNotThen() {
    ReportScene reports =
        ReportScene.of(growing())
            .claims(
                whole("old", NET_CHANGE).cells(300).build(),
                whole("new", NET_CHANGE).cells(310).stated("2024-01-05").supersedes("old").build());

    assertThat(reports.assessment("old", "alpha", NOW).label()).isEqualTo(ClaimLabel.SUPERSEDED);
    assertThat(reports.assessment("old", "alpha", THEN).label()).isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(reports.assessment("old", "alpha", NOW).counted()).isFalse();
    assertThat(reports.assessment("new", "alpha", NOW).counted()).isTrue();
  }

  @Test
  void reprintsOfAStatementDoNotCountTwice() {
    Claim first = whole("first", NET_CHANGE).cells(300).group("g").build();
    Claim reprint = whole("reprint", NET_CHANGE).cells(310).group("g").stated("2024-01-04").build();
    Claim other = whole("other", NET_CHANGE).cells(300).build();

    assertThat(counted(first, other)).containsExactly("first", "other");
    assertThat(counted(reprint, first, other)).containsExactly("first", "other");
  }

  @Test
  void whereTheFirstOfAStatementIsSupersededTheNextCounts() {
    Claim first = whole("first", NET_CHANGE).group("g").build();
    Claim reprint = whole("reprint", NET_CHANGE).group("g").stated("2024-01-04").build();
    Claim correction =
        whole("correction", NET_CHANGE).stated("2024-01-05").supersedes("first").build();

    assertThat(counted(first, reprint, correction)).containsExactly("reprint", "correction");
  }

  @Test
  void whereTheFirstOfAStatementCannotBeComparedTheNextCounts() {
    // GREEN is not among the sides that are drawn.
    Claim first = whole("first", NET_CHANGE).group("g").side(GREEN).build();
    Claim reprint = whole("reprint", NET_CHANGE).group("g").stated("2024-01-04").build();

    assertThat(counted(first, reprint)).containsExactly("reprint");
    assertThat(counted(first)).containsExactly("first");
  }

  private static List<String> counted(Claim... claims) {
    return ReportScene.of(growing()).claims(claims).rows().assessments().stream()
        .filter(row -> row.counted() && row.against().known() == AsKnown.NOW)
        .map(row -> row.claim().key().id())
        .toList();
  }

  @Test
  void aHedgedClaimIsWeighedByItsInterval() {
    // 300 cells are some 57 km²: within 5 % of 59, and less than 10 % below 60.
    ClaimBuilder claim = whole("a", NET_CHANGE).number("60");

    assertThat(now(claim.qualifier(Qualifier.EXACT).build(), growing()).label())
        .isEqualTo(ClaimLabel.HIGH);
    assertThat(now(claim.number("59").qualifier(Qualifier.ABOUT).build(), growing()).label())
        .isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(now(claim.number("60").qualifier(Qualifier.ALMOST).build(), growing()).label())
        .isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(now(claim.qualifier(Qualifier.MORE_THAN).build(), growing()).label())
        .isEqualTo(ClaimLabel.HIGH);
    // More than 100 cells holds for 300, and is told to be far below.
    ClaimAssessment more = now(claim.cells(100).qualifier(Qualifier.MORE_THAN).build(), growing());
    assertThat(more.label()).isEqualTo(ClaimLabel.CONSISTENT);
    assertThat(more.reasons()).containsExactly(Incomparability.FAR_WITHIN);
  }
}
