package org.territorydelta.model;

import java.io.Serializable;

/** A region's area as somebody else gives it, for shares to be comparable with theirs. */
public record StatedArea(RegionId region, Denominator denominator) implements Serializable {}
