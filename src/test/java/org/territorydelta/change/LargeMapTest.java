package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.Drawing;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.scene.SceneRegions;
import org.territorydelta.scene.SteppedFronts;

/**
 * Two maps of a million vertices each, a hundred times what real maps have, from the file to what
 * changed hands, in the heap that all tests share. The front between red and blue moved in one
 * column of 125; two regions meet on the meridian in the middle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeMapTest {
  private static final int COLUMNS = 125_000;
  private static final int MIDDLE = COLUMNS / 2;

  /** One square metre: two areas of a thousand steps, rounded step by step. */
  private static final long TOLERANCE_M2 = SquareKm.toM2(1e-6);

  private static final String CONFIG =
      """
      sources:
        - {id: large, profile: fronts.yaml, path: maps}
      """;

  private static final String PROFILE =
      """
      file-date: {file-name: '(\\d{8})\\.geojson$', format: yyyyMMdd}
      firm-to-soft: [RED held, BLUE held]
      rules:
        - {name: red, when: {side: RED}, holding: RED held}
        - {name: blue, when: {side: BLUE}, holding: BLUE held}
      """;

  private static final Holding RED = new Holding("RED", "held");
  private static final Holding BLUE = new Holding("BLUE", "held");

  private static final SteppedFronts BEFORE = SteppedFronts.of(COLUMNS, 1);
  private static final SteppedFronts AFTER = BEFORE.movedInOneOf(125, 2);

  private static final RegionIndex REGIONS =
      SceneRegions.of(
              SceneRegions.region("WEST", "AA", Drawing.box(29, 46, BEFORE.west(MIDDLE), 52)),
              SceneRegions.region("EAST", "AA", Drawing.box(BEFORE.west(MIDDLE), 46, 39, 52)))
          .index();

  private NormalisedMap opening;
  private NormalisedMap closing;

  @BeforeAll
  void normaliseBoth() throws IOException {
    RunConfig config = ConfigReader.read("run.yaml", CONFIG, name -> PROFILE);
    var normaliser = new SnapshotNormaliser(config.sources().get(0));
    opening = normalised(normaliser, "20240101.geojson", BEFORE);
    closing = normalised(normaliser, "20240102.geojson", AFTER);
  }

  private static NormalisedMap normalised(
      SnapshotNormaliser normaliser, String path, SteppedFronts fronts) throws IOException {
    return normaliser.normalise(path, new ByteArrayInputStream(fronts.geoJson())).maps().get(0);
  }

  @Test
  void everyVertexIsReadAndEveryAreaIsThatOfAnIndependentLibrary() {
    assertThat(opening.facts().size().vertices()).isEqualTo(8L * COLUMNS + 2);
    assertThat(opening.facts().mended().overlapM2()).isZero();
    for (Holding holding : List.of(RED, BLUE)) {
      assertThat(opening.facts().groundM2().get(holding))
          .isCloseTo(SquareKm.roundToM2(BEFORE.squareMetres(holding.side())), within(TOLERANCE_M2));
    }
  }

  @Test
  void whatChangedHandsIsFoundFromTheEdgesThatChanged() {
    int moved = BEFORE.columnsMoved(AFTER);
    // Three edges of each moved step are other ones, of the two that every column has in each of
    // the three fronts.
    assertThat(3.0 * moved / (3 * 2 * COLUMNS)).isBetween(0.002, 0.01);

    var engine = new ChangedEdgeEngine();
    var overlay = new Overlay();
    List<Transition> transitions =
        engine.transitions(
            new SnapshotPair(opening.snapshot(), closing.snapshot()), REGIONS, overlay);

    assertThat(engine.counts()).isEqualTo(new EngineCounts(0, 1, 0, 0));
    SortedMap<String, Long> found = new TreeMap<>();
    transitions.forEach(t -> found.put(t.to().side() + " in " + region(t.cell()), t.areaM2()));
    SortedMap<String, Double> expected = new TreeMap<>();
    expected.put("BLUE in EAST", AFTER.gainedByRed(BEFORE, MIDDLE, COLUMNS));
    expected.put("BLUE in WEST", AFTER.gainedByRed(BEFORE, 0, MIDDLE));
    expected.put("RED in EAST", BEFORE.gainedByRed(AFTER, MIDDLE, COLUMNS));
    expected.put("RED in WEST", BEFORE.gainedByRed(AFTER, 0, MIDDLE));
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (what, squareMetres) ->
            assertThat(found.get(what))
                .as(what)
                .isCloseTo(SquareKm.roundToM2(squareMetres), within(overlay.boundM2())));
  }

  @Test
  void theStocksOfTheRegionsAddUpToTheWhole() {
    StockMeasurer.measure(opening.snapshot(), REGIONS, new Overlay())
        .forEach(
            (holding, stocks) -> {
              assertThat(stocks).hasSize(2);
              assertThat(stocks.values().stream().mapToLong(Long::longValue).sum())
                  .as(holding.toString())
                  .isCloseTo(opening.facts().groundM2().get(holding), within(TOLERANCE_M2));
            });
  }

  private static String region(Cell cell) {
    return cell.atLevel(1).orElseThrow().region().id();
  }
}
