package org.territorydelta.scene;

import static org.territorydelta.scene.ControlScene.RED;
import static org.territorydelta.scene.ControlScene.claimed;
import static org.territorydelta.scene.Grid.box;
import static org.territorydelta.scene.Grid.polygon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.breaks.BreakKind;

/**
 * A front that moves at random, and breaks planted into its maps. Red holds the west of a country
 * of 1,200 by 400 units (520 by 170 km) up to a front in its middle; the front has 20 sectors, of
 * which each day some advance by 1 to 3 units and some fall back by one. So a usual day moves some
 * 50 km², and a slow one 15.
 *
 * @param planted the kinds of break by the map date on which each first shows
 */
public record PlantedSeries(
    long seed, ControlScene scene, SortedMap<LocalDate, BreakKind> planted) {
  /** One country; red's ground ends at its borders but for the front. */
  public static final SceneRegions COUNTRY =
      new SceneRegions(
          List.of(SceneRegions.region("LAND", "AA", box(-5, -5, 1205, 405))), Set.of("AA"), 5);

  private static final LocalDate FIRST_DAY = LocalDate.parse("2024-03-01");
  private static final int MAPS = 70;
  private static final int FIRST_PLANT = 10;
  private static final int PLANT_EVERY = 8;
  private static final int SECTORS = 20;
  private static final int SECTOR_UNITS = 20;
  private static final int REAR_END = 480;
  private static final int FRONT = 600;

  /** Sectors that a dropout or a spike is wide. */
  private static final int STRETCH = 3;

  /** Maps of a batch: the first repeat the one before them, the last has it all. */
  private static final int BATCH_MAPS = 4;

  /** The front alone. */
  public static PlantedSeries clean(long seed) {
    return of(seed, List.of());
  }

  /** The kinds that the ground shows; words are none of it. */
  public static final Set<BreakKind> KINDS = EnumSet.complementOf(EnumSet.of(BreakKind.VOCABULARY));

  /** Every kind that the ground shows once, in an order at random. */
  public static PlantedSeries withEveryKind(long seed) {
    List<BreakKind> kinds = new ArrayList<>(KINDS);
    Collections.shuffle(kinds, new Random(seed));
    return of(seed, kinds);
  }

  private static PlantedSeries of(long seed, List<BreakKind> kinds) {
    var random = new Random(seed);
    int[] front = new int[SECTORS];
    List<int[]> fronts = new ArrayList<>();
    for (int map = 0; map < MAPS; map++) {
      advance(front, random);
      fronts.add(front.clone());
    }
    var lasting = new Lasting(random);
    ControlScene scene = ControlScene.of("planted");
    SortedMap<LocalDate, BreakKind> planted = new TreeMap<>();
    for (int map = 0; map < MAPS; map++) {
      int since = map - FIRST_PLANT;
      int plant = Math.floorDiv(since, PLANT_EVERY);
      boolean any = since >= 0 && plant < kinds.size();
      int at = Math.floorMod(since, PLANT_EVERY);
      BreakKind kind = any ? kinds.get(plant) : BreakKind.BATCH_RELEASE;
      boolean batch = any && kind == BreakKind.BATCH_RELEASE;
      boolean withheld = batch && at < BATCH_MAPS - 1;
      LocalDate day = FIRST_DAY.plusDays(map);
      if (any && at == (batch ? BATCH_MAPS - 1 : 0)) {
        planted.put(day, kind);
        lasting.begin(kind);
      }
      int[] shown = fronts.get(withheld ? FIRST_PLANT + plant * PLANT_EVERY - 1 : map);
      // A batch is in which front is shown; nothing is drawn for it.
      BreakKind once = at == 0 ? kind : BreakKind.BATCH_RELEASE;
      draw(scene.day(day.toString()), shown, once, lasting, random);
    }
    return new PlantedSeries(seed, scene, planted);
  }

  private static void advance(int[] front, Random random) {
    for (int sector = 0; sector < SECTORS; sector++) {
      int chance = random.nextInt(10);
      if (chance < 4) {
        front[sector] += 1 + random.nextInt(3);
      } else if (chance == 4) {
        front[sector]--;
      }
    }
  }

  /** What stays from the day on which it was planted. */
  private static final class Lasting {
    private final int rear;
    private final int reclassified;
    private boolean baseRedefined;
    private boolean misplaced;
    private boolean renamed;

    Lasting(Random random) {
      rear = 60 + random.nextInt(60);
      reclassified = 320 + random.nextInt(40);
    }

    void begin(BreakKind kind) {
      baseRedefined |= kind == BreakKind.BASE_REDEFINED;
      misplaced |= kind == BreakKind.MISPLACED;
      renamed |= kind == BreakKind.BLOCK_RECLASSIFICATION;
    }
  }

  /** What is drawn first has the ground. */
  private static void draw(
      ControlScene scene, int[] front, BreakKind once, Lasting lasting, Random random) {
    if (lasting.renamed) {
      scene.holds(claimed(RED), box(lasting.reclassified, 150, lasting.reclassified + 60, 250));
    }
    if (lasting.misplaced) {
      scene.holds(RED, box(3000, 100, 3030, 130));
    }
    int first = random.nextInt(SECTORS - STRETCH);
    if (once == BreakKind.SPIKE) {
      double south = first * SECTOR_UNITS;
      scene.holds(RED, box(FRONT, south, FRONT + 160, south + STRETCH * SECTOR_UNITS));
    }
    if (once == BreakKind.IMPLAUSIBLE_AREA) {
      scene.holds(RED, box(-300, -300, 1500, 700));
    }
    if (lasting.baseRedefined) {
      scene.holds(RED, box(0, 0, lasting.rear, 400), box(lasting.rear + 120, 0, REAR_END, 400));
    } else {
      scene.holds(RED, box(0, 0, REAR_END, 400));
    }
    boolean dropped = once == BreakKind.DROPOUT;
    scene.holds(RED, sectors(front, 0, dropped ? first : SECTORS));
    if (dropped) {
      scene.holds(RED, sectors(front, first + STRETCH, SECTORS));
    }
  }

  /** The ground between the rear and the front, from one sector to before another. */
  private static Polygon[] sectors(int[] front, int from, int beyond) {
    if (from == beyond) {
      return new Polygon[0];
    }
    List<Double> xy = new ArrayList<>(List.of((double) REAR_END, (double) from * SECTOR_UNITS));
    for (int i = from; i < beyond; i++) {
      xy.addAll(List.of((double) FRONT + front[i], (double) i * SECTOR_UNITS));
      xy.addAll(List.of((double) FRONT + front[i], (double) (i + 1) * SECTOR_UNITS));
    }
    xy.addAll(List.of((double) REAR_END, (double) beyond * SECTOR_UNITS));
    return new Polygon[] {polygon(xy.stream().mapToDouble(Double::doubleValue).toArray())};
  }
}
