package org.territorydelta.change;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.agreement.DisagreementPolygon;
import org.territorydelta.model.agreement.MonthDifference;
import org.territorydelta.model.agreement.SharedScope;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.timeline.ComparedMonth;

/**
 * Holds two sources against each other through a month.
 *
 * <p>The first day is compared as a whole. From day to day only the ground that either source
 * changed is looked at, cut by the other source's map of the moment; so a day costs what changed,
 * not what there is. Every day must account for both maps' own areas ({@link MarginCheck}), and the
 * last one is compared as a whole again: by cell and holders it must be what was carried, or else
 * every day of the month is compared as a whole. {@link Counts} says how often.
 *
 * <p>Which source is named first makes no difference but to the order of the two: on a day on which
 * both changed, the one whose new map has the lesser hash is followed first.
 */
public final class SourceComparer {
  /**
   * What all months of two sources are compared by.
   *
   * @param regions without border bands, only those in scope
   * @param layers sides and layer sets that both sources draw
   * @param baselineWidthKm how broad ground must be that one source shows through a month and the
   *     other never, to be a baseline of its own and no front drawn differently
   */
  public record Frame(
      RegionIndex regions, SharedScope scope, List<SideLayer> layers, double baselineWidthKm)
      implements Serializable {
    public Frame {
      layers = new ArrayList<>(layers);
    }
  }

  /**
   * How the days went.
   *
   * @param carried from the day before, by what changed
   * @param whole compared as a whole, the first of each month among them
   * @param overlaid comparisons for which edges were not enough
   * @param driftM2 the largest difference between carried and whole at a month's end
   */
  public record Counts(long carried, long whole, long overlaid, long driftM2)
      implements Serializable {
    public static final Counts ZERO = new Counts(0, 0, 0, 0);

    public Counts plus(Counts other) {
      return new Counts(
          carried + other.carried,
          whole + other.whole,
          overlaid + other.overlaid,
          Math.max(driftM2, other.driftM2));
    }
  }

  /** Ground that changed in one source's map, cut by the other's. */
  private record Step(boolean inA, MapDifference.Cut cut) {
    /** Whether it came to be ground that only one source gives to the side. */
    boolean brings(SideLayer layer, boolean onlyA) {
      Holding from = cut.ground().from();
      Holding to = cut.ground().to();
      return inA
          ? !isOnly(layer, onlyA, from, cut.third()) && isOnly(layer, onlyA, to, cut.third())
          : !isOnly(layer, onlyA, cut.third(), from) && isOnly(layer, onlyA, cut.third(), to);
    }
  }

  private final Frame frame;
  private final Overlay overlay;
  private final MapDifference difference;
  private Counts counts = Counts.ZERO;

  public SourceComparer(Frame frame, Overlay overlay) {
    this.frame = frame;
    this.overlay = overlay;
    this.difference = new MapDifference(overlay);
  }

  /** How the days went, so far. */
  public Counts counts() {
    return counts.plus(new Counts(0, 0, difference.overlaid(), 0));
  }

  /**
   * @param a maps of the first source by map date; all that the month names
   * @param b maps of the second source
   */
  public MonthDifference compare(
      ComparedMonth month, Map<LocalDate, ControlSnapshot> a, Map<LocalDate, ControlSnapshot> b) {
    List<MonthDifference.Day> days = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    IndexedSnapshot atA = null;
    IndexedSnapshot atB = null;
    JointStock stock = null;
    long before = overlay.boundM2();
    for (ComparedMonth.Day day : month.days()) {
      IndexedSnapshot nextA = known(atA, a.get(day.mapDateA()));
      IndexedSnapshot nextB = known(atB, b.get(day.mapDateB()));
      if (stock == null) {
        stock = JointStock.of(whole(difference.between(nextA, nextB)));
      } else {
        follow(stock, steps, atA, nextA, atB, nextB);
        long bound = MarginCheck.boundM2(overlay.boundM2() - before);
        if (MarginCheck.residualM2(nextA.groundM2(), nextB.groundM2(), stock.ground()) > bound) {
          stock = JointStock.of(whole(difference.between(nextA, nextB)));
        }
      }
      atA = nextA;
      atB = nextB;
      if (day.told()) {
        days.add(new MonthDifference.Day(day.day(), stock.ground()));
      }
    }
    List<DifferentGround> last = difference.between(atA, atB);
    long drift =
        stock.driftM2(JointStock.of(DifferentGround.measured(last, frame.regions, overlay)));
    counts = counts.plus(new Counts(0, 0, 0, drift));
    long bound = MarginCheck.boundM2(overlay.boundM2() - before);
    List<MonthDifference.Day> held = drift <= bound ? days : wholeDays(month, a, b);
    List<DisagreementPolygon> polygons = polygons(month, last, steps);
    return new MonthDifference(
        month.sources(), month.month(), held, polygons, overlay.boundM2() - before);
  }

