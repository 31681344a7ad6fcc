package org.territorydelta.model.change;

import java.io.Serializable;
import org.territorydelta.model.SquareKm;

/**
 * A connected piece of ground that one side gained or lost between two maps of a source, without
 * its shape. Ground that only changes its status with one side is no block.
 *
 * @param areaM2 at least {@link #LEAST_M2}
 */
public record ChangedBlock(
    String side, Direction direction, long areaM2, Box box, Remoteness remoteness)
    implements Serializable {
  /**
   * Smaller pieces are not told one by one: no rule may be set to less, and the everyday redrawing
   * of a front would fill the memory.
   */
  public static final long LEAST_M2 = SquareKm.M2_PER_KM2;

  /** Whether the ground came or went. */
  public enum Direction {
    GAINED,
    LOST;

    public Direction reversed() {
      return this == GAINED ? LOST : GAINED;
    }
  }

  /** The degrees that the piece spans. */
  public record Box(double west, double south, double east, double north) implements Serializable {
    public boolean meets(Box other) {
      return west <= other.east
          && other.west <= east
          && south <= other.north
          && other.south <= north;
    }
  }

  /**
   * Where the piece lies. Told for pieces from {@link #TOLD_FROM_M2} on; 0 for smaller ones.
   *
   * @param apartKm from the side's own ground in the map that does not show the piece; 0 where it
   *     touches, and where the side has none
   * @param remoteKm of ground gained from any ground of the map before and from the side's own
   *     country; 0 where it touches, and where there is none
   * @param rearShare the part (0..1) that lies deep behind the side's front in the map that shows
   *     the piece; told from {@link #REAR_TOLD_FROM_M2} on
   */
  public record Remoteness(double apartKm, double remoteKm, double rearShare)
      implements Serializable {
    public static final Remoteness NONE = new Remoteness(0, 0, 0);
  }

  /**
   * From here on a piece's distances are worked out: 10 km². To look no closer saves work and loses
   * nothing, as no rule that asks for them may be set to less.
   */
  public static final long TOLD_FROM_M2 = SquareKm.toM2(10);

  /**
   * From here on it is worked out how much of a piece lies in the rear: 100 km². The same holds for
   * it.
   */
  public static final long REAR_TOLD_FROM_M2 = SquareKm.toM2(100);
}
