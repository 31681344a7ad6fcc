package org.territorydelta.spark.tables;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimAssessment.Against;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.ComparisonRow;
import org.territorydelta.model.claim.ComparisonRow.Definition;
import org.territorydelta.model.claim.ComparisonRow.End;
import org.territorydelta.model.claim.ComparisonRow.EndKind;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.RegionTimelineDay;
import org.territorydelta.model.claim.RegionTimelineDay.AreaChange;
import org.territorydelta.model.claim.RegionTimelineDay.ClaimLine;
import org.territorydelta.model.claim.RegionTimelineDay.EventLine;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.claim.Reproduction;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.claim.SettlementChange;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/** Records of the reports: with everything there can be in them, and with nothing that may lack. */
final class ReportRecords {
  private static final LocalDate DAY = LocalDate.of(2024, 8, 12);
  private static final RegionFacts KURSK =
      new RegionFacts(
          new RegionId("RU-KRS", 1), "Kursk", "RU", SquareKm.toM2(30_000), List.of(), false);

  static final Claim FULL =
      new Claim(
          new Claim.Key("kursk-390", "kursk-1000"),
          new Claim.Statement("General", "Chief", DAY, "https://example.org"),
          new Claim.Subject(
              "UA",
              KURSK,
              Optional.of("nzz"),
              Optional.of("controlled"),
              Claim.Contested.EXCLUDED,
              true),
          new Claim.Amount(
              QuantityType.GROSS_GAIN,
              StatedValue.parse("3.9e2"),
              MeasureUnit.SQUARE_MILE,
              Qualifier.ABOUT),
          new ClaimTime(Optional.of(DAY.minusDays(6)), DAY, Set.of(ClaimTime.Inferred.LAST_DAY)),
          Optional.of("kursk-1"));

  private static final Claim BARE =
      new Claim(
          new Claim.Key("a", "a"),
          new Claim.Statement("Somebody", "", DAY, ""),
          new Claim.Subject(
              "UA",
              RegionFacts.ALL,
              Optional.empty(),
              Optional.empty(),
              Claim.Contested.NOT_STATED,
              false),
          new Claim.Amount(
              QuantityType.CONTROL_STOCK,
              StatedValue.parse("1-2"),
              MeasureUnit.PERCENT,
              Qualifier.EXACT),
          ClaimTime.at(DAY),
          Optional.empty());

  private static final ReportEvent EVENT =
      new ReportEvent(
          "e",
          DAY,
          KURSK,
          "prisoners",
          Optional.of(
              new ReportEvent.Value(StatedValue.parse("100"), "people", Qualifier.MORE_THAN)),
          new ReportEvent.Report("President", false, "in a day", "press"));

  private static final ReportEvent BARE_EVENT =
      new ReportEvent(
          "f",
          DAY,
          RegionFacts.ALL,
          "statement",
          Optional.empty(),
          new ReportEvent.Report("Somebody", true, "", ""));

  static final Measurement MEASURED =
      new Measurement(
          new AreaDelta.States(
              Coverage.FULL,
              Optional.of(new MapState(DAY.minusDays(7), 0)),
              Optional.of(new MapState(DAY.minusDays(1), 1))),
          Optional.of(new ValueRange(600.5, 626.5, 700.25)),
          Optional.of(0L));

  private static final Measurement COVERED =
      new Measurement(
          new AreaDelta.States(
              Coverage.PARTIAL, Optional.empty(), Optional.of(new MapState(DAY, 25))),
          Optional.of(ValueRange.exactly(15.5)),
          Optional.empty());

  static Stream<Arguments> all() {
    var against = new Against("nzz", "controlled", AsKnown.THEN);
    return Stream.of(
        Arguments.of(
            Tables.CLAIM_ASSESSMENT,
            new ClaimAssessment(
                FULL, true, against, Optional.of(MEASURED), ClaimLabel.STRONGLY_HIGH, Set.of())),
        Arguments.of(
            Tables.CLAIM_ASSESSMENT,
            new ClaimAssessment(
                FULL, false, against, Optional.of(COVERED), ClaimLabel.UNVERIFIABLE, Set.of())),
        Arguments.of(
            Tables.CLAIM_ASSESSMENT,
            new ClaimAssessment(
                BARE,
                false,
                new Against("nzz", ClaimAssessment.ANY_LAYER_SET, AsKnown.NOW),
                Optional.empty(),
                ClaimLabel.NOT_COMPARABLE,
                Set.of(Incomparability.UNIT, Incomparability.SIDE))),
        Arguments.of(Tables.COMPARISON, comparison(Set.of(Incomparability.SIDE))),
        Arguments.of(Tables.COMPARISON, comparison(Set.of())),
        Arguments.of(
            Tables.REPRODUCTION,
            new Reproduction(
                FULL,
                new Reproduction.Definition("nzz", "controlled", -2),
                Optional.of(new Reproduction.Computed(1010.5, Optional.of(DAY), DAY.plusDays(7))),
                new Reproduction.Fit(true, false))),
        Arguments.of(
            Tables.REPRODUCTION,
            new Reproduction(
                FULL,
                new Reproduction.Definition("nzz", "controlled", 0),
                Optional.empty(),
                new Reproduction.Fit(false, true))),
        Arguments.of(Tables.REPORT_EVENT, EVENT),
        Arguments.of(Tables.REPORT_EVENT, BARE_EVENT),
        Arguments.of(
            Tables.REGION_TIMELINE,
            new RegionTimelineDay(
                new RegionFacts(
                    KURSK.id(), "Kursk", "RU", KURSK.areaM2(), List.of("RU-BEL"), false),
                DAY,
                List.of(
                    new AreaChange(
                        "nzz", "UA", "controlled", DAY.minusDays(1), new AreaDelta.Change(7, 3))),
                List.of(ClaimLine.of(FULL), ClaimLine.of(BARE)),
                List.of(EventLine.of(EVENT), EventLine.of(BARE_EVENT)))),
        Arguments.of(
            Tables.REGION_TIMELINE,
            new RegionTimelineDay(RegionFacts.ALL, DAY, List.of(), List.of(), List.of())),
        Arguments.of(
            Tables.SETTLEMENT_CHANGE,
            new SettlementChange(
                "nzz",
                new Settlement("sudzha", "Sudzha", new Settlement.Position(35.27, 51.19), KURSK),
                DAY,
                DAY.plusDays(1),
                Holding.NONE,
                new Holding("UA", "held"))));
  }

  static ComparisonRow comparison(Set<Incomparability> reasons) {
    var region = new RegionFacts(KURSK.id(), "Kursk", "RU", 0, List.of(), false);
    return new ComparisonRow(
        "x",
        new End(
            EndKind.CLAIM,
            "kursk-390",
            new Definition("UA", region, QuantityType.GROSS_GAIN, "", FULL.time()),
            FULL.range(),
            Optional.of(7),
            Coverage.FULL),
        new End(
            EndKind.MEASUREMENT,
            "nzz",
            new Definition(
                "RU", RegionFacts.ALL, QuantityType.CONTROL_STOCK, "controlled", ClaimTime.at(DAY)),
            Optional.empty(),
            Optional.empty(),
            Coverage.NONE),
        reasons);
  }

  private ReportRecords() {}
}
