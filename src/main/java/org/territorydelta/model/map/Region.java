package org.territorydelta.model.map;

import org.locationtech.jts.geom.Geometry;

/**
 * An administrative or user-drawn area that figures are given for, in longitude/latitude
 * (OGC:CRS84).
 *
 * @param country the country it is counted to at level 0; empty where the file knows none
 * @param geometry polygonal and valid
 */
public record Region(RegionId id, String name, String country, Geometry geometry) {}
