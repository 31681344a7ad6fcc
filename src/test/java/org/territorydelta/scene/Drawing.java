package org.territorydelta.scene;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.GroundHash;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PartitionBuilder;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;

/**
 * One map of a scene as it was drawn: shapes in order, which may overlap, the earlier ones being
 * the firmer.
 */
public record Drawing(
    String sourceId, LocalDate mapDate, LocalDate fileDate, String path, List<Shape> shapes) {

  /** A polygon and who holds it. */
  public record Shape(Holding holding, Polygon polygon) {}

  /** What is made of it: the partition, and what is known of it. */
  public record Built(ControlSnapshot snapshot, SnapshotFacts facts) {}

  public Drawing {
    shapes = List.copyOf(shapes);
  }

  /** The partition that the shapes make, and what is known of it. */
  public Built built() {
    var partition = new PartitionBuilder(new Overlay());
    shapes.forEach(shape -> partition.add(shape.holding, shape.polygon));
    SortedMap<Holding, List<Polygon>> ground = partition.ground();
    var id = new SnapshotId(sourceId, mapDate, fileDate, GroundHash.of(ground));
    long polygons = 0;
    long vertices = 0;
    for (List<Polygon> held : ground.values()) {
      for (Polygon polygon : held) {
        polygons++;
        vertices += polygon.getNumPoints();
      }
    }
    var facts =
        new SnapshotFacts(
            id,
            path,
            new SnapshotFacts.Size(polygons, vertices),
            new SnapshotFacts.Mended(0, 0, partition.overlapM2()),
            EllipsoidalArea.m2(ground));
    return new Built(new ControlSnapshot(id, ground), facts);
  }

  public ControlSnapshot snapshot() {
    return built().snapshot();
  }
}
