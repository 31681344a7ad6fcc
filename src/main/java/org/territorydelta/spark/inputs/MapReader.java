package org.territorydelta.spark.inputs;

import java.io.IOException;
import java.util.ArrayList;
import org.apache.hadoop.fs.Path;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.RecentResults;
import org.territorydelta.model.map.MapWeight;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.normalise.MapInput;
import org.territorydelta.normalise.NormalisedFile;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.spark.inputs.ReadStage.FileFacts;
import org.territorydelta.spark.inputs.ReadStage.ReadFile;
import org.territorydelta.spark.session.TaskHadoop;

/** Reads and normalises files of one source, one after the other. */
final class MapReader {
  private final SnapshotNormaliser normaliser;
  private final RecentResults<Polygon, byte[]> encoded = new RecentResults<>();

  MapReader(RunConfig.Source source) {
    this.normaliser = new SnapshotNormaliser(source);
  }

  ReadFile read(SourceFile file) throws IOException {
    NormalisedFile normalised =
        normaliser.normalise(file.files().stream().map(MapReader::input).toList());
    encoded.next();
    var snapshots = new ArrayList<EncodedSnapshot>();
    normalised.maps().forEach(map -> snapshots.add(EncodedSnapshot.of(map.snapshot(), encoded)));
    return new ReadFile(facts(normalised), snapshots);
  }

  private static MapInput input(SourceFile file) {
    var path = new Path(file.uri());
    return new MapInput(
        file.shownPath(),
        () -> InputFiles.open(path, TaskHadoop.configuration()),
        InputFiles.companions(path, TaskHadoop.configuration()));
  }

  private static FileFacts facts(NormalisedFile file) {
    var maps = new ArrayList<SnapshotFacts>();
    var weights = new ArrayList<MapWeight>();
    var rules = new ArrayList<RuleMatch>();
    for (NormalisedMap map : file.maps()) {
      maps.add(map.facts());
      weights.add(map.weight());
      rules.addAll(map.rules());
    }
    return new FileFacts(file.file(), maps, weights, rules, new ArrayList<>(file.rejections()));
  }
}
