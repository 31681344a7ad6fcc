package org.territorydelta.model.map;

import java.io.Serializable;

/**
 * What a share of a region divides by, and who says so.
 *
 * @param areaM2 0 for ground that is not a region's; it has no shares
 * @param source {@link #OWN_BORDER}, or where the config has the figure from; empty for none
 */
public record Denominator(long areaM2, String source) implements Serializable {
  /** The region's area inside its border in the regions file. */
  public static final String OWN_BORDER = "own border";

  public static Denominator ownBorder(long areaM2) {
    return new Denominator(areaM2, areaM2 == 0 ? "" : OWN_BORDER);
  }

  public boolean isOwnBorder() {
    return source.equals(OWN_BORDER);
  }
}
