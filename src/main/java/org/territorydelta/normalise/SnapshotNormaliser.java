package org.territorydelta.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.territorydelta.config.RunConfig;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.model.FeatureProperties;
import org.territorydelta.model.MapFile;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.RejectionReason;
import org.territorydelta.model.Tally;
import org.territorydelta.normalise.DateFinder.MapDates;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.read.FeatureReader;
import org.territorydelta.read.FeatureReaders;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawFile;
import org.territorydelta.read.UnreadableFileException;

/**
 * Turns files of a source into partitions, one for each map date in them. Whatever is dropped or
 * changed on the way is in the rejections or counted by a rule's name. What a file has in common
 * with the one before is taken over from there; so files that follow each other are best given one
 * after the other, whatever their order the result is the same.
 */
public final class SnapshotNormaliser {
  private final SourceKnowledge source;
  private final FeatureReader reader;
  private final DateFinder dates;
  private String crsName = "OGC:CRS84";
  private Optional<CoordinateSystem> crs = CoordinateSystem.named(crsName);

  /**
   * @throws org.territorydelta.model.InputException when a baseline of the source cannot be used
   */
  public SnapshotNormaliser(RunConfig.Source source) {
    this.source = new SourceKnowledge(source);
    SourceProfile profile = source.profile();
    this.reader = FeatureReaders.of(profile.format(), profile.unwrap(), profile.dates().members());
    this.dates = new DateFinder(profile.dates());
  }

  /**
   * Reads and normalises one file. A file that cannot be read as its format, or dated, comes back
   * as failed; a failing disk or network is thrown.
   *
   * @param path as the tables shall name it
   */
  public NormalisedFile normalise(String path, InputStream in) throws IOException {
    RawFile raw;
    try {
      raw = reader.read(in);
    } catch (UnreadableFileException e) {
      return failed(
          path, new MapFile.Content("", 0), RejectionReason.UNREADABLE_FILE, e.getMessage());
    }
    var content = new MapFile.Content(raw.sha256(), raw.bytes());
    String named = raw.crs().orElse("OGC:CRS84");
    if (!named.equals(crsName)) {
      crsName = named;
      crs = CoordinateSystem.named(named);
    }
    if (crs.isEmpty()) {
      return failed(
          path,
          content,
          RejectionReason.UNSUPPORTED_CRS,
          "crs='" + named + "', expected CRS84, EPSG:4326, EPSG:3857 or a UTM zone");
    }
    return normalise(path, content, raw, crs.get());
  }

  private NormalisedFile normalise(
      String path, MapFile.Content content, RawFile raw, CoordinateSystem crs) {
    source.nextFile();
    List<RawFeature> features = raw.features();
    SortedMap<LocalDate, List<RawFeature>> byMapDate = new TreeMap<>();
    SortedMap<LocalDate, FileDate> fileDates = new TreeMap<>();
    List<Rejection> rejections = new ArrayList<>();
    var undated = new UndatedFeatures(source.id(), path, source.rules(), dates.explanation());
    for (RawFeature feature : features) {
      Optional<MapDates> found = dates.find(path, feature.properties(), raw.members());
      if (found.isPresent()) {
        LocalDate mapDate = found.get().mapDate();
        byMapDate.computeIfAbsent(mapDate, date -> new ArrayList<>()).add(feature);
        fileDates.merge(
            mapDate, found.get().fileDate(), BinaryOperator.maxBy(Comparator.naturalOrder()));
      } else {
        undated.add(feature);
      }
    }
    if (features.isEmpty()) {
      dates
          .find(path, FeatureProperties.NONE, raw.members())
          .ifPresent(
              found -> {
                byMapDate.put(found.mapDate(), List.of());
                fileDates.put(found.mapDate(), found.fileDate());
              });
    }
    if (byMapDate.isEmpty()) {
      return failed(path, content, RejectionReason.UNDATED_FILE, dates.explanation());
    }
    List<NormalisedMap> maps = new ArrayList<>();
    Tally featureTally = undated.features();
    Tally partTally = undated.parts();
    SortedMap<String, Long> ignored = new TreeMap<>(undated.ignoredByRule());
    rejections.addAll(undated.rejections());
    for (Map.Entry<LocalDate, List<RawFeature>> entry : byMapDate.entrySet()) {
      LocalDate mapDate = entry.getKey();
      var builder = new SnapshotBuilder(source, path, mapDate, crs);
      entry.getValue().forEach(builder::add);
      maps.add(builder.build(fileDates.get(mapDate)));
      rejections.addAll(builder.rejections());
      featureTally = featureTally.plus(builder.features());
      partTally = partTally.plus(builder.parts());
      builder.ignoredByRule().forEach((rule, count) -> ignored.merge(rule, count, Long::sum));
    }
    var file =
        new MapFile(
            source.id(),
            path,
            content,
            FileDate.dates(fileDates.values(), byMapDate.keySet()),
            featureTally,
            partTally,
            ignored);
    return new NormalisedFile(file, maps, rejections.stream().sorted().toList());
  }

  private NormalisedFile failed(
      String path, MapFile.Content content, RejectionReason reason, String detail) {
    var file =
        new MapFile(
            source.id(),
            path,
            content,
            List.of(),
            List.of(),
            Tally.ZERO,
            Tally.ZERO,
            new TreeMap<>());
    var rejection = new Rejection(source.id(), path, Rejection.Place.FILE, reason, detail, "");
    return new NormalisedFile(file, List.of(), List.of(rejection));
  }
}
