package org.territorydelta.normalise;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.config.Extent;
import org.territorydelta.config.Rule;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.PolygonRepair;
import org.territorydelta.geo.RingRepair;
import org.territorydelta.model.RecentResults;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.normalise.RuleFinder.Candidates;
import org.territorydelta.normalise.ShapeChecker.Fault;
import org.territorydelta.read.RawShape;

/**
 * Judges polygons one by one: first by the rules, then by the shape, then by the extent. What every
 * rule within reach ignores is ignored, however broken it is and wherever it lies; what a rule may
 * give to a holder must have a shape to be given.
 */
final class PolygonJudge {
  /** What becomes of a polygon. */
  sealed interface Verdict {}

  /** A rule leaves it out. */
  record Ignored(Rule rule) implements Verdict {}

  /**
   * It is ground of a holder.
   *
   * @param ground the polygon, or what it became by repair
   * @param fault what had to be repaired; empty for nothing
   */
  record Used(Rule rule, Holding holding, Ground ground, String fault) implements Verdict {}

  /**
   * Valid polygons, and what the drawn one measured.
   *
   * @param afterM2 area of the polygons
   */
  record Ground(List<Polygon> polygons, long beforeM2, long afterM2) {}

  /**
   * It cannot be used.
   *
   * @param drawnM2 how much ground it draws, where that can be told
   */
  record Rejected(RejectionReason reason, String detail, OptionalLong drawnM2) implements Verdict {}

  /** What became of a shape last, by some rules, in the numbers of a system of coordinates. */
  private static final class Judged {
    private List<Rule> rules = List.of();
    private Optional<CoordinateSystem> crs = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();

    boolean isBy(Candidates candidates, CoordinateSystem system) {
      return verdict.isPresent() && crs.get() == system && rules.equals(candidates.rules());
    }
  }

  private final Extent extent;
  private final double maxRingGap;
  private final RecentResults<RawShape, Judged> judged = new RecentResults<>();

  PolygonJudge(SourceProfile profile) {
    this.extent = profile.extent();
    this.maxRingGap = profile.leniency().maxRingGap();
  }

  /** Begins the next file. */
  void next() {
    judged.next();
  }

  /**
   * @param crs of the file
   * @param properties of the feature, for the message when no rule is for them
   * @param shape a polygon, or one whose coordinates do not fit its type; one that comes back is
   *     judged once
   */
  Verdict judge(
      Candidates rules, CoordinateSystem crs, FeatureProperties properties, RawShape shape) {
    if (rules.isDecided() && rules.ignoring().isPresent()) {
      return new Ignored(rules.ignoring().get());
    }
    Judged last = judged.of(shape, key -> new Judged());
    if (last.isBy(rules, crs)) {
      return last.verdict.get();
    }
    Verdict verdict = judgeAnew(rules, crs, properties, shape);
    // What no rule is for is told by its properties, which the next feature may have others of.
    if (!(verdict instanceof Rejected rejected && rejected.reason == RejectionReason.NO_RULE)) {
      last.rules = rules.rules();
      last.crs = Optional.of(crs);
      last.verdict = Optional.of(verdict);
    }
    return verdict;
  }

  private Verdict judgeAnew(
      Candidates rules, CoordinateSystem crs, FeatureProperties properties, RawShape shape) {
    Verdict verdict = judgeShape(rules, crs, properties, shape);
    if (!(verdict instanceof Rejected rejected)) {
      return verdict;
    }
    if (rules.isEmpty()) {
      return noRule(properties, rejected.drawnM2);
    }
    Optional<Rule> ignoring = rules.ignoring();
    return ignoring.isPresent() ? new Ignored(ignoring.get()) : rejected;
  }

  private static Rejected noRule(FeatureProperties properties, OptionalLong drawnM2) {
    return new Rejected(RejectionReason.NO_RULE, "properties " + properties, drawnM2);
  }

  private Verdict judgeShape(
      Candidates rules, CoordinateSystem crs, FeatureProperties properties, RawShape shape) {
    if (shape.kind() == RawShape.Kind.MALFORMED) {
      return unmeasured(RejectionReason.MALFORMED_GEOMETRY, shape.detail());
    }
    RingRepair closed =
        RingRepair.closing(shape.rings().stream().map(crs::toLonLat).toList(), maxRingGap);
    Optional<Fault> fault = ShapeChecker.check(closed.rings());
    if (fault.isPresent()) {
      return unmeasured(fault.get().reason(), detail(fault.get()) + note(shape));
    }
    RingRepair ordered = RingRepair.shellFirst(closed.rings());
    List<double[]> rings = ordered.rings();
    Polygon drawn = ShapeChecker.polygon(rings);
    Optional<Fault> atAPole = ShapeChecker.atAPole(rings);
    if (atAPole.isPresent()) {
      return rejected(
          atAPole.get(), SquareKm.roundToM2(Math.abs(EllipsoidalArea.squareMetres(drawn))));
    }
    PolygonRepair repair = PolygonRepair.of(drawn);
    if (repair.polygons().isEmpty()) {
      return new Rejected(
          RejectionReason.NO_AREA, repair.fault(), OptionalLong.of(Math.abs(repair.beforeM2())));
    }
    String faults =
        Stream.of(closed.fault(), ordered.fault(), repair.fault())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return judgeGround(rules, properties, rings, repair, faults);
  }

  private Verdict judgeGround(
      Candidates rules,
      FeatureProperties properties,
      List<double[]> rings,
      PolygonRepair repair,
      String faults) {
    Optional<Rule> rule = rules.ruleFor(rings, repair.polygons().get(0));
    if (rule.isEmpty()) {
      return noRule(properties, OptionalLong.of(repair.afterM2()));
    }
    Optional<Holding> holding = rule.get().holding();
    if (holding.isEmpty()) {
      return new Ignored(rule.get());
    }
    Optional<Fault> outside = outside(rings);
    if (outside.isPresent()) {
      return rejected(outside.get(), repair.afterM2());
    }
    var ground = new Ground(repair.polygons(), repair.beforeM2(), repair.afterM2());
    return new Used(rule.get(), holding.get(), ground, faults);
  }

  private Optional<Fault> outside(List<double[]> rings) {
    for (int i = 0; i < rings.size(); i++) {
      double[] ring = rings.get(i);
      for (int at = 0; at + 1 < ring.length; at += 2) {
        if (!extent.contains(ring[at], ring[at + 1])) {
          return Optional.of(Fault.at(RejectionReason.OUTSIDE_EXTENT, ring, at, "ring " + i));
        }
      }
    }
    return Optional.empty();
  }

  private Rejected rejected(Fault fault, long drawnM2) {
    return new Rejected(fault.reason(), detail(fault), OptionalLong.of(drawnM2));
  }

  private static Rejected unmeasured(RejectionReason reason, String detail) {
    return new Rejected(reason, detail, OptionalLong.empty());
  }

  /** What the reader noticed, where it may be the cause. */
  private static String note(RawShape shape) {
    return shape.isPlainPolygon() ? "" : "; " + shape.detail();
  }

  private String detail(Fault fault) {
    boolean swapped =
        !extent.equals(Extent.WORLD)
            && fault.at().filter(at -> extent.contains(at.getY(), at.getX())).isPresent();
    return fault.detail()
        + (swapped ? "; latitude first would lie inside: are the axes swapped?" : "");
  }
}
