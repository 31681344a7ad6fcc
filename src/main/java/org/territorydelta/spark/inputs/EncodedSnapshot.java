package org.territorydelta.spark.inputs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.Wkb;
import org.territorydelta.model.RecentResults;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.SnapshotId;

/** A snapshot on its way between tasks, its polygons as WKB. */
public record EncodedSnapshot(SnapshotId id, TreeMap<Holding, ArrayList<byte[]>> ground)
    implements Serializable {
  /**
   * @param encoded polygons of the files before; one that comes back is the same bytes
   */
  static EncodedSnapshot of(ControlSnapshot snapshot, RecentResults<Polygon, byte[]> encoded) {
    var ground = new TreeMap<Holding, ArrayList<byte[]>>();
    for (Map.Entry<Holding, List<Polygon>> entry : snapshot.ground().entrySet()) {
      var polygons = new ArrayList<byte[]>();
      entry.getValue().forEach(polygon -> polygons.add(encoded.of(polygon, Wkb::toBytes)));
      ground.put(entry.getKey(), polygons);
    }
    return new EncodedSnapshot(snapshot.id(), ground);
  }

  public ControlSnapshot decode() {
    SortedMap<Holding, List<Polygon>> decoded = new TreeMap<>();
    ground.forEach(
        (holding, polygons) ->
            decoded.put(
                holding, polygons.stream().map(wkb -> (Polygon) Wkb.fromBytes(wkb)).toList()));
    return new ControlSnapshot(id, decoded);
  }
}
