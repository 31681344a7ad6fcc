package org.territorydelta.geo;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * Tells which holding of a partition a point lies in: the one whose boundary a ray from the point
 * to the east crosses an odd number of times. Counting every holding for itself keeps T-junctions
 * right, where a line is drawn by one polygon whole and by others in parts.
 *
 * <p>Edges are filed by bands of latitude, as many as make a band about as high as the mean edge,
 * so that the index has at most some two entries an edge.
 */
final class HoldingLocator {
  private final PartitionEdges edges;
  private final double south;
  private final double north;
  private final double bandsPerDegree;

  /** Where each band's edges begin in {@link #filed}; one more than there are bands. */
  private final int[] begin;

  private final int[] filed;

  HoldingLocator(PartitionEdges edges) {
    this.edges = edges;
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    double heights = 0;
    for (int i = 0; i < edges.size(); i++) {
      lowest = Math.min(lowest, low(i));
      highest = Math.max(highest, high(i));
      heights += high(i) - low(i);
    }
    this.south = lowest;
    this.north = highest;
    int bands = 1;
    if (heights > 0) {
      bands = (int) Math.max(1, Math.ceil(edges.size() * (north - south) / heights));
      // Edges that lie all but level would ask for any number of bands.
      bands = Math.min(bands, edges.size());
    }
    this.bandsPerDegree = north > south ? bands / (north - south) : 0;
    this.begin = new int[bands + 1];
    count();
    this.filed = new int[begin[bands]];
    file();
  }

  /** Sets the end of each band in the place of its begin. */
  private void count() {
    for (int i = 0; i < edges.size(); i++) {
      if (edges.isBoundary(i)) {
        int last = band(high(i));
        for (int band = band(low(i)); band <= last; band++) {
          begin[band]++;
        }
      }
    }
    for (int band = 1; band < begin.length; band++) {
      begin[band] += begin[band - 1];
    }
  }

  /** Fills each band from its end, which leaves its begin where it belongs. */
  private void file() {
    for (int i = 0; i < edges.size(); i++) {
      if (edges.isBoundary(i)) {
        int last = band(high(i));
        for (int band = band(low(i)); band <= last; band++) {
          begin[band]--;
          filed[begin[band]] = i;
        }
      }
    }
  }

  private double low(int edge) {
    return Math.min(edges.lesserY(edge), edges.greaterY(edge));
  }

  private double high(int edge) {
    return Math.max(edges.lesserY(edge), edges.greaterY(edge));
  }

  private int band(double lat) {
    int band = (int) ((lat - south) * bandsPerDegree);
    return Math.max(0, Math.min(begin.length - 2, band));
  }

  /** Index of the holding, or {@link PartitionEdges#NOBODY}. */
  int locate(double lon, double lat) {
    if (!(lat >= south && lat <= north)) {
      return PartitionEdges.NOBODY;
    }
    boolean[] inside = new boolean[edges.holdings().size()];
    int band = band(lat);
    for (int i = begin[band]; i < begin[band + 1]; i++) {
      int edge = filed[i];
      if (crosses(edge, lon, lat)) {
        toggle(inside, edges.left(edge));
        toggle(inside, edges.right(edge));
      }
    }
    for (int holding = 0; holding < inside.length; holding++) {
      if (inside[holding]) {
        return holding;
      }
    }
    return PartitionEdges.NOBODY;
  }

  private static void toggle(boolean[] inside, int holding) {
    if (holding != PartitionEdges.NOBODY) {
      inside[holding] = !inside[holding];
    }
  }

  private boolean crosses(int edge, double lon, double lat) {
    double y0 = edges.lesserY(edge);
    double y1 = edges.greaterY(edge);
    if (y0 > lat == y1 > lat || edges.greaterX(edge) <= lon) {
      return false;
    }
    if (edges.lesserX(edge) > lon) {
      return true;
    }
    // East of the point is what has it on the left, going north.
    int turn =
        CGAlgorithmsDD.orientationIndex(
            edges.lesserX(edge), y0, edges.greaterX(edge), y1, lon, lat);
    return y1 > y0 ? turn > 0 : turn < 0;
  }
}
