package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.StockMeasurer;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Drawing;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.scene.SceneRegions;
import org.territorydelta.scene.SceneSummary;
import org.territorydelta.timeline.DatePair;

/** No row depends on the order in which things came. */
class RowOrderTest {
  private static <T> List<T> shuffled(List<T> list, long seed) {
    var shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private static List<List<?>> rows(MeasuredScene scene) {
    return rows(scene.summary());
  }

  private static List<List<?>> rows(SceneSummary summary) {
    return List.of(
        summary.controlAreas(), summary.transitions(), summary.areaDeltas(), summary.sides());
  }

  @Test
  void theOrderOfFilesChangesNoRow() {
    RandomScene.each(
        random -> {
          ControlScene other = ControlScene.of(random.scene().sourceId());
          for (Drawing drawing : shuffled(random.scene().drawings(), random.seed())) {
            other.draw(drawing);
          }
          var again = new RandomScene(random.seed(), other, random.regions());

          assertThat(rows(again.measurer().measure())).isEqualTo(rows(random.measurer().measure()));
        });
  }

  @Test
  void theOrderOfTransitionsChangesNoRow() {
    RandomScene.each(
        random -> {
          MeasuredScene scene = random.measurer().measure();
          Map<DatePair, List<Transition>> pairs = new TreeMap<>();
          scene.pairs().forEach((pair, found) -> pairs.put(pair, shuffled(found, random.seed())));

          assertThat(rows(scene.summary(pairs))).isEqualTo(rows(scene));
        });
  }

  @Test
  void theOrderOfPolygonsChangesNoStock() {
    RandomScene.each(
        random -> {
          RegionIndex regions = random.regions().index();
          for (ControlSnapshot map : random.scene().snapshots()) {
            SortedMap<Holding, List<Polygon>> ground = new TreeMap<>();
            map.ground()
                .forEach(
                    (holding, polygons) -> ground.put(holding, shuffled(polygons, random.seed())));
            var other = new ControlSnapshot(map.id(), ground);

            assertThat(StockMeasurer.measure(other, regions, new Overlay()))
                .isEqualTo(StockMeasurer.measure(map, regions, new Overlay()));
          }
        });
  }

  @Test
  void theOrderOfRegionsChangesNoRow() {
    RandomScene.each(
        random -> {
          SceneRegions regions = random.regions();
          var other =
              new SceneRegions(
                  shuffled(regions.regions(), random.seed()),
                  regions.scope(),
                  regions.borderBandKm());
          var again = new RandomScene(random.seed(), random.scene(), other);

          assertThat(rows(again.measurer().measure())).isEqualTo(rows(random.measurer().measure()));
        });
  }
}