  private static IndexedSnapshot known(IndexedSnapshot before, ControlSnapshot snapshot) {
    return before != null && before.snapshot().id().equals(snapshot.id())
        ? before
        : IndexedSnapshot.of(snapshot);
  }

  private List<Transition> whole(List<DifferentGround> ground) {
    counts = counts.plus(new Counts(0, 1, 0, 0));
    return DifferentGround.measured(ground, frame.regions, overlay);
  }

  private void follow(
      JointStock stock,
      List<Step> steps,
      IndexedSnapshot fromA,
      IndexedSnapshot toA,
      IndexedSnapshot fromB,
      IndexedSnapshot toB) {
    counts = counts.plus(new Counts(1, 0, 0, 0));
    String hashA = toA.snapshot().id().contentHash();
    String hashB = toB.snapshot().id().contentHash();
    if (hashA.compareTo(hashB) <= 0) {
      follow(stock, steps, true, difference.between(fromA, toA, fromB));
      follow(stock, steps, false, difference.between(fromB, toB, toA));
    } else {
      follow(stock, steps, false, difference.between(fromB, toB, fromA));
      follow(stock, steps, true, difference.between(fromA, toA, toB));
    }
  }

  private void follow(
      JointStock stock, List<Step> steps, boolean inA, List<MapDifference.Cut> cuts) {
    for (MapDifference.Cut cut : cuts) {
      steps.add(new Step(inA, cut));
      Holding from = cut.ground().from();
      Holding to = cut.ground().to();
      frame
          .regions
          .measure(List.of(cut.ground().polygon()), overlay)
          .forEach(
              (cell, areaM2) -> {
                move(stock, inA, cell, from, cut.third(), -areaM2);
                move(stock, inA, cell, to, cut.third(), areaM2);
              });
    }
  }

  private static void move(
      JointStock stock, boolean inA, Cell cell, Holding changing, Holding third, long areaM2) {
    if (inA) {
      stock.add(cell, changing, third, areaM2);
    } else {
      stock.add(cell, third, changing, areaM2);
    }
  }

  private List<MonthDifference.Day> wholeDays(
      ComparedMonth month, Map<LocalDate, ControlSnapshot> a, Map<LocalDate, ControlSnapshot> b) {
    List<MonthDifference.Day> days = new ArrayList<>();
    for (ComparedMonth.Day day : month.days()) {
      if (day.told()) {
        IndexedSnapshot byA = IndexedSnapshot.of(a.get(day.mapDateA()));
        IndexedSnapshot byB = IndexedSnapshot.of(b.get(day.mapDateB()));
        days.add(new MonthDifference.Day(day.day(), whole(difference.between(byA, byB))));
      }
    }
    return days;
  }

  private List<DisagreementPolygon> polygons(
      ComparedMonth month, List<DifferentGround> last, List<Step> steps) {
    LocalDate lastDay = month.days().get(month.days().size() - 1).day();
    var pieces = new DisagreementPieces(frame, overlay);
    List<DisagreementPolygon> polygons = new ArrayList<>();
    for (SideLayer layer : frame.layers) {
      var key =
          new DisagreementPolygon.Key(
              month.sources(), layer.side(), layer.layerSet().name(), month.month(), lastDay);
      for (boolean onlyA : new boolean[] {true, false}) {
        List<Polygon> ground =
            last.stream()
                .filter(part -> isOnly(layer, onlyA, part.from(), part.to()))
                .map(DifferentGround::polygon)
                .toList();
        List<Polygon> came =
            steps.stream()
                .filter(step -> step.brings(layer, onlyA))
                .map(step -> step.cut.ground().polygon())
                .toList();
        String shownBy = onlyA ? month.sources().a() : month.sources().b();
        polygons.addAll(pieces.sorted(key, shownBy, ground, came));
      }
    }
    return polygons;
  }

  private static boolean isOnly(SideLayer layer, boolean onlyA, Holding byA, Holding byB) {
    return onlyA ? layer.has(byA) && !layer.has(byB) : layer.has(byB) && !layer.has(byA);
  }
}
