package org.territorydelta.normalise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.config.Rule;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.GroundHash;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PartitionBuilder;
import org.territorydelta.geo.PolygonRepair;
import org.territorydelta.model.ControlSnapshot;
import org.territorydelta.model.Holding;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.Rejection.Place;
import org.territorydelta.model.RejectionReason;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.Tally;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawShape;

/** Collects the features of one map, judges each polygon, and builds the partition. */
final class SnapshotBuilder {
  /** Built-in rules, for what can hold no ground. */
  static final String POINTS_AND_LINES = "points-and-lines";

  static final String EMPTY_GEOMETRY = "empty-geometry";

  private enum Fate {
    USED,
    IGNORED,
    REJECTED
  }

  private final String sourceId;
  private final String path;
  private final SourceProfile profile;
  private final LocalDate mapDate;
  private final CoordinateSystem crs;
  private final ShapeChecker checker;
  private final List<BaselineMarker> baselines;
  private final SortedMap<Holding, List<Polygon>> polygons = new TreeMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private final SortedMap<String, Long> ignoredByRule = new TreeMap<>();
  private Tally features = Tally.ZERO;
  private Tally parts = Tally.ZERO;
  private long repaired;
  private long repairedM2;

  SnapshotBuilder(
      String sourceId,
      String path,
      SourceProfile profile,
      LocalDate mapDate,
      CoordinateSystem crs,
      List<BaselineMarker> baselines) {
    this.sourceId = sourceId;
    this.path = path;
    this.profile = profile;
    this.mapDate = mapDate;
    this.crs = crs;
    this.baselines = baselines;
    this.checker = new ShapeChecker(profile.extent());
  }

  void add(RawFeature feature) {
    Tally fates = Tally.ZERO;
    List<RawShape> shapes = feature.shapes();
    for (int part = 0; part < shapes.size(); part++) {
      fates = fates.plus(one(judge(feature, part, shapes.get(part))));
    }
    parts = parts.plus(fates);
    Fate whole = fates.used() > 0 ? Fate.USED : fates.ignored() > 0 ? Fate.IGNORED : Fate.REJECTED;
    features = features.plus(one(whole));
  }

  private static Tally one(Fate fate) {
    return switch (fate) {
      case USED -> new Tally(1, 1, 0, 0);
      case IGNORED -> new Tally(1, 0, 1, 0);
      case REJECTED -> new Tally(1, 0, 0, 1);
    };
  }

  private Fate judge(RawFeature feature, int part, RawShape shape) {
    Place place = Place.of(feature.index(), part);
    return switch (shape.kind()) {
      case POINT_OR_LINE -> ignored(POINTS_AND_LINES);
      case EMPTY -> ignored(EMPTY_GEOMETRY);
      case NULL -> rejected(feature, place, RejectionReason.NULL_GEOMETRY, shape.detail());
      case MALFORMED ->
          rejected(feature, place, RejectionReason.MALFORMED_GEOMETRY, shape.detail());
      case POLYGON -> judgePolygon(feature, place, shape);
    };
  }

  private Fate judgePolygon(RawFeature feature, Place place, RawShape shape) {
    List<double[]> rings = shape.rings().stream().map(crs::toLonLat).toList();
    Optional<ShapeChecker.Fault> fault = checker.check(rings);
    if (fault.isPresent()) {
      return rejected(feature, place, fault.get().reason(), fault.get().detail());
    }
    Polygon drawn = ShapeChecker.polygon(rings);
    PolygonRepair repair = PolygonRepair.of(drawn);
    if (repair.polygons().isEmpty()) {
      return rejected(
          feature, place.withArea(repair.beforeM2()), RejectionReason.NO_AREA, repair.fault());
    }
    Optional<Rule> rule = ruleFor(feature.properties(), repair.polygons().get(0));
    if (rule.isEmpty()) {
      return rejected(
          feature,
          place.withArea(repair.afterM2()),
          RejectionReason.NO_RULE,
          "properties " + feature.properties());
    }
    Optional<Holding> holding = rule.get().holding();
    if (holding.isEmpty()) {
      return ignored(rule.get().name());
    }
    if (repair.wasNeeded()) {
      repaired++;
      repairedM2 += Math.abs(repair.afterM2() - repair.beforeM2());
      note(
          feature,
          place.repaired(repair.beforeM2(), repair.afterM2()),
          RejectionReason.REPAIRED,
          repair.fault());
    }
    polygons.computeIfAbsent(holding.get(), key -> new ArrayList<>()).addAll(repair.polygons());
    return Fate.USED;
  }

  private Optional<Rule> ruleFor(Map<String, String> properties, Polygon polygon) {
    Optional<String> country = Optional.empty();
    for (Rule rule : profile.rules()) {
      if (!rule.matches(properties, mapDate)) {
        continue;
      }
      if (rule.countries().isEmpty()) {
        return Optional.of(rule);
      }
      if (country.isEmpty()) {
        country = Optional.of(CountryLayer.packed().countryOf(polygon).orElse(""));
      }
      if (rule.countries().contains(country.get())) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  private Fate ignored(String rule) {
    ignoredByRule.merge(rule, 1L, Long::sum);
    return Fate.IGNORED;
  }

  private Fate rejected(RawFeature feature, Place place, RejectionReason reason, String detail) {
    note(feature, place, reason, detail);
    return Fate.REJECTED;
  }

  private void note(RawFeature feature, Place place, RejectionReason reason, String detail) {
    rejections.add(new Rejection(sourceId, path, place, reason, detail, feature.raw()));
  }

  /** The partition: overlaps go to the firmer holding, ground of baselines to their status. */
  NormalisedMap build(LocalDate fileDate) {
    var overlay = new Overlay();
    var partition = new PartitionBuilder(overlay);
    for (Holding holding : profile.firmToSoft()) {
      polygons.getOrDefault(holding, List.of()).forEach(p -> partition.add(holding, p));
    }
    SortedMap<Holding, List<Polygon>> ground = partition.ground();
    for (BaselineMarker baseline : baselines) {
      ground = baseline.marked(ground, mapDate, overlay);
    }
    var id = new SnapshotId(sourceId, mapDate, fileDate, GroundHash.of(ground));
    long count = 0;
    long vertices = 0;
    for (List<Polygon> held : ground.values()) {
      for (Polygon polygon : held) {
        count++;
        vertices += polygon.getNumPoints();
      }
    }
    var facts =
        new SnapshotFacts(
            id,
            path,
            new SnapshotFacts.Size(count, vertices),
            new SnapshotFacts.Mended(repaired, repairedM2, partition.overlapM2()),
            EllipsoidalArea.m2(ground));
    return new NormalisedMap(new ControlSnapshot(id, ground), facts);
  }

  List<Rejection> rejections() {
    return rejections;
  }

  Tally features() {
    return features;
  }

  Tally parts() {
    return parts;
  }

  SortedMap<String, Long> ignoredByRule() {
    return ignoredByRule;
  }
}
