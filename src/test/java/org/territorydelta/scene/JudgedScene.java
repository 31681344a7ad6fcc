package org.territorydelta.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.territorydelta.change.BlockFinder;
import org.territorydelta.change.ChangedEdgeEngine;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.change.ChangedBlock;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.SourceTimeline;

/**
 * A scene whose series is looked through for breaks, as a run would.
 *
 * @param blocks the larger pieces that changed hands, by pair of consecutive maps
 */
public record JudgedScene(
    SourceTimeline timeline, Map<DatePair, List<ChangedBlock>> blocks, List<SeriesBreak> breaks) {

  public static JudgedScene of(ControlScene scene, SceneRegions regions) {
    return of(scene, regions, BreakLimits.DEFAULT);
  }

  public static JudgedScene of(ControlScene scene, SceneRegions regions, BreakLimits limits) {
    MeasuredScene measured =
        scene
            .measurer()
            .regions(regions)
            .every(PeriodKind.ALL)
            .engine(ChangedEdgeEngine::new)
            .measure();
    Map<SnapshotId, ControlSnapshot> snapshots = new TreeMap<>();
    scene.snapshots().forEach(snapshot -> snapshots.put(snapshot.id(), snapshot));
    BlockFinder finder = BlockFinder.of(regions.regions(), limits.base().rear());
    Map<DatePair, List<ChangedBlock>> blocks = new TreeMap<>();
    var engine = new ChangedEdgeEngine();
    RegionIndex index = SceneRegions.of().index();
    List<ControlSnapshot> current = new ArrayList<>();
    measured.timeline().current().forEach(facts -> current.add(snapshots.get(facts.id())));
    for (int i = 1; i < current.size(); i++) {
      var pair = new SnapshotPair(current.get(i - 1), current.get(i));
      blocks.put(
          new DatePair(pair.opening().id().mapDate(), pair.closing().id().mapDate()),
          finder.blocks(pair, engine.changedGround(pair, index, new Overlay())));
    }
    return new JudgedScene(
        measured.timeline(), blocks, measured.summary().breaks(blocks, regions.scope(), limits));
  }
}
