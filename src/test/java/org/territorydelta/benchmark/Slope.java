package org.territorydelta.benchmark;

import java.util.stream.IntStream;

/** How a quantity grows with a size. */
final class Slope {
  private Slope() {}

  /**
   * The slope of the least-squares line through the logarithms: 1 is growth in proportion, 2 is
   * growth with the square.
   *
   * @param sizes two different ones at least, above zero, as the values
   */
  static double logLog(double[] sizes, double[] values) {
    double[] x = IntStream.range(0, sizes.length).mapToDouble(i -> Math.log(sizes[i])).toArray();
    double[] y = IntStream.range(0, sizes.length).mapToDouble(i -> Math.log(values[i])).toArray();
    double meanX = IntStream.range(0, x.length).mapToDouble(i -> x[i]).average().orElseThrow();
    double meanY = IntStream.range(0, y.length).mapToDouble(i -> y[i]).average().orElseThrow();
    double both = 0;
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      both += (x[i] - meanX) * (y[i] - meanY);
      square += (x[i] - meanX) * (x[i] - meanX);
    }
    return both / square;
  }
}
