package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.territorydelta.model.change.HandOver;
import org.territorydelta.model.change.Turnover;
import org.territorydelta.model.figure.AreaDelta.Churn;
import org.territorydelta.model.map.SideLayer;

/**
 * Ground that went into one side's layer set and out again, or the other way about. Hand-overs that
 * neither bring it in nor take it out do not count.
 *
 * @param areaM2 the ground, once
 * @param stretchesM2 the ground once for each stretch between two of its changes of hands
 * @param stretchesM2Days the same times the stretch's days
 */
record ChurnSum(long areaM2, long stretchesM2, long stretchesM2Days) implements Serializable {
  static final ChurnSum ZERO = new ChurnSum(0, 0, 0);

  static ChurnSum of(SideLayer layer, Collection<Turnover> turnovers) {
    ChurnSum sum = ZERO;
    for (Turnover turnover : turnovers) {
      List<LocalDate> days = new ArrayList<>();
      for (HandOver handOver : turnover.handOvers()) {
        if (layer.has(handOver.from()) != layer.has(handOver.to())) {
          days.add(handOver.day());
        }
      }
      if (days.size() > 1) {
        sum = sum.plus(of(days, turnover.areaM2()));
      }
    }
    return sum;
  }

  private static ChurnSum of(List<LocalDate> days, long areaM2) {
    long stretches = days.size() - 1L;
    long between = days.get(days.size() - 1).toEpochDay() - days.get(0).toEpochDay();
    return new ChurnSum(
        areaM2, Math.multiplyExact(areaM2, stretches), Math.multiplyExact(areaM2, between));
  }

  ChurnSum plus(ChurnSum other) {
    return new ChurnSum(
        areaM2 + other.areaM2,
        stretchesM2 + other.stretchesM2,
        stretchesM2Days + other.stretchesM2Days);
  }

  Churn toChurn() {
    return new Churn(
        areaM2,
        stretchesM2 == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(stretchesM2Days / (double) stretchesM2));
  }
}
