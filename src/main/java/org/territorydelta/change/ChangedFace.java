package org.territorydelta.change;

import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.HandOver;

/**
 * A piece of ground, in longitude/latitude, that changed hands as a whole between one map and the
 * next. Faces of one pair of maps share no ground.
 */
public record ChangedFace(Polygon ground, HandOver handOver) {}
