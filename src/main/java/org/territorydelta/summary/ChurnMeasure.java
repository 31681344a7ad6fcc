package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.AreaDelta.Churn;
import org.territorydelta.model.Cell;
import org.territorydelta.model.HandOver;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.Turnover;

/**
 * Ground that went into one side's layer set and out again, or the other way about, cell by cell.
 * Hand-overs that neither bring it in nor take it out do not count.
 */
final class ChurnMeasure {
  /**
   * @param areaM2 the ground, once
   * @param stretchesM2 the ground once for each stretch between two of its changes of hands
   * @param stretchesM2Days the same times the stretch's days
   */
  private record Sum(long areaM2, long stretchesM2, long stretchesM2Days) {
    static final Sum ZERO = new Sum(0, 0, 0);

    Sum plus(Sum other) {
      return new Sum(
          areaM2 + other.areaM2,
          stretchesM2 + other.stretchesM2,
          stretchesM2Days + other.stretchesM2Days);
    }
  }

  private final SortedMap<Cell, Sum> sums = new TreeMap<>();

  ChurnMeasure(Collection<Turnover> turnovers, String side, LayerSet layerSet) {
    for (Turnover turnover : turnovers) {
      List<LocalDate> days = new ArrayList<>();
      for (HandOver handOver : turnover.handOvers()) {
        if (layerSet.controls(side, handOver.from()) != layerSet.controls(side, handOver.to())) {
          days.add(handOver.day());
        }
      }
      if (days.size() > 1) {
        sums.merge(turnover.cell(), sum(days, turnover.areaM2()), Sum::plus);
      }
    }
  }

  private static Sum sum(List<LocalDate> days, long areaM2) {
    long stretches = days.size() - 1L;
    long between = days.get(days.size() - 1).toEpochDay() - days.get(0).toEpochDay();
    return new Sum(
        areaM2, Math.multiplyExact(areaM2, stretches), Math.multiplyExact(areaM2, between));
  }

  /** The churn of a region: the sum over its cells. */
  Churn in(List<RegionTree.Part> cells) {
    Sum sum = Sum.ZERO;
    for (RegionTree.Part part : cells) {
      sum = sum.plus(sums.getOrDefault(part.cell(), Sum.ZERO));
    }
    return new Churn(
        sum.areaM2,
        sum.stretchesM2 == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(sum.stretchesM2Days / (double) sum.stretchesM2));
  }
}
