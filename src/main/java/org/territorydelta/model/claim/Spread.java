package org.territorydelta.model.claim;

import java.io.Serializable;

/**
 * How far apart figures of two sources lie over periods of one length.
 *
 * @param usual half of all periods lie nearer together
 * @param wide four in five do; not less
 */
public record Spread(double usual, double wide) implements Serializable {
  /** They are not told apart. */
  public static final Spread NONE = new Spread(0, 0);

  public Spread {
    if (!(usual >= 0 && wide >= usual)) {
      throw new IllegalArgumentException(
          "Cannot build spread: usual="
              + usual
              + ", wide="
              + wide
              + ", expected 0 or more and wide not below usual");
    }
  }

  public Spread times(double factor) {
    return new Spread(usual * factor, wide * factor);
  }

  /** The wider of either. */
  public Spread around(Spread other) {
    return new Spread(Math.max(usual, other.usual), Math.max(wide, other.wide));
  }
}
