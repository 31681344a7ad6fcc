package org.territorydelta.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.territorydelta.model.claim.QuantityType.CONTROL_STOCK;
import static org.territorydelta.model.claim.QuantityType.NET_CHANGE;
import static org.territorydelta.scene.ControlScene.BLUE;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.Reproduction;
import org.territorydelta.scene.ClaimBuilder;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Grid;
import org.territorydelta.scene.ReportScene;

/**
 * Maps of the 1st to the 10th; that of day n shows n² columns of 20 cells held, and 1 column
 * claimed beside them. By the profile a file's map shows the day two days before the file's.
 */
class ReproducerTest {
  private static final String PROFILE =
      """
      file-date: {file-name: '(\\d{8})', format: yyyyMMdd}
      map-date: {from: file-date, plus-days: -2}
      firm-to-soft: [BLUE held, BLUE claimed]
      rules:
        - {name: blue, when: {a: b}, holding: BLUE held}
        - {name: blue-claimed, when: {a: c}, holding: BLUE claimed}
      """;

  private static ReportScene scene(Claim claim) {
    ControlScene scene = ControlScene.of("alpha");
    for (int day = 1; day <= 10; day++) {
      scene
          .day(String.format(java.util.Locale.ROOT, "2024-01-%02d", day))
          .holds(BLUE, box(0, 0, day * day, 20))
          .holds(claimed(BLUE), box(day * day, 0, day * day + 1, 20));
    }
    return ReportScene.of(scene)
        .profile("alpha", PROFILE)
        .config("layer-sets: {controlled: [held], wide: [held, claimed]}\n")
        .claims(claim);
  }

  private static List<Reproduction> rows(Claim claim) {
    return scene(claim).rows().reproductions();
  }

  private static Reproduction row(Claim claim, String layerSet, int offsetDays) {
    return rows(claim).stream()
        .filter(
            row ->
                row.definition().layerSet().equals(layerSet)
                    && row.definition().offsetDays() == offsetDays)
        .findFirst()
        .orElseThrow();
  }

  private static Reproduction best(Claim claim) {
    List<Reproduction> best = rows(claim).stream().filter(row -> row.fit().best()).toList();
    assertThat(best).hasSize(1);
    return best.get(0);
  }

  private static ClaimBuilder figure(QuantityType quantity, double columns) {
    ClaimBuilder claim =
        quantity == CONTROL_STOCK
            ? ClaimBuilder.held("a", quantity, "2024-01-06")
            : ClaimBuilder.over("a", quantity, "2024-01-05", "2024-01-06");
    return claim.source("alpha").cells(20 * columns);
  }

  @Test
  void aFigureOfOurOwnDefinitionReproduces() {
    // From 4² to 6².
    Claim claim = figure(NET_CHANGE, 36 - 16).build();
    Reproduction ours = row(claim, "controlled", -2);

    assertThat(ours.fit()).isEqualTo(new Reproduction.Fit(true, true));
    assertThat(ours.reproduces()).isTrue();
    assertThat(ours.residual().orElseThrow()).isCloseTo(0, within(0.01));
    assertThat(ours.computed().orElseThrow().openingMapDate()).contains(LocalDate.of(2024, 1, 4));
    assertThat(ours.computed().orElseThrow().closingMapDate()).isEqualTo(LocalDate.of(2024, 1, 6));
  }

  @Test
  void aFigureOfAnotherOffsetNamesIt() {
    // If a file shows the day before its own, the map we call the 3rd is that of the 4th.
    Claim claim = figure(NET_CHANGE, 25 - 9).build();
    Reproduction best = best(claim);

    assertThat(best.definition().offsetDays()).isEqualTo(-1);
    assertThat(best.reproduces()).isTrue();
    assertThat(best.fit().ours()).isFalse();
    Reproduction ours = row(claim, "controlled", -2);
    assertThat(ours.reproduces()).isFalse();
    assertThat(ours.residual().orElseThrow() / Grid.CELL_M2 * 1e6).isCloseTo(80, within(0.1));
  }

  @Test
  void aFigureOfAnotherLayerSetNamesIt() {
    Claim claim = figure(CONTROL_STOCK, 37).build();
    Reproduction best = best(claim);

    assertThat(best.definition().layerSet()).isEqualTo("wide");
    assertThat(best.definition().offsetDays()).isEqualTo(-2);
    assertThat(best.computed().orElseThrow().openingMapDate()).isEmpty();
  }

  @Test
  void theStatedLayerSetIsOurs() {
    Claim claim = figure(CONTROL_STOCK, 37).layerSet("wide").build();

    assertThat(rows(claim).stream().filter(row -> row.fit().ours()))
        .singleElement()
        .extracting(row -> row.definition().layerSet())
        .isEqualTo("wide");
  }

  @Test
  void everyOffsetIsTriedByEveryLayerSet() {
    Claim claim = figure(NET_CHANGE, 1).build();

    assertThat(rows(claim))
        .extracting(row -> row.definition().layerSet() + " " + row.definition().offsetDays())
        .containsExactly(
            "controlled 0",
            "controlled -1",
            "controlled -2",
            "controlled -3",
            "controlled -4",
            "wide 0",
            "wide -1",
            "wide -2",
            "wide -3",
            "wide -4");
  }

  @Test
  void whatTheMapsDoNotCoverIsNotComputed() {
    // At offset 0 the figure is of two days before those the maps begin with.
    Claim claim =
        ClaimBuilder.over("a", NET_CHANGE, "2024-01-02", "2024-01-03")
            .source("alpha")
            .cells(20 * (9 - 1))
            .build();

    assertThat(row(claim, "controlled", 0).computed()).isEmpty();
    assertThat(row(claim, "controlled", 0).reproduces()).isFalse();
    assertThat(row(claim, "controlled", -2).reproduces()).isTrue();
  }

  @Test
  void aFigureOfNoSourceOrOfNoAreaIsNotReproduced() {
    Claim nobodys = ClaimBuilder.over("a", NET_CHANGE, "2024-01-05", "2024-01-06").build();
    Claim elsewhere = figure(NET_CHANGE, 1).source("isw").build();
    Claim count = figure(QuantityType.SETTLEMENT_COUNT, 1).number("3").build();

    assertThat(rows(nobodys)).isEmpty();
    assertThat(rows(elsewhere)).isEmpty();
    assertThat(rows(count)).isEmpty();
  }
}
