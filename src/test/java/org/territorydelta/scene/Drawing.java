package org.territorydelta.scene;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.GroundHash;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PartitionBuilder;
import org.territorydelta.model.ControlSnapshot;
import org.territorydelta.model.Holding;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.model.SnapshotId;

/**
 * One map of a scene as it was drawn: shapes in order, which may overlap, the earlier ones being
 * the firmer.
 */
public record Drawing(
    String sourceId, LocalDate mapDate, LocalDate fileDate, String path, List<Shape> shapes) {

  /** A polygon and who holds it. */
  public record Shape(Holding holding, Polygon polygon) {}

  public Drawing {
    shapes = List.copyOf(shapes);
  }

  /** The partition that the shapes make. */
  public ControlSnapshot snapshot() {
    return snapshot(partition());
  }

  private ControlSnapshot snapshot(PartitionBuilder partition) {
    SortedMap<Holding, List<Polygon>> ground = partition.ground();
    return new ControlSnapshot(
        new SnapshotId(sourceId, mapDate, fileDate, GroundHash.of(ground)), ground);
  }

  private PartitionBuilder partition() {
    var partition = new PartitionBuilder(new Overlay());
    shapes.forEach(shape -> partition.add(shape.holding, shape.polygon));
    return partition;
  }

  /** What is known of the partition. */
  public SnapshotFacts facts() {
    PartitionBuilder partition = partition();
    ControlSnapshot snapshot = snapshot(partition);
    SortedMap<Holding, Long> areas = new TreeMap<>();
    long polygons = 0;
    long vertices = 0;
    for (Map.Entry<Holding, List<Polygon>> held : snapshot.ground().entrySet()) {
      for (Polygon polygon : held.getValue()) {
        polygons++;
        vertices += polygon.getNumPoints();
        areas.merge(held.getKey(), EllipsoidalArea.m2(polygon), Long::sum);
      }
    }
    return new SnapshotFacts(
        snapshot.id(),
        path,
        new SnapshotFacts.Size(polygons, vertices),
        new SnapshotFacts.Mended(0, 0, partition.overlapM2()),
        areas);
  }
}
