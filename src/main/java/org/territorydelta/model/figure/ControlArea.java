package org.territorydelta.model.figure;

import java.util.OptionalDouble;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SnapshotId;

/**
 * How much ground of a region a snapshot gives to one holding.
 *
 * @param areaM2 all of it, ground of the border band included
 * @param borderMismatchM2 the part that lies outside the region's own border
 * @param shareOfRegion its share of the region's denominator; none for ground that is not a
 *     region's
 * @param boundM2 how far roundings and noding can have moved the areas of the snapshot, all
 *     together, since the source's first map
 */
public record ControlArea(
    SnapshotId snapshot,
    Holding holding,
    RegionId region,
    long areaM2,
    long borderMismatchM2,
    OptionalDouble shareOfRegion,
    long boundM2) {}
