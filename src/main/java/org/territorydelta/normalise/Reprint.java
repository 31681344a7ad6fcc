package org.territorydelta.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.territorydelta.model.ControlSnapshot;
import org.territorydelta.model.MapFile;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.SnapshotFacts;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;

/**
 * A file with the very bytes of another, under a name of its own. Archives that ask for a map every
 * day keep the same one many times over; all that can differ is when it could be known.
 */
final class Reprint {
  private Reprint() {}

  /** Nothing when the name may tell more than the file date. */
  static Optional<NormalisedFile> of(NormalisedFile first, String path, DateFinder dates) {
    if (first.failed() || dates.nameTellsMapDate()) {
      return Optional.empty();
    }
    Optional<FileDate> named = dates.fileDateInName(path);
    if (dates.nameTellsFileDate() && named.isEmpty()) {
      return Optional.empty();
    }
    List<NormalisedMap> maps = new ArrayList<>();
    var fileDates = new TreeSet<FileDate>();
    for (NormalisedMap map : first.maps()) {
      SnapshotFacts facts = map.facts();
      FileDate fileDate = named.orElse(new FileDate(facts.id().fileDate(), facts.origin().time()));
      var id =
          new SnapshotId(
              facts.id().sourceId(),
              facts.id().mapDate(),
              fileDate.day(),
              facts.id().contentHash());
      maps.add(
          new NormalisedMap(
              new ControlSnapshot(id, map.snapshot().ground()),
              new SnapshotFacts(
                  id,
                  new SnapshotFacts.Origin(path, fileDate.time()),
                  facts.size(),
                  facts.mended(),
                  facts.groundM2()),
              map.weight(),
              map.rules().stream().map(match -> match.ofMap(id, path)).toList()));
      fileDates.add(fileDate);
    }
    MapFile file = first.file();
    var renamed =
        new MapFile(
            file.sourceId(),
            path,
            file.content(),
            FileDate.dates(fileDates, file.mapDates()),
            file.features(),
            file.parts(),
            file.ignoredByRule());
    List<Rejection> rejections =
        first.rejections().stream()
            .map(r -> new Rejection(r.sourceId(), path, r.place(), r.reason(), r.detail(), r.raw()))
            .toList();
    return Optional.of(new NormalisedFile(renamed, maps, rejections));
  }
}
