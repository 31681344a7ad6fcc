package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.scene.SceneSummary;

/** The ledger of a region is the sum of its cells, however they are added. */
class RegionLedgerTest {
  private static final Map<Long, MeasuredScene> MEASURED = new HashMap<>();

  /** Runs a check on every random scene, with churn. */
  private static void each(BiConsumer<MeasuredScene, Long> law) {
    RandomScene.each(
        random ->
            law.accept(
                MEASURED.computeIfAbsent(
                    random.seed(), seed -> random.measurer().churned().measure()),
                random.seed()));
  }

  private static SortedMap<RegionId, RegionLedger> sums(
      MeasuredScene scene, List<CellLedger> cells) {
    SortedMap<RegionId, RegionLedger> sums = new TreeMap<>();
    for (CellLedger cell : cells) {
      for (RegionTree.PartOf part : scene.frame().regions().regionsOf(cell.cell())) {
        sums.computeIfAbsent(part.region(), key -> RegionLedger.none())
            .add(cell.ledger(), part.outsideBorder());
      }
    }
    return sums;
  }

  private static List<Object> rows(
      SceneSummary summary, SortedMap<RegionId, RegionLedger> regions) {
    List<Object> rows = new ArrayList<>();
    regions.forEach(
        (region, ledger) -> {
          rows.addAll(summary.source().controlAreas(region, ledger));
          rows.addAll(summary.source().transitions(region, ledger));
          rows.addAll(summary.source().areaDeltas(region, ledger));
        });
    return rows;
  }

  @Test
  void cellsMayBeAddedInAnyOrder() {
    each(
        (scene, seed) -> {
          SceneSummary summary = scene.summary();
          List<CellLedger> shuffled = new ArrayList<>(summary.cells().values());
          Collections.shuffle(shuffled, new Random(seed));

          assertThat(rows(summary, sums(scene, shuffled)))
              .as("seed %d", seed)
              .isEqualTo(rows(summary, summary.regions()));
        });
  }

  @Test
  void sumsOfSomeCellsAddUpToTheSumOfAll() {
    each(
        (scene, seed) -> {
          SceneSummary summary = scene.summary();
          List<CellLedger> cells = new ArrayList<>(summary.cells().values());
          int cut = new Random(seed).nextInt(cells.size() + 1);
          SortedMap<RegionId, RegionLedger> sums = sums(scene, cells.subList(0, cut));
          sums(scene, cells.subList(cut, cells.size()))
              .forEach(
                  (region, ledger) ->
                      sums.computeIfAbsent(region, key -> RegionLedger.none()).add(ledger, false));

          assertThat(rows(summary, sums))
              .as("seed %d", seed)
              .isEqualTo(rows(summary, summary.regions()));
        });
  }

  private static LedgerSums ledgerSums(SortedMap<RegionId, RegionLedger> regions) {
    var sums = new LedgerSums();
    regions.forEach(sums::add);
    return sums;
  }

  private static void prove(MeasuredScene scene, SortedMap<RegionId, RegionLedger> regions) {
    RegionLedger whole = RegionLedger.none();
    scene.summary().cells().values().forEach(cell -> whole.add(cell.ledger(), false));
    ledgerSums(regions).prove("alpha", whole, scene.frame().regions().regions());
  }

  @Test
  void theRegionsOfEveryLevelAddUpToTheWhole() {
    each((scene, seed) -> prove(scene, scene.summary().regions()));
  }

  @Test
  void aRegionLeftOutIsFound() {
    each(
        (scene, seed) -> {
          SortedMap<RegionId, RegionLedger> regions = scene.summary().regions();
          for (RegionId region : List.copyOf(regions.keySet())) {
            var others = new TreeMap<>(regions);
            RegionLedger left = others.remove(region);
            if (left.weightedSum() != 0) {
              assertThatThrownBy(() -> prove(scene, others))
                  .as("seed %d without %s", seed, region)
                  .isInstanceOf(LawBrokenException.class)
                  .hasMessageContaining("level " + region.level() + " do not add up");
            }
          }
        });
  }

  @Test
  void aCellCountedTwiceIsFound() {
    each(
        (scene, seed) -> {
          SceneSummary summary = scene.summary();
          for (CellLedger cell : summary.cells().values()) {
            List<CellLedger> cells = new ArrayList<>(summary.cells().values());
            cells.add(cell);
            if (cell.ledger().weightedSum() != 0) {
              assertThatThrownBy(() -> prove(scene, sums(scene, cells)))
                  .as("seed %d, %s twice", seed, cell.cell())
                  .isInstanceOf(LawBrokenException.class);
            }
          }
        });
  }

  @Test
  void aCellOnAnotherDayIsFound() {
    each(
        (scene, seed) -> {
          SceneSummary summary = scene.summary();
          RegionLedger whole = RegionLedger.none();
          summary.cells().values().forEach(cell -> whole.add(cell.ledger(), false));
          RegionLedger later = RegionLedger.none().add(whole, false);
          long moved = 0;
          for (long[] stocks : later.stocksM2().values()) {
            moved += Math.abs(stocks[0] - stocks[stocks.length - 1]);
            long first = stocks[0];
            stocks[0] = stocks[stocks.length - 1];
            stocks[stocks.length - 1] = first;
          }

          assertThat(later.weightedSum() == whole.weightedSum())
              .as("seed %d", seed)
              .isEqualTo(moved == 0);
        });
  }
}
