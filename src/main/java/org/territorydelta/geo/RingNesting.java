package org.territorydelta.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/**
 * Makes polygons of rings that come without any order, as Esri's formats have them: a ring that
 * lies in no other, or in an even number of others, is a shell; one that lies in an odd number is a
 * hole of the smallest ring around it. The direction of rings plays no part, as files get it wrong.
 * Two rings with the same positions do not lie in one another: both are shells.
 */
public final class RingNesting {
  /** A ring with what is needed to find its place. */
  private static final class Ring {
    final double[] xy;
    final Envelope reach = new Envelope();
    final double area;
    int depth;
    int parent = -1;

    Ring(double[] xy) {
      this.xy = xy;
      double twice = 0;
      for (int i = 0; i + 1 < xy.length; i += 2) {
        reach.expandToInclude(xy[i], xy[i + 1]);
        int next = i + 3 < xy.length ? i + 2 : 0;
        twice +=
            (xy[i] - xy[0]) * (xy[next + 1] - xy[1]) - (xy[next] - xy[0]) * (xy[i + 1] - xy[1]);
      }
      this.area = Math.abs(twice) / 2;
    }

    /** Whether the other lies in this one, which is larger. */
    boolean holds(Ring other) {
      if (!reach.covers(other.reach)) {
        return false;
      }
      for (int i = 0; i + 1 < other.xy.length; i += 2) {
        int where = locate(other.xy[i], other.xy[i + 1]);
        if (where != Location.BOUNDARY) {
          return where == Location.INTERIOR;
        }
      }
      // Every position is on the larger ring: the middles of edges tell.
      for (int i = 0; i + 3 < other.xy.length; i += 2) {
        int where =
            locate((other.xy[i] + other.xy[i + 2]) / 2, (other.xy[i + 1] + other.xy[i + 3]) / 2);
        if (where != Location.BOUNDARY) {
          return where == Location.INTERIOR;
        }
      }
      return false;
    }

    private int locate(double x, double y) {
      var counter = new RayCrossingCounter(new Coordinate(x, y));
      var from = new Coordinate();
      var to = new Coordinate();
      for (int i = 2; i + 1 < xy.length; i += 2) {
        if (Math.max(xy[i - 1], xy[i + 1]) < y || Math.min(xy[i - 1], xy[i + 1]) > y) {
          continue;
        }
        from.setX(xy[i - 2]);
        from.setY(xy[i - 1]);
        to.setX(xy[i]);
        to.setY(xy[i + 1]);
        counter.countSegment(from, to);
      }
      return counter.getLocation();
    }
  }

  private RingNesting() {}

  /**
   * The polygons, in the order of their shells; each as its shell and then its holes.
   *
   * @param rings x, y, x, y, ... each; those with a number that is none stay on their own
   */
  public static List<List<double[]>> polygons(List<double[]> rings) {
    if (rings.size() < 2) {
      return rings.stream().map(List::of).toList();
    }
    List<Ring> all = rings.stream().map(Ring::new).toList();
    int[] bySize =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -all.get(i).area))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int at = 1; at < bySize.length; at++) {
      Ring ring = all.get(bySize[at]);
      for (int before = at - 1; before >= 0; before--) {
        Ring larger = all.get(bySize[before]);
        if (larger.area > ring.area && larger.holds(ring)) {
          ring.depth = larger.depth + 1;
          ring.parent = bySize[before];
          break;
        }
      }
    }
    List<List<double[]>> polygons = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).depth % 2 == 0) {
        List<double[]> polygon = new ArrayList<>();
        polygon.add(all.get(i).xy);
        for (Ring hole : all) {
          if (hole.depth % 2 == 1 && hole.parent == i) {
            polygon.add(hole.xy);
          }
        }
        polygons.add(polygon);
      }
    }
    return polygons;
  }
}
