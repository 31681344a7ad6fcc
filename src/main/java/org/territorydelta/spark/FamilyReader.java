package org.territorydelta.spark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.territorydelta.model.MapWeight;
import org.territorydelta.model.RuleMatch;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.normalise.NormalisedFile;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.normalise.SnapshotNormaliser;
import org.territorydelta.spark.ReadStage.FileFacts;
import org.territorydelta.spark.ReadStage.ReadFile;

/** Reads files of one length, one after the other; those with the same bytes are parsed once. */
final class FamilyReader {
  /** Contents that are kept to compare with; other files of the same length are rare. */
  private static final int KEPT = 2;

  private record Known(byte[] bytes, NormalisedFile file, ReadFile read) {}

  private final SnapshotNormaliser normaliser;
  private final List<Known> known = new ArrayList<>();

  FamilyReader(SnapshotNormaliser normaliser) {
    this.normaliser = normaliser;
  }

  /** Reads a file without others of its length. */
  ReadFile readOnly(SourceFile file) throws IOException {
    try (InputStream in = open(file)) {
      return encoded(normaliser.normalise(file.shownPath(), in));
    }
  }

  /** Reads a file that may be like one read before. */
  ReadFile read(SourceFile file) throws IOException {
    byte[] bytes;
    try (InputStream in = open(file)) {
      bytes = in.readAllBytes();
    }
    for (Known other : known) {
      if (Arrays.equals(bytes, other.bytes)) {
        Optional<NormalisedFile> reprint = normaliser.reprint(other.file, file.shownPath());
        if (reprint.isPresent()) {
          return sharing(reprint.get(), other.read);
        }
      }
    }
    NormalisedFile normalised =
        normaliser.normalise(file.shownPath(), new ByteArrayInputStream(bytes));
    ReadFile read = encoded(normalised);
    if (known.size() == KEPT) {
      known.remove(0);
    }
    known.add(new Known(bytes, normalised, read));
    return read;
  }

  private static InputStream open(SourceFile file) throws IOException {
    return InputFiles.open(new Path(file.uri()), TaskHadoop.configuration());
  }

  private static ReadFile encoded(NormalisedFile file) {
    var snapshots = new ArrayList<EncodedSnapshot>();
    file.maps().forEach(map -> snapshots.add(EncodedSnapshot.of(map.snapshot())));
    return new ReadFile(facts(file), snapshots);
  }

  /** The same ground is kept once. */
  private static ReadFile sharing(NormalisedFile file, ReadFile other) {
    var snapshots = new ArrayList<EncodedSnapshot>();
    for (int i = 0; i < file.maps().size(); i++) {
      snapshots.add(
          new EncodedSnapshot(file.maps().get(i).facts().id(), other.snapshots().get(i).ground()));
    }
    return new ReadFile(facts(file), snapshots);
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
