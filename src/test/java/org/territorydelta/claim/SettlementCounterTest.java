package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.model.claim.AsKnown.NOW;
import static org.territorydelta.model.claim.QuantityType.SETTLEMENT_COUNT;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.held;
import static org.territorydelta.scene.Grid.box;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Point;
import org.territorydelta.change.SettlementSurvey;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Settlement;
import org.territorydelta.model.claim.SettlementChange;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.scene.ClaimBuilder;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.ReportScene;
import org.territorydelta.scene.SceneRegions;
import org.territorydelta.timeline.MapPair;

/**
 * One settlement in the middle of each of fifteen cells in a row; ONE, TWO, FOUR, EIGHT of them.
 */
class SettlementCounterTest {
  /** BLUE takes 5 cells from RED, loses 2 of them, and takes 1 back. */
  private static ControlScene scene() {
    return ControlScene.of("alpha")
        .day("2024-01-01")
        .holds(RED, box(0, 0, 15, 1))
        .day("2024-01-02")
        .holds(BLUE, box(0, 0, 5, 1))
        .holds(RED, box(5, 0, 15, 1))
        .day("2024-01-03")
        .holds(BLUE, box(0, 0, 3, 1))
        .holds(RED, box(3, 0, 15, 1))
        .day("2024-01-04")
        .holds(BLUE, box(0, 0, 4, 1))
        .holds(RED, box(5, 0, 15, 1));
  }

  private static List<Settlement> row(ReportScene scene) {
    List<Settlement> row = new ArrayList<>();
    for (int x = 0; x < 15; x++) {
      String region = x < 1 ? "ONE" : x < 3 ? "TWO" : x < 7 ? "FOUR" : "EIGHT";
      row.add(settlement("s" + (10 + x), x, scene.region(region)));
    }
    return row;
  }

  private static Settlement settlement(String id, int x, RegionFacts region) {
    Point middle = box(x, 0, x + 1, 1).getCentroid();
    return new Settlement(id, id, new Settlement.Position(middle.getX(), middle.getY()), region);
  }

  private static ReportScene reports() {
    ReportScene reports = ReportScene.of(scene()).regions(SceneRegions.POWERS_OF_TWO);
    return reports.settlements(row(reports).toArray(Settlement[]::new));
  }

  private static ValueRange measured(ClaimBuilder claim, String region) {
    ReportScene reports = reports();
    Claim counted = claim.in(reports.region(region)).build();
    return reports.claims(counted).assessment("a", "alpha", NOW).measured().orElseThrow();
  }

  @Test
  void settlementsHeldOnADayAreCounted() {
    ClaimBuilder claim = ClaimBuilder.held("a", SETTLEMENT_COUNT, "2024-01-02");

    assertThat(measured(claim, "ALL")).isEqualTo(ValueRange.exactly(5));
    assertThat(measured(claim, "TWO")).isEqualTo(ValueRange.exactly(2));
    assertThat(measured(claim, "FOUR")).isEqualTo(ValueRange.exactly(2));
    assertThat(measured(claim, "AA")).isEqualTo(ValueRange.exactly(3));
    assertThat(measured(claim, "EIGHT")).isEqualTo(ValueRange.exactly(0));
  }

  @Test
  void settlementsTakenInAPeriodCountFromEndToEndUpToMapByMap() {
    ClaimBuilder claim = ClaimBuilder.over("a", SETTLEMENT_COUNT, "2024-01-02", "2024-01-04");

    assertThat(measured(claim, "ALL")).isEqualTo(new ValueRange(4, 4, 6));
    assertThat(measured(claim, "FOUR")).isEqualTo(new ValueRange(1, 1, 3));
  }

  @Test
  void aClaimOfSettlementsIsWeighedLikeAnyOther() {
    Claim claim = ClaimBuilder.held("a", SETTLEMENT_COUNT, "2024-01-02").number("5").build();

    assertThat(reports().claims(claim).assessment("a", "alpha", NOW).label())
        .isEqualTo(ClaimLabel.CONSISTENT);
  }

  @Test
  void everyChangeOfHandsIsTold() {
    List<Settlement> settlements = row(reports());
    List<MapPair> pairs = new ArrayList<>();
    Map<SnapshotId, List<Holding>> holders = new HashMap<>();
    var snapshots = scene().snapshots();
    for (int i = 0; i < snapshots.size(); i++) {
      holders.put(snapshots.get(i).id(), SettlementSurvey.holders(snapshots.get(i), settlements));
      if (i > 0) {
        pairs.add(new MapPair(snapshots.get(i - 1).id(), snapshots.get(i).id()));
      }
    }
    var counter =
        new SettlementCounter(settlements, SettlementCounter.Holders.of(settlements, holders));

    List<SettlementChange> changes = counter.changes(pairs);

    assertThat(changes)
        .extracting(change -> change.closingMapDate().getDayOfMonth() + change.settlement().id())
        .containsExactly("2s10", "2s11", "2s12", "2s13", "2s14", "3s13", "3s14", "4s13", "4s14");
    assertThat(changes.get(0).from()).isEqualTo(held(RED));
    assertThat(changes.get(0).to()).isEqualTo(held(BLUE));
    assertThat(changes.get(8).to()).isEqualTo(Holding.NONE);
  }
}
