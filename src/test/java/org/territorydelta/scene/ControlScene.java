package org.territorydelta.scene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.timeline.SourceTimeline;

/**
 * A tiny world: one source's maps, drawn day by day.
 *
 * <pre>
 * ControlScene.of("alpha").day("2024-01-01").holds(BLUE, box(0, 0, 10, 4))
 *     .day("2024-01-08").holds(BLUE, box(0, 0, 12, 3)); // gains 6, loses 10, net -4
 * </pre>
 *
 * <p>Shapes drawn on one day may overlap; what was drawn first wins.
 */
public final class ControlScene {
  public static final String BLUE = "BLUE";
  public static final String RED = "RED";
  public static final String GREEN = "GREEN";
  public static final String HELD = "held";
  public static final String CLAIMED = "claimed";

  private final String sourceId;
  private final List<Drawing> drawings = new ArrayList<>();
  private final Map<Drawing, Drawing.Built> built = new IdentityHashMap<>();

  private ControlScene(String sourceId) {
    this.sourceId = sourceId;
  }

  public static ControlScene of(String sourceId) {
    return new ControlScene(sourceId);
  }

  public static Holding held(String side) {
    return new Holding(side, HELD);
  }

  public static Holding claimed(String side) {
    return new Holding(side, CLAIMED);
  }

  /** Begins the map of a day, filed that very day. Without any shape it is an empty map. */
  public ControlScene day(String mapDate) {
    return filed(mapDate, mapDate, "");
  }

  /** Begins a map of a day as a later file has it. */
  public ControlScene revised(String mapDate, String fileDate) {
    return filed(mapDate, fileDate, "-filed-" + fileDate);
  }

  private ControlScene filed(String mapDate, String fileDate, String mark) {
    String path = sourceId + "/" + mapDate + mark + ".json";
    return draw(
        new Drawing(
            sourceId, LocalDate.parse(mapDate), LocalDate.parse(fileDate), path, List.of()));
  }

  /** Adds a whole map. */
  public ControlScene draw(Drawing drawing) {
    drawings.add(drawing);
    return this;
  }

  /** Gives a side ground with the status {@code held} on the day begun last. */
  public ControlScene holds(String side, Polygon... polygons) {
    return holds(held(side), polygons);
  }

  public ControlScene holds(Holding holding, Polygon... polygons) {
    Drawing last = drawings.remove(drawings.size() - 1);
    List<Drawing.Shape> shapes = new ArrayList<>(last.shapes());
    for (Polygon polygon : polygons) {
      shapes.add(new Drawing.Shape(holding, polygon));
    }
    drawings.add(
        new Drawing(sourceId, last.mapDate(), last.fileDate(), last.path(), List.copyOf(shapes)));
    return this;
  }

  public String sourceId() {
    return sourceId;
  }

  public List<Drawing> drawings() {
    return List.copyOf(drawings);
  }

  /** Every map in the order it was drawn. */
  public List<ControlSnapshot> snapshots() {
    return drawings.stream().map(this::built).map(Drawing.Built::snapshot).toList();
  }

  public List<SnapshotFacts> facts() {
    return drawings.stream().map(this::built).map(Drawing.Built::facts).toList();
  }

  private Drawing.Built built(Drawing drawing) {
    return built.computeIfAbsent(drawing, Drawing::built);
  }

  public SourceTimeline timeline() {
    return SourceTimeline.of(sourceId, facts());
  }

  /** The first map with the second. */
  public SnapshotPair pair() {
    List<ControlSnapshot> snapshots = snapshots();
    return new SnapshotPair(snapshots.get(0), snapshots.get(1));
  }

  /** The second map with the first: the same ground, told backwards. */
  public SnapshotPair reversedPair() {
    List<ControlSnapshot> snapshots = snapshots();
    return new SnapshotPair(snapshots.get(1), snapshots.get(0));
  }

  /** The measurement with everything left at its default. */
  public MeasuredScene measured() {
    return measurer().measure();
  }

  public SceneMeasurer measurer() {
    return new SceneMeasurer(this);
  }
}
