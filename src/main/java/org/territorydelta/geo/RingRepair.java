package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/**
 * The rings of a polygon brought into the form that polygons have: closed, the shell first. Rings
 * that have it come back as they are.
 *
 * @param rings lon, lat, lon, lat, ... each
 * @param fault what was wrong, in words; empty when nothing was
 */
public record RingRepair(List<double[]> rings, String fault) {

  /**
   * Closes each ring whose end misses its start by no more than a share of the ring's length. A
   * larger gap may be where a part of the ring is lost, and stays.
   *
   * @param maxGapShare 0 or more; 0 closes nothing
   */
  public static RingRepair closing(List<double[]> rings, double maxGapShare) {
    List<double[]> closed = new ArrayList<>(rings);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < rings.size(); i++) {
      double[] ring = rings.get(i);
      int last = ring.length - 2;
      if (last < 2 || ring[0] == ring[last] && ring[1] == ring[last + 1]) {
        continue;
      }
      double gap = distance(ring, 0, last);
      double length = 0;
      for (int at = 0; at < last; at += 2) {
        length += distance(ring, at, at + 2);
      }
      if (gap <= maxGapShare * length) {
        double[] whole = Arrays.copyOf(ring, ring.length + 2);
        whole[ring.length] = ring[0];
        whole[ring.length + 1] = ring[1];
        closed.set(i, whole);
        faults.add(
            String.format(
                Locale.ROOT,
                "ring %d ended at %s %s and not at its start %s %s; closed",
                i,
                ring[last],
                ring[last + 1],
                ring[0],
                ring[1]));
      }
    }
    return new RingRepair(closed, String.join("; ", faults));
  }

  /**
   * Puts the one ring first that all others lie in.
   *
   * @param rings closed, of finite numbers
   */
  public static RingRepair shellFirst(List<double[]> rings) {
    if (rings.size() < 2) {
      return new RingRepair(rings, "");
    }
    List<Envelope> reaches = rings.stream().map(RingRepair::envelope).toList();
    if (holdsAll(reaches.get(0), reaches)) {
      return new RingRepair(rings, "");
    }
    for (int i = 1; i < rings.size(); i++) {
      if (holdsAll(reaches.get(i), reaches) && surroundsAll(rings.get(i), rings)) {
        List<double[]> ordered = new ArrayList<>(rings);
        ordered.add(0, ordered.remove(i));
        return new RingRepair(
            ordered, "ring 0 is a hole, its shell is ring " + i + "; put in order");
      }
    }
    return new RingRepair(rings, "");
  }

  /** Beside the equator a degree of longitude is shorter, by the cosine of the latitude. */
  private static double distance(double[] ring, int from, int to) {
    double narrowing = Math.cos(Math.toRadians((ring[from + 1] + ring[to + 1]) / 2));
    return Math.hypot((ring[from] - ring[to]) * narrowing, ring[from + 1] - ring[to + 1]);
  }

  private static Envelope envelope(double[] ring) {
    var envelope = new Envelope();
    for (int i = 0; i + 1 < ring.length; i += 2) {
      envelope.expandToInclude(ring[i], ring[i + 1]);
    }
    return envelope;
  }

  private static boolean holdsAll(Envelope one, List<Envelope> all) {
    return all.stream().allMatch(one::covers);
  }

  private static boolean surroundsAll(double[] shell, List<double[]> rings) {
    for (double[] ring : rings) {
      for (int i = 0; ring != shell && i + 1 < ring.length; i += 2) {
        if (isOutside(ring[i], ring[i + 1], shell)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOutside(double lon, double lat, double[] shell) {
    var counter = new RayCrossingCounter(new Coordinate(lon, lat));
    for (int i = 2; i + 1 < shell.length; i += 2) {
      counter.countSegment(
          new Coordinate(shell[i - 2], shell[i - 1]), new Coordinate(shell[i], shell[i + 1]));
    }
    return counter.getLocation() == Location.EXTERIOR;
  }
}
