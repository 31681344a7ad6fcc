package org.territorydelta.scene;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.change.ChangedFace;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.geo.ChangedEdges;
import org.territorydelta.geo.PartitionEdges;
import org.territorydelta.geo.PreparedArea;
import org.territorydelta.model.HandOver;
import org.territorydelta.model.Holding;

/** What changed hands from one map to the next, face by face. */
public final class SceneFaces {
  private SceneFaces() {}

  public static List<ChangedFace> between(SnapshotPair pair) {
    PartitionEdges opening = PartitionEdges.of(pair.opening().ground());
    PartitionEdges closing = PartitionEdges.of(pair.closing().ground());
    List<ChangedFace> faces = new ArrayList<>();
    for (Polygon face : ChangedEdges.between(opening, closing).faces()) {
      Coordinate inside = PreparedArea.interiorPoint(face);
      Holding from = opening.holdingAt(inside);
      Holding to = closing.holdingAt(inside);
      if (!from.equals(to)) {
        faces.add(new ChangedFace(face, new HandOver(pair.closing().id().mapDate(), from, to)));
      }
    }
    return faces;
  }
}
