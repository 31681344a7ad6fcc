package org.territorydelta.model.claim;

import java.io.Serializable;
import org.territorydelta.model.map.Denominator;
import org.territorydelta.model.map.RegionId;

/** A region's area as somebody else gives it, for shares to be comparable with theirs. */
public record StatedArea(RegionId region, Denominator denominator) implements Serializable {}
