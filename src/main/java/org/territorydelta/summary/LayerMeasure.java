package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.AreaDelta.Stock;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.timeline.DatePair;

/** One side's ground in one region by one layer set: stocks, changes and the chain's gross sums. */
final class LayerMeasure {
  private final MeasuredMaps maps;
  private final RegionLedger ledger;
  private final SideLayer layer;
  private final List<Holding> counted = new ArrayList<>();
  private final RunningChange running;
  private final LayerSums sums;

  LayerMeasure(MeasuredMaps maps, RegionLedger ledger, SideLayer layer) {
    this.maps = maps;
    this.ledger = ledger;
    this.layer = layer;
    ledger.holdings().stream().filter(layer::has).forEach(counted::add);
    this.running = new RunningChange(layer, maps, ledger.flowsM2());
    this.sums = ledger.sums(layer);
  }

  SideLayer layer() {
    return layer;
  }

  /** Holdings that count, of which ground may have lain here. */
  List<Holding> counted() {
    return counted;
  }

  boolean everHeld() {
    return counted.stream().anyMatch(ledger::everHeld);
  }

  Stock stock(LocalDate mapDate) {
    int position = maps.position(mapDate);
    Stock sum = Stock.ZERO;
    for (Holding holding : counted) {
      sum = sum.plus(ledger.stock(holding, position));
    }
    return sum;
  }

  /** What came and went in steps of the chain; without those in which nothing did. */
  SortedMap<DatePair, Change> movedIn(Collection<DatePair> steps) {
    SortedMap<DatePair, Change> moved = new TreeMap<>();
    for (DatePair step : steps) {
      Change change = change(step);
      if (!change.equals(Change.ZERO)) {
        moved.put(step, change);
      }
    }
    return moved;
  }

  /**
   * @throws LawBrokenException when stocks, changes and gross sums do not agree, to the last square
   *     metre
   */
  Figures figures(DatePair pair) {
    var figures =
        new Figures(
            stock(pair.opening()),
            stock(pair.closing()),
            change(pair),
            gross(pair),
            LayerFlows.reclassified(layer, ledger.flowsM2(pair)));
    Change change = figures.change();
    Change gross = figures.gross();
    long net = figures.netM2();
    boolean agrees =
        change.gainedM2() - change.lostM2() == net
            && gross.gainedM2() - gross.lostM2() == net
            && change.gainedM2() <= gross.gainedM2();
    if (!agrees) {
      throw new LawBrokenException(
          String.format(
              Locale.ROOT,
              "Cannot tell what %s by layer set %s gained and lost: %s to %s, figures %s, expected one net",
              layer.side(),
              layer.layerSet().name(),
              pair.opening(),
              pair.closing(),
              figures),
          List.of(
              new LawBrokenException.OfMap(maps.sourceId(), pair.opening()),
              new LawBrokenException.OfMap(maps.sourceId(), pair.closing())));
    }
    return figures;
  }

  private Change change(DatePair pair) {
    return LayerFlows.change(layer, ledger.flowsM2(pair));
  }

  /**
   * The sums over the chain. Ground gained from end to end was gained somewhere on the way, so they
   * are never less; the last roundings are evened out cell by cell, on both sides alike, so that
   * gross net stays net.
   */
  private Change gross(DatePair pair) {
    long lacking = sums.lackingM2().getOrDefault(pair, 0L);
    return running.between(pair).plus(new Change(lacking, lacking));
  }

  /** The part of a pair's change that is redraw noise. */
  Change noise(DatePair pair) {
    return sums.noiseM2().getOrDefault(pair, Change.ZERO);
  }

  /** Ground that changed hands more than once between a pair's maps. */
  ChurnSum churn(DatePair pair) {
    return sums.churn().getOrDefault(pair, ChurnSum.ZERO);
  }
}
