package org.territorydelta.scene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.Region;

/**
 * A scene made at random from its seed: overlapping and abutting shapes of several sides and
 * statuses, a few days in which some come, go, move to another holding, are drawn with more
 * vertices or stay; sides that vanish, maps that repeat, maps that are revised.
 *
 * @param seed makes the same scene again
 */
public record RandomScene(long seed, ControlScene scene, SceneRegions regions) {
  /** Enough that every kind of event meets every other. */
  private static final int SCENES = 120;

  private static final Map<Long, MeasuredScene> MEASURED = new HashMap<>();

  private static final LocalDate FIRST_DAY = LocalDate.parse("2024-02-20");

  public static RandomScene of(long seed) {
    var random = new Random(seed);
    var shapes = new RandomShapes(random);
    return new RandomScene(seed, maps(random, shapes), regions(random, shapes));
  }

  /** Runs a check on every scene; what it throws comes with the seed. */
  public static void each(Consumer<RandomScene> check) {
    LongStream.rangeClosed(1, SCENES).mapToObj(RandomScene::of).forEach(s -> s.run(check));
  }

  /** Runs a check on every scene as {@link #measurer} measures it, once for all tests. */
  public static void eachMeasured(Consumer<MeasuredScene> check) {
    each(
        random ->
            check.accept(
                MEASURED.computeIfAbsent(random.seed, seed -> random.measurer().measure())));
  }

  private void run(Consumer<RandomScene> check) {
    try {
      check.accept(this);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("In the random scene of seed " + seed + ": " + e.getMessage(), e);
    }
  }

  /**
   * Measured with regions on two levels, many kinds of period, and three layer sets, each within
   * the next.
   */
  public SceneMeasurer measurer() {
    return scene
        .measurer()
        .regions(regions)
        .layerSet("controlled", "held")
        .layerSet("wide", "held", "advance")
        .layerSet("any", "held", "advance", "claimed")
        .every(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.ALL)
        .maxStalenessDays(30);
  }

  private static ControlScene maps(Random random, RandomShapes shapes) {
    ControlScene scene = ControlScene.of("random");
    List<Drawing.Shape> drawn = new ArrayList<>();
    int first = 3 + random.nextInt(5);
    for (int i = 0; i < first; i++) {
      drawn.add(shapes.shape());
    }
    int maps = 3 + random.nextInt(3);
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(7));
    for (int i = 0; i < maps; i++) {
      boolean revised = random.nextInt(6) == 0;
      scene.draw(drawing(day, 2, drawn));
      if (revised) {
        change(drawn, random, shapes);
        scene.draw(drawing(day, 9, drawn));
      }
      int changes = random.nextInt(4);
      for (int j = 0; j < changes; j++) {
        change(drawn, random, shapes);
      }
      day = day.plusDays(1 + random.nextInt(4));
    }
    return scene;
  }

  private static Drawing drawing(LocalDate day, int lag, List<Drawing.Shape> drawn) {
    LocalDate filed = day.plusDays(lag);
    return new Drawing("random", day, filed, "random/" + day + "-filed-" + filed, drawn);
  }

  private static void change(List<Drawing.Shape> drawn, Random random, RandomShapes shapes) {
    int at = drawn.isEmpty() ? 0 : random.nextInt(drawn.size());
    int kind = drawn.isEmpty() ? 0 : random.nextInt(8);
    switch (kind) {
      case 0, 1 -> drawn.add(random.nextInt(drawn.size() + 1), shapes.shape());
      case 2 -> drawn.remove(at);
      case 3 -> drawn.set(at, new Drawing.Shape(shapes.holding(), drawn.get(at).polygon()));
      case 4 -> drawn.set(at, shapes.shape());
      case 5 -> {
        String side = drawn.get(at).holding().side();
        drawn.removeIf(shape -> shape.holding().side().equals(side));
      }
      default -> {
        Drawing.Shape shape = drawn.get(at);
        drawn.set(at, new Drawing.Shape(shape.holding(), shapes.withMoreVertices(shape.polygon())));
      }
    }
  }

  /** Level 1 with a gap in some scenes, and a level 2 whose borders cross those of level 1. */
  private static SceneRegions regions(Random random, RandomShapes shapes) {
    List<Region> regions = new ArrayList<>();
    for (int level = 1; level <= 2; level++) {
      var polygons = new ArrayList<>(shapes.regions(2 + random.nextInt(4)));
      if (random.nextInt(3) == 0) {
        polygons.remove(0);
      }
      for (int i = 0; i < polygons.size(); i++) {
        String country = i % 2 == 0 ? "AA" : "BB";
        regions.add(SceneRegions.region("L" + level + "-" + i, level, country, polygons.get(i)));
      }
    }
    return SceneRegions.of(regions.toArray(Region[]::new));
  }
}
