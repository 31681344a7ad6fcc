package org.territorydelta.geo;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;

/** One area asked how it lies to others (DE-9IM, by RelateNG). */
public final class RegionRelation {
  private static final String INTERIORS_MEET = "T********";
  private static final String BOUNDARIES_SHARE_A_LINE = "****1****";

  private final Geometry area;
  private final RelateNG relation;

  public RegionRelation(Geometry area) {
    this.area = area;
    this.relation = RelateNG.prepare(area);
  }

  /** Whether some ground lies in both. */
  public boolean sharesGround(Geometry other) {
    return area.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
        && relation.evaluate(other, RelatePredicate.matches(INTERIORS_MEET));
  }

  /** Whether they share ground or a stretch of border; a point is not enough. */
  public boolean sharesBorderOrGround(Geometry other) {
    return area.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
        && (relation.evaluate(other, RelatePredicate.matches(BOUNDARIES_SHARE_A_LINE))
            || sharesGround(other));
  }
}
