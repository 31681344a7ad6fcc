package org.territorydelta.normalise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PartitionBuilder;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.MapWeight;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.Rejection.Place;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.model.map.Tally;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.normalise.RuleFinder.Candidates;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawShape;

/** Collects the features of one map, each polygon judged, and builds the partition. */
final class SnapshotBuilder {
  /** Built-in rules, for what can hold no ground. */
  static final String POINTS_AND_LINES = "points-and-lines";

  static final String EMPTY_GEOMETRY = "empty-geometry";

  static final String NULL_GEOMETRY = "null-geometry";

  private enum Fate {
    USED,
    IGNORED,
    REJECTED
  }

  private final String path;
  private final LocalDate mapDate;
  private final SourceKnowledge source;
  private final List<FileCount> files = new ArrayList<>();
  private final Set<String> layers = new TreeSet<>();
  private final SortedMap<Holding, List<Polygon>> polygons = new TreeMap<>();
  private final List<Rejection> rejections = new ArrayList<>();
  private long repaired;
  private long repairedM2;
  private long ignoredPolygons;
  private long rejectedM2;
  private long unmeasured;

  /**
   * @param path of the file that the map is on record under
   */
  SnapshotBuilder(SourceKnowledge source, String path, LocalDate mapDate) {
    this.source = source;
    this.path = path;
    this.mapDate = mapDate;
  }

  /** One more file of the map. */
  FileCount file(String filePath, CoordinateSystem crs) {
    var file = new FileCount(filePath, crs, source.vocabulary());
    files.add(file);
    return file;
  }

  void add(RawFeature feature, FileCount file) {
    feature.properties().text(FeatureProperties.LAYER).ifPresent(layers::add);
    Tally fates = Tally.ZERO;
    List<RawShape> shapes = feature.shapes();
    Candidates candidates = source.rules().candidates(feature.properties(), mapDate);
    for (int part = 0; part < shapes.size(); part++) {
      fates = fates.plus(one(judge(feature, part, candidates, file)));
    }
    Fate whole = fates.used() > 0 ? Fate.USED : fates.ignored() > 0 ? Fate.IGNORED : Fate.REJECTED;
    file.add(one(whole), fates);
  }

  private static Tally one(Fate fate) {
    return switch (fate) {
      case USED -> new Tally(1, 1, 0, 0);
      case IGNORED -> new Tally(1, 0, 1, 0);
      case REJECTED -> new Tally(1, 0, 0, 1);
    };
  }

  private Fate judge(RawFeature feature, int part, Candidates candidates, FileCount file) {
    RawShape shape = feature.shapes().get(part);
    Optional<String> withoutGround = withoutGround(shape.kind());
    if (withoutGround.isPresent()) {
      file.rules().withoutGround(withoutGround.get());
      return Fate.IGNORED;
    }
    return book(
        feature,
        file,
        Place.of(feature.index(), part),
        source.judge().judge(candidates, file.crs(), feature.properties(), shape));
  }

  /** The built-in rule for a shape that can hold no ground. */
  static Optional<String> withoutGround(RawShape.Kind kind) {
    return switch (kind) {
      case POINT_OR_LINE -> Optional.of(POINTS_AND_LINES);
      case EMPTY -> Optional.of(EMPTY_GEOMETRY);
      case NULL -> Optional.of(NULL_GEOMETRY);
      case MALFORMED, POLYGON -> Optional.empty();
    };
  }

  private Fate book(RawFeature feature, FileCount file, Place place, PolygonJudge.Verdict verdict) {
    if (verdict instanceof PolygonJudge.Ignored ignored) {
      ignoredPolygons++;
      file.rules().ignored(ignored.rule(), feature.properties());
      return Fate.IGNORED;
    }
    if (verdict instanceof PolygonJudge.Rejected rejected) {
      OptionalLong drawnM2 = rejected.drawnM2();
      rejectedM2 = Math.addExact(rejectedM2, drawnM2.orElse(0));
      unmeasured += drawnM2.isPresent() ? 0 : 1;
      Place drawn = drawnM2.isPresent() ? place.withArea(drawnM2.getAsLong()) : place;
      note(feature, file, drawn, rejected.reason(), rejected.detail());
      file.rules().rejected(rejected.reason(), feature.properties());
      return Fate.REJECTED;
    }
    use(feature, file, place, (PolygonJudge.Used) verdict);
    return Fate.USED;
  }

  private void use(RawFeature feature, FileCount file, Place place, PolygonJudge.Used used) {
    PolygonJudge.Ground ground = used.ground();
    if (!used.fault().isEmpty()) {
      repaired++;
      repairedM2 += Math.abs(ground.afterM2() - ground.beforeM2());
      Place mended = place.repaired(ground.beforeM2(), ground.afterM2());
      note(feature, file, mended, RejectionReason.REPAIRED, used.fault());
    }
    polygons.computeIfAbsent(used.holding(), key -> new ArrayList<>()).addAll(ground.polygons());
    file.rules().held(used.rule(), used.holding(), feature.properties(), ground.afterM2());
  }

  private void note(
      RawFeature feature, FileCount file, Place place, RejectionReason reason, String detail) {
    rejections.add(new Rejection(source.id(), file.path(), place, reason, detail, feature.raw()));
  }

  /** The partition: overlaps go to the firmer holding, ground of baselines to their status. */
  NormalisedMap build(FileDate fileDate) {
    var overlay = new Overlay();
    PartitionBuilder partition = source.nextPartition(overlay);
    for (Holding holding : source.profile().firmToSoft()) {
      polygons.getOrDefault(holding, List.of()).forEach(p -> partition.add(holding, p));
    }
    SortedMap<Holding, List<Polygon>> ground = partition.ground();
    for (BaselineMarker baseline : source.baselines()) {
      ground = baseline.marked(ground, mapDate, overlay);
    }
    var id = new SnapshotId(source.id(), mapDate, fileDate.day(), source.measurer().hash(ground));
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
            new SnapshotFacts.Origin(path, fileDate.time()),
            new SnapshotFacts.Size(count, vertices),
            new SnapshotFacts.Mended(repaired, repairedM2, partition.overlapM2()),
            source.measurer().m2(ground));
    return new NormalisedMap(
        new ControlSnapshot(id, ground),
        facts,
        weight(facts),
        files.stream().flatMap(file -> file.rules().matches(id, file.path()).stream()).toList());
  }

  private MapWeight weight(SnapshotFacts facts) {
    long usedM2 = facts.groundM2().values().stream().mapToLong(Long::longValue).sum();
    Tally parts = files.stream().map(FileCount::parts).reduce(Tally.ZERO, Tally::plus);
    return new MapWeight(
        mapDate,
        parts.used(),
        ignoredPolygons,
        parts.rejected(),
        usedM2,
        rejectedM2,
        unmeasured,
        source.missingLayers(layers));
  }

  List<Rejection> rejections() {
    return rejections;
  }
}
