package org.territorydelta.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.normalise.NormalisedFile;
import org.territorydelta.normalise.SnapshotNormaliser;

/** A source's maps in the order of their dates, each of another ground than the one before. */
record Chain(List<ControlSnapshot> snapshots, RegionIndex regions) {
  /**
   * The chains of an archive's sources.
   *
   * @param mostPairs where each one ends, so that its ground fits into memory
   */
  static List<Chain> of(Archive archive, int mostPairs) throws IOException {
    RunConfig run = archive.read();
    List<Chain> chains = new ArrayList<>();
    for (RunConfig.Source source : run.sources()) {
      var normaliser = new SnapshotNormaliser(source);
      SortedMap<SnapshotId, ControlSnapshot> snapshots = new TreeMap<>();
      Iterator<Path> files = archive.files(source).iterator();
      Set<String> grounds = new HashSet<>();
      while (files.hasNext() && grounds.size() <= mostPairs) {
        Path file = files.next();
        try (InputStream in = Files.newInputStream(file)) {
          for (NormalisedFile.NormalisedMap map :
              normaliser.normalise(file.getFileName().toString(), in).maps()) {
            grounds.add(map.snapshot().id().contentHash());
            snapshots.put(map.snapshot().id(), map.snapshot());
          }
        }
      }
      chains.add(new Chain(distinct(snapshots.values()), archive.regions(run, source)));
    }
    return chains;
  }

  /** Leaves out what shows the ground of the one before. */
  private static List<ControlSnapshot> distinct(Iterable<ControlSnapshot> snapshots) {
    List<ControlSnapshot> distinct = new ArrayList<>();
    String last = "";
    for (ControlSnapshot snapshot : snapshots) {
      if (!snapshot.id().contentHash().equals(last)) {
        distinct.add(snapshot);
        last = snapshot.id().contentHash();
      }
    }
    return distinct;
  }

  /** Each map with the next. */
  List<SnapshotPair> pairs() {
    List<SnapshotPair> pairs = new ArrayList<>();
    for (int i = 1; i < snapshots.size(); i++) {
      pairs.add(new SnapshotPair(snapshots.get(i - 1), snapshots.get(i)));
    }
    return pairs;
  }
}
