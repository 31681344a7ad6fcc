package org.territorydelta.model.change;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.model.Sha256;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;

/**
 * One connected piece of ground that a side gained or lost, by one source and layer set, between
 * two maps. All of it went from one holding to one other. The pieces of a side and layer set add up
 * to what it gained and lost, in every cell.
 *
 * @param geometry a polygon in longitude/latitude (OGC:CRS84)
 */
public record ChangePiece(
    Key key, Course course, Areas areas, Measures measures, Geometry geometry) {

  /**
   * Which piece it is.
   *
   * @param pieceId made of source, map dates, holdings and ground: the same ground has one id as
   *     one side's gain and another's loss, and in every layer set
   */
  public record Key(String pieceId, String sourceId, String side, String layerSet) {
    /** 64 bits: two of a million pieces have one id with a chance of 3e-8. */
    private static final int ID_CHARACTERS = 16;

    /** The id that is made of these words. */
    public static String idOf(String... words) {
      MessageDigest digest = Sha256.digest();
      digest.update(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
      return Sha256.hex(digest).substring(0, ID_CHARACTERS);
    }
  }

  /**
   * What became of it.
   *
   * @param openingMapDate the day whose end the earlier map shows
   * @param closingMapDate the day whose end the later map shows
   */
  public record Course(
      ChangeKind change,
      Holding from,
      Holding to,
      LocalDate openingMapDate,
      LocalDate closingMapDate) {
    public Course {
      if (from.equals(to)) {
        throw new IllegalArgumentException(
            "Cannot build a piece: from=" + from + ", to=" + to + ", expected two holdings");
      }
      if (!openingMapDate.isBefore(closingMapDate)) {
        throw new IllegalArgumentException(
            "Cannot build a piece: opening-map-date="
                + openingMapDate
                + ", closing-map-date="
                + closingMapDate
                + ", expected the earlier one first");
      }
    }

    /** The holding that the side has or had. */
    public Holding own() {
      return switch (change) {
        case GAINED -> to;
        case LOST -> from;
      };
    }
  }

  /**
   * How much ground it is.
   *
   * @param areaM2 by cell, each more than zero
   * @param noiseM2 the part that is narrower than the noise width, by cell, each more than zero and
   *     no more than the cell's area
   */
  public record Areas(SortedMap<Cell, Long> areaM2, SortedMap<Cell, Long> noiseM2) {
    public Areas {
      areaM2 = Collections.unmodifiableSortedMap(new TreeMap<>(areaM2));
      noiseM2 = Collections.unmodifiableSortedMap(new TreeMap<>(noiseM2));
      if (areaM2.isEmpty() || areaM2.values().stream().anyMatch(area -> area <= 0)) {
        throw new IllegalArgumentException(
            "Cannot build a piece: areas in m2=" + areaM2.values() + ", expected more than zero");
      }
      for (SortedMap.Entry<Cell, Long> noise : noiseM2.entrySet()) {
        long area = areaM2.getOrDefault(noise.getKey(), 0L);
        if (noise.getValue() <= 0 || noise.getValue() > area) {
          throw new IllegalArgumentException(
              "Cannot build a piece: noise="
                  + noise.getValue()
                  + " m2 of area="
                  + area
                  + " m2, expected some of it");
        }
      }
    }

    /** All of the piece. */
    public long totalM2() {
      return areaM2.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All of it that is narrower than the noise width. */
    public long totalNoiseM2() {
      return noiseM2.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether more than half of the piece is noise. */
    public boolean isNoisy() {
      return ChangePiece.isNoisy(totalNoiseM2(), totalM2());
    }
  }

  /**
   * Its lengths, in metres on the ellipsoid, and its direction.
   *
   * @param widthMetres twice the area over the length of its rim, holes' rims included: the width
   *     of a strip, half the size of a square, half the diameter of a disc; none for ground of no
   *     shape, which only roundings made
   * @param depth how far it reaches; none where there is nothing to measure it from
   * @param meanDepthMetres its area over the length of old line that it touches; none where it
   *     touches too little
   * @param bearingDegrees from the old line to the piece, clockwise from north, 0 to under 360
   */
  public record Measures(
      OptionalDouble widthMetres,
      Optional<Depth> depth,
      OptionalDouble meanDepthMetres,
      OptionalDouble bearingDegrees) {
    /** Of ground of no shape. */
    public static final Measures NONE =
        new Measures(
            OptionalDouble.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    public Measures {
      if (!(widthMetres.orElse(1) > 0) || !(meanDepthMetres.orElse(1) > 0)) {
        throw new IllegalArgumentException(
            "Cannot build a piece: width-metres="
                + widthMetres
                + ", mean-depth-metres="
                + meanDepthMetres
                + ", expected more than zero");
      }
      double bearing = bearingDegrees.orElse(0);
      if (!(bearing >= 0 && bearing < 360)) {
        throw new IllegalArgumentException(
            "Cannot build a piece: bearing-degrees=" + bearing + ", expected 0 to under 360");
      }
    }
  }

  /**
   * The greatest distance of any point of a piece from what it is measured from.
   *
   * @param metres zero where the piece lies inside the country whose border it is measured from
   */
  public record Depth(double metres, DepthFrom from) {
    public Depth {
      if (!(metres >= 0)) {
        throw new IllegalArgumentException(
            "Cannot build a piece: depth-metres=" + metres + ", expected zero or more");
      }
    }
  }

  /** Whether more than half of some ground is noise. */
  public static boolean isNoisy(long noiseM2, long areaM2) {
    return 2 * noiseM2 > areaM2;
  }

  public ChangePiece {
    if (!course.own().side().equals(key.side)) {
      throw new IllegalArgumentException(
          "Cannot build a piece: side="
              + key.side
              + " "
              + course.change.word()
              + " ground from="
              + course.from
              + " to="
              + course.to
              + ", expected a holding of its own");
    }
  }
}
