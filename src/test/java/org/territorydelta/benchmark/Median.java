package org.territorydelta.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle value of several runs; of an even number, the mean of the two in the middle. */
final class Median {
  private Median() {}

  static <T> double of(Collection<T> runs, ToDoubleFunction<T> value) {
    List<Double> sorted = runs.stream().mapToDouble(value).sorted().boxed().toList();
    if (sorted.isEmpty()) {
      throw new IllegalArgumentException("Cannot take the median: no runs");
    }
    int size = sorted.size();
    return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
  }
}
