package org.territorydelta.model.map;

import java.io.Serializable;
import java.util.List;

/**
 * A region without its geometry.
 *
 * @param country empty for ground that is not a region's, and where no country is known
 * @param areaM2 0 for ground that is not a region's
 * @param neighbours ids of the regions of its level that share a border with it
 * @param overlapping whether regions of its level overlap, so that their figures do not add up
 * @param denominator what shares of the region divide by
 */
public record RegionFacts(
    RegionId id,
    String name,
    String country,
    long areaM2,
    List<String> neighbours,
    boolean overlapping,
    Denominator denominator)
    implements Serializable {
  /** Everything a map shows. */
  public static final RegionFacts ALL =
      new RegionFacts(RegionId.ALL, "All ground", "", 0, List.of(), false);

  public static RegionFacts unassigned(int level) {
    return new RegionFacts(
        RegionId.unassigned(level), "Outside every region", "", 0, List.of(), false);
  }

  /** With shares of its own area. */
  public RegionFacts(
      RegionId id,
      String name,
      String country,
      long areaM2,
      List<String> neighbours,
      boolean overlapping) {
    this(id, name, country, areaM2, neighbours, overlapping, Denominator.ownBorder(areaM2));
  }

  /** The same with shares of another area. */
  public RegionFacts with(Denominator other) {
    return new RegionFacts(id, name, country, areaM2, neighbours, overlapping, other);
  }
}
