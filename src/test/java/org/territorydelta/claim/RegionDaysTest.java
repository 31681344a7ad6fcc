package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.cells;
import static org.territorydelta.scene.SceneRegions.region;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.RegionTimelineDay;
import org.territorydelta.model.claim.RegionTimelineDay.AreaChange;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.claim.ReportEvent.Report;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.scene.ClaimBuilder;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.SceneRegions;

/** Three regions in a row: WEST and MIDDLE share a border, MIDDLE and EAST do. */
class RegionDaysTest {
  private static final SceneRegions REGIONS =
      SceneRegions.of(
          region("WEST", "AA", box(0, 0, 4, 4)),
          region("MIDDLE", "AA", box(4, 0, 8, 4)),
          region("EAST", "AA", box(8, 0, 12, 4)));

  /** On the 3rd, two days after the map before it, BLUE takes 2 columns of MIDDLE from RED. */
  private static MeasuredScene scene() {
    return ControlScene.of("alpha")
        .day("2024-01-01")
        .holds(BLUE, box(0, 0, 4, 4))
        .holds(RED, box(4, 0, 8, 4))
        .day("2024-01-03")
        .holds(BLUE, box(0, 0, 6, 4))
        .holds(RED, box(6, 0, 8, 4))
        .measurer()
        .regions(REGIONS)
        .measure();
  }

  private static RegionFacts facts(String id) {
    return REGIONS.tree().regions().stream()
        .filter(region -> region.id().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<RegionTimelineDay> days() {
    var controlled = new LayerSet("controlled", Set.of("held"));
    return new RegionDays(REGIONS.tree().regions())
        .changed(RegionDays.changes(scene().summary().transitions(), List.of(controlled)))
        .claimed(
            List.of(
                ClaimBuilder.held("claim", QuantityType.CONTROL_STOCK, "2024-01-01")
                    .in(facts("MIDDLE"))
                    .stated("2024-01-03")
                    .build()))
        .reported(
            List.of(
                emergency("later", "2024-01-04", "WEST"),
                emergency("first", "2024-01-03", "MIDDLE")))
        .days();
  }

  private static ReportEvent emergency(String id, String day, String region) {
    return new ReportEvent(
        id,
        LocalDate.parse(day),
        facts(region),
        "emergency-declared",
        Optional.empty(),
        new Report("Governor", false, "", ""));
  }

  private static List<RegionTimelineDay> story(String region) {
    return days().stream().filter(day -> day.region().id().id().equals(region)).toList();
  }

  @Test
  void aDayOfARegionHasItsChangesClaimsAndEventsSideBySide() {
    assertThat(story("MIDDLE")).hasSize(1);
    RegionTimelineDay day = story("MIDDLE").get(0);

    assertThat(day.day()).isEqualTo("2024-01-03");
    assertThat(day.changes())
        .extracting(AreaChange::side, c -> cells(c.change().gainedM2() - c.change().lostM2()))
        .containsExactly(tuple(BLUE, 8L), tuple(RED, -8L));
    assertThat(day.changes().get(0).openingMapDate()).isEqualTo("2024-01-01");
    assertThat(day.claims()).extracting(claim -> claim.claimId()).containsExactly("claim");
    assertThat(day.events()).extracting(event -> event.eventId()).containsExactly("first");
  }

  @Test
  void aDayWithoutAnythingHasNoRow() {
    assertThat(story("EAST")).isEmpty();
    assertThat(story("WEST")).extracting(RegionTimelineDay::day).containsExactly(day(4));
    assertThat(story("ALL")).extracting(RegionTimelineDay::day).containsExactly(day(3));
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2024, 1, day);
  }

  @Test
  void anEmergencyCanBeFollowedFromARegionToItsNeighbour() {
    List<String> spread =
        days().stream()
            .flatMap(
                from ->
                    days().stream()
                        .filter(to -> declares(from) && declares(to))
                        .filter(to -> to.day().isAfter(from.day()))
                        .filter(to -> to.region().neighbours().contains(from.region().id().id()))
                        .map(to -> from.region().id().id() + " to " + to.region().id().id()))
            .toList();

    assertThat(spread).containsExactly("MIDDLE to WEST");
  }

  private static boolean declares(RegionTimelineDay day) {
    return day.events().stream().anyMatch(event -> event.kind().equals("emergency-declared"));
  }
}
