package org.territorydelta.geo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.Sha256;
import org.territorydelta.model.map.Holding;

/**
 * SHA-256 of a partition's ground as such: the same for any order of polygons and rings, any first
 * vertex and any ring direction, with coordinates rounded to 1e-7 degree (about one centimetre), so
 * that a map published twice by another union order is known as the same map.
 */
public final class GroundHash {
  private static final double UNITS_PER_DEGREE = 1e7;

  private GroundHash() {}

  /** Lower-case hexadecimal. */
  public static String of(SortedMap<Holding, List<Polygon>> ground) {
    return of(ground, GroundHash::polygon);
  }

  /**
   * The same where hashes of polygons may be known.
   *
   * @param hashes gives what {@link #polygon} gives
   */
  static String of(SortedMap<Holding, List<Polygon>> ground, Function<Polygon, byte[]> hashes) {
    MessageDigest digest = Sha256.digest();
    for (Map.Entry<Holding, List<Polygon>> entry : ground.entrySet()) {
      if (entry.getValue().isEmpty()) {
        continue;
      }
      digest.update(entry.getKey().toString().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(sorted(entry.getValue().stream().map(hashes).toList()));
    }
    return Sha256.hex(digest);
  }

  /** Of one polygon as such. */
  static byte[] polygon(Polygon polygon) {
    MessageDigest digest = Sha256.digest();
    digest.update(ring(polygon.getExteriorRing()));
    byte[][] holes = new byte[polygon.getNumInteriorRing()][];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(polygon.getInteriorRingN(i));
    }
    digest.update(sorted(Arrays.asList(holes)));
    return digest.digest();
  }

  private static byte[] sorted(List<byte[]> digests) {
    byte[][] order = digests.toArray(byte[][]::new);
    Arrays.sort(order, Arrays::compare);
    ByteBuffer joined = ByteBuffer.allocate(order.length * 32);
    for (byte[] digest : order) {
      joined.put(digest);
    }
    return joined.array();
  }

  private static byte[] ring(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    // 180 degrees are 1.8e9 units, which an int holds.
    int[] lon = new int[points.size()];
    int[] lat = new int[points.size()];
    int size = 0;
    for (int i = 0; i < points.size(); i++) {
      int x = (int) Math.round(points.getX(i) * UNITS_PER_DEGREE);
      int y = (int) Math.round(points.getY(i) * UNITS_PER_DEGREE);
      if (size == 0 || x != lon[size - 1] || y != lat[size - 1]) {
        lon[size] = x;
        lat[size] = y;
        size++;
      }
    }
    while (size > 1 && lon[0] == lon[size - 1] && lat[0] == lat[size - 1]) {
      size--;
    }
    int first = 0;
    for (int i = 1; i < size; i++) {
      if (compare(lon, lat, i, first) < 0) {
        first = i;
      }
    }
    int next = (first + 1) % size;
    int previous = (first + size - 1) % size;
    int step = compare(lon, lat, next, previous) <= 0 ? 1 : size - 1;
    ByteBuffer bytes = ByteBuffer.allocate(size * 2 * Integer.BYTES);
    for (int i = 0, at = first; i < size; i++, at = (at + step) % size) {
      bytes.putInt(lon[at]).putInt(lat[at]);
    }
    MessageDigest digest = Sha256.digest();
    digest.update(bytes.array());
    return digest.digest();
  }

  private static int compare(int[] lon, int[] lat, int i, int j) {
    int byLon = Integer.compare(lon[i], lon[j]);
    return byLon != 0 ? byLon : Integer.compare(lat[i], lat[j]);
  }
}
