package org.territorydelta.normalise;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.territorydelta.config.RunConfig;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PartitionBuilder;
import org.territorydelta.geo.PartitionMeasurer;

/**
 * What a source's maps are judged by, and what was found out about the file before. Features that
 * come back as the same objects are not asked about, judged, cut and measured again; the results
 * are those of a file that is read alone.
 */
final class SourceKnowledge {
  private final String id;
  private final SourceProfile profile;
  private final RuleFinder rules;
  private final RuleVocabulary vocabulary;
  private final PolygonJudge judge;
  private final PartitionMeasurer measurer = new PartitionMeasurer();
  private final List<BaselineMarker> baselines;
  private PartitionBuilder partition = new PartitionBuilder(new Overlay());

  /**
   * @throws org.territorydelta.model.InputException when a baseline of the source cannot be used
   */
  SourceKnowledge(RunConfig.Source source) {
    this.id = source.id();
    this.profile = source.profile();
    this.rules = new RuleFinder(profile.rules(), profile.extent());
    this.vocabulary = new RuleVocabulary(profile.rules());
    this.judge = new PolygonJudge(profile);
    this.baselines = profile.baselines().stream().map(BaselineMarker::of).toList();
  }

  /** Begins the next file; forgets what the last one did not have. */
  void nextFile() {
    rules.next();
    vocabulary.next();
    judge.next();
    measurer.next();
  }

  /** What the profile needs and none of a map's layers is like. */
  List<String> missingLayers(Set<String> layers) {
    return profile.files().neededLayers().stream()
        .filter(needed -> layers.stream().noneMatch(Pattern.compile(needed).asPredicate()))
        .toList();
  }

  /** Begins the next partition. */
  PartitionBuilder nextPartition(Overlay overlay) {
    partition = partition.next(overlay);
    return partition;
  }

  String id() {
    return id;
  }

  SourceProfile profile() {
    return profile;
  }

  RuleFinder rules() {
    return rules;
  }

  RuleVocabulary vocabulary() {
    return vocabulary;
  }

  PolygonJudge judge() {
    return judge;
  }

  PartitionMeasurer measurer() {
    return measurer;
  }

  List<BaselineMarker> baselines() {
    return baselines;
  }
}
