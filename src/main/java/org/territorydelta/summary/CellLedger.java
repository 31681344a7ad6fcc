package org.territorydelta.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.change.HandOver;
import org.territorydelta.model.change.Turnover;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.timeline.DatePair;

/**
 * What one source shows in one cell, carried from map to map, closed with its flows and proved (see
 * {@link CellChain}), ready to be added to the regions that the cell is part of.
 *
 * @param ledger what the cell adds to a region
 * @param movedM2 how much was moved between flows to close them with the stocks, over all pairs
 * @param driftM2 the largest difference found between a carried stock and the same measured anew
 */
public record CellLedger(Cell cell, RegionLedger ledger, long movedM2, long driftM2)
    implements Serializable {

  /**
   * @throws org.territorydelta.model.LawBrokenException when what was measured contradicts itself
   *     by more than roundings
   */
  public static CellLedger of(
      MeasuredMaps maps, Collection<LayerSet> layerSets, Cell cell, CellMeasures measures) {
    CellChain chain = CellChain.of(maps, cell, measures);
    var layers = new TreeMap<SideLayer, LayerSums>();
    for (String side : sides(chain, measures)) {
      for (LayerSet layerSet : layerSets) {
        var layer = new SideLayer(side, layerSet);
        LayerSums sums = sums(layer, maps, chain, measures);
        if (!sums.isNothing()) {
          layers.put(layer, sums);
        }
      }
    }
    return new CellLedger(
        cell,
        RegionLedger.ofCell(chain, measures.replacedM2(), layers),
        chain.movedM2(),
        chain.driftM2());
  }

  /** What changed hands here in a pair of maps, closed with the stocks. */
  public Map<Flow, Long> flowsM2(DatePair pair) {
    return ledger.flowsM2(pair);
  }

  private static Collection<String> sides(CellChain chain, CellMeasures measures) {
    var sides = new TreeSet<String>();
    chain.stocksM2().keySet().forEach(holding -> sides.add(holding.side()));
    for (ArrayList<Turnover> turnovers : measures.turnovers().values()) {
      for (Turnover turnover : turnovers) {
        for (HandOver handOver : turnover.handOvers()) {
          sides.add(handOver.from().side());
          sides.add(handOver.to().side());
        }
      }
    }
    sides.remove(Holding.NONE.side());
    return sides;
  }

  private static LayerSums sums(
      SideLayer layer, MeasuredMaps maps, CellChain chain, CellMeasures measures) {
    LayerSums sums = LayerSums.none();
    var running = new RunningChange(layer, maps, chain.flowsM2());
    for (DatePair pair : maps.periods()) {
      // Ground gained from end to end was gained somewhere on the way.
      Change change = change(layer, chain, pair);
      long lacking = change.gainedM2() - running.between(pair).gainedM2();
      if (lacking > 0) {
        sums.lackingM2().put(pair, lacking);
      }
    }
    measures
        .noiseM2()
        .forEach(
            (pair, flows) -> {
              // Of changes that were closed to the stocks no more is noise than there is.
              Change least = least(LayerFlows.change(layer, flows), change(layer, chain, pair));
              if (!least.equals(Change.ZERO)) {
                sums.noiseM2().put(pair, least);
              }
            });
    measures
        .turnovers()
        .forEach(
            (pair, turnovers) -> {
              ChurnSum churn = ChurnSum.of(layer, List.copyOf(turnovers));
              if (!churn.equals(ChurnSum.ZERO)) {
                sums.churn().put(pair, churn);
              }
            });
    return sums;
  }

  private static Change change(SideLayer layer, CellChain chain, DatePair pair) {
    return LayerFlows.change(layer, chain.flowsM2().getOrDefault(pair, new TreeMap<>()));
  }

  private static Change least(Change a, Change b) {
    return new Change(Math.min(a.gainedM2(), b.gainedM2()), Math.min(a.lostM2(), b.lostM2()));
  }
}
