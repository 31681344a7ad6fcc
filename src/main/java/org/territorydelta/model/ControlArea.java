package org.territorydelta.model;

import java.util.OptionalDouble;

/**
 * How much ground of a region a snapshot gives to one holding.
 *
 * @param areaDm2 all of it, ground of the border band included
 * @param borderMismatchDm2 the part that lies outside the region's own border
 * @param shareOfRegion its share of the region's denominator; none for ground that is not a
 *     region's
 */
public record ControlArea(
    SnapshotId snapshot,
    Holding holding,
    RegionId region,
    long areaDm2,
    long borderMismatchDm2,
    OptionalDouble shareOfRegion) {}
