package org.territorydelta.summary;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.timeline.DatePair;

/**
 * What of one side's ground by one layer set cannot be told from the flows of a region, because it
 * is found out cell by cell. Pairs of which there is nothing to add are missing.
 *
 * @param lackingM2 what the gross sums of the chain lack on the pair's own change, by roundings; it
 *     is added to gained and lost alike
 * @param noiseM2 the part of the pair's change that is redraw noise
 * @param churn ground that changed hands more than once between the pair's maps
 */
record LayerSums(
    TreeMap<DatePair, Long> lackingM2,
    TreeMap<DatePair, Change> noiseM2,
    TreeMap<DatePair, ChurnSum> churn)
    implements Serializable {
  static LayerSums none() {
    return new LayerSums(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  boolean isNothing() {
    return lackingM2.isEmpty() && noiseM2.isEmpty() && churn.isEmpty();
  }

  void add(LayerSums other) {
    other.lackingM2.forEach((pair, lacking) -> lackingM2.merge(pair, lacking, Math::addExact));
    other.noiseM2.forEach((pair, noise) -> noiseM2.merge(pair, noise, Change::plus));
    other.churn.forEach((pair, sum) -> churn.merge(pair, sum, ChurnSum::plus));
  }

  /** One number that adds up as these sums do, see {@link LedgerSums}. */
  long weightedSum(long layerWeight) {
    long sum = 0;
    for (Map.Entry<DatePair, Long> lacking : lackingM2.entrySet()) {
      sum += Weight.of("lacking", lacking.getKey()) * lacking.getValue();
    }
    for (Map.Entry<DatePair, Change> noise : noiseM2.entrySet()) {
      sum += Weight.of("noise gained", noise.getKey()) * noise.getValue().gainedM2();
      sum += Weight.of("noise lost", noise.getKey()) * noise.getValue().lostM2();
    }
    for (Map.Entry<DatePair, ChurnSum> found : churn.entrySet()) {
      sum += Weight.of("churn", found.getKey()) * found.getValue().areaM2();
      sum += Weight.of("stretches", found.getKey()) * found.getValue().stretchesM2();
      sum += Weight.of("days", found.getKey()) * found.getValue().stretchesM2Days();
    }
    return layerWeight * sum;
  }
}
