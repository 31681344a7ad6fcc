package org.territorydelta.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.territorydelta.config.LayerRule;
import org.territorydelta.config.RunConfig;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.model.Sha256;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.Tally;
import org.territorydelta.normalise.DateFinder.MapDates;
import org.territorydelta.normalise.NormalisedFile.NormalisedMap;
import org.territorydelta.read.Companions;
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
  private static final String LON_LAT = "OGC:CRS84";

  private final SourceKnowledge source;
  private final SourceProfile profile;
  private final List<FeatureReader> readers = new ArrayList<>();
  private final LayerFinder layers;
  private final DateFinder dates;
  private String crsName = LON_LAT;
  private Optional<CoordinateSystem> crs = CoordinateSystem.named(crsName);

  /** A file as read, with what is known of it as a whole. */
  private record ReadInput(
      String path, RawFile raw, CoordinateSystem crs, Optional<String> layerInPath) {
    MapFile.Content content() {
      return new MapFile.Content(raw.sha256(), raw.bytes());
    }
  }

  /**
   * @throws org.territorydelta.model.InputException when a baseline of the source cannot be used
   */
  public SnapshotNormaliser(RunConfig.Source source) {
    this.source = new SourceKnowledge(source);
    this.profile = source.profile();
    this.layers = new LayerFinder(profile.files().layer());
    this.dates = new DateFinder(profile.dates());
  }

  /**
   * Reads and normalises one file. A file that cannot be read as its format, or dated, comes back
   * as failed; a failing disk or network is thrown.
   *
   * @param path as the tables shall name it
   */
  public NormalisedFile normalise(String path, InputStream in) throws IOException {
    return normalise(List.of(new MapInput(path, () -> in, Companions.NONE)));
  }

  /**
   * The same with files that are one map together, or one for each day in them. Where one of them
   * fails, all do: a map without one of its layers would be another.
   *
   * @param inputs the first of which the maps are on record under
   */
  public NormalisedFile normalise(List<MapInput> inputs) throws IOException {
    List<ReadInput> read = new ArrayList<>();
    for (MapInput input : inputs) {
      RawFile raw;
      try (InputStream in = input.content().open()) {
        raw = reader(read.size()).read(in, input.beside());
      } catch (UnreadableFileException e) {
        return failed(
            inputs, read, input, RejectionReason.UNREADABLE_FILE, e.getMessage(), Optional.empty());
      }
      Optional<CoordinateSystem> system = system(raw);
      if (system.isEmpty()) {
        return failed(
            inputs,
            read,
            input,
            RejectionReason.UNSUPPORTED_CRS,
            "crs='"
                + crsName
                + "', expected CRS84, EPSG:3857, UTM or what else EPSG has a code for",
            Optional.of(raw));
      }
      read.add(new ReadInput(input.path(), raw, system.get(), layers.inPath(input.path())));
    }
    return normalised(inputs, read);
  }

  /** A reader for each place in a group: what follows there is like what was there before. */
  private FeatureReader reader(int place) {
    if (place == readers.size()) {
      readers.add(FeatureReaders.of(profile.format(), profile.unwrap(), profile.dates().members()));
    }
    return readers.get(place);
  }

  private Optional<CoordinateSystem> system(RawFile raw) {
    String stated = profile.files().crs().isEmpty() ? LON_LAT : profile.files().crs();
    String named = raw.crs().orElse(stated);
    if (!named.equals(crsName)) {
      crsName = named;
      crs = CoordinateSystem.named(named);
    }
    return crs;
  }

  private NormalisedFile normalised(List<MapInput> inputs, List<ReadInput> read) {
    source.nextFile();
    layers.next();
    String path = read.get(0).path;
    SortedMap<LocalDate, SnapshotBuilder> builders = new TreeMap<>();
    SortedMap<LocalDate, FileDate> fileDates = new TreeMap<>();
    List<Rejection> rejections = new ArrayList<>();
    List<MapFile> files = new ArrayList<>();
    for (ReadInput input : read) {
      var undated =
          new UndatedFeatures(source.id(), input.path, source.rules(), dates.explanation());
      SortedMap<LocalDate, FileCount> counts = new TreeMap<>();
      for (RawFeature feature : features(input)) {
        Optional<MapDates> found =
            dates.find(input.path, feature.properties(), input.raw.members());
        if (found.isPresent()) {
          FileCount count = count(input, path, found.get(), builders, fileDates, counts);
          builders.get(found.get().mapDate()).add(feature, count);
        } else {
          undated.add(feature);
        }
      }
      if (input.raw.features().isEmpty()) {
        dates
            .find(input.path, FeatureProperties.NONE, input.raw.members())
            .ifPresent(found -> count(input, path, found, builders, fileDates, counts));
      }
      if (counts.isEmpty()) {
        MapInput whole = inputs.get(read.indexOf(input));
        return failed(
            inputs,
            read,
            whole,
            RejectionReason.UNDATED_FILE,
            dates.explanation(),
            Optional.empty());
      }
      rejections.addAll(undated.rejections());
      files.add(file(input, undated, counts, fileDates));
    }
    List<NormalisedMap> maps = new ArrayList<>();
    builders.forEach(
        (mapDate, builder) -> {
          maps.add(builder.build(fileDates.get(mapDate)));
          rejections.addAll(builder.rejections());
        });
    MapFile all = files.size() == 1 ? files.get(0) : sum(files);
    return new NormalisedFile(all, maps, rejections.stream().sorted().toList());
  }

  private List<RawFeature> features(ReadInput input) {
    return profile.files().layer().equals(LayerRule.NONE)
        ? input.raw.features()
        : input.raw.features().stream()
            .map(feature -> layers.layered(feature, input.layerInPath))
            .toList();
  }

  /** What is counted of a file on a map, which is begun where it is new. */
  private FileCount count(
      ReadInput input,
      String path,
      MapDates found,
      SortedMap<LocalDate, SnapshotBuilder> builders,
      SortedMap<LocalDate, FileDate> fileDates,
      SortedMap<LocalDate, FileCount> counts) {
    LocalDate mapDate = found.mapDate();
    fileDates.merge(mapDate, found.fileDate(), BinaryOperator.maxBy(Comparator.naturalOrder()));
    SnapshotBuilder builder =
        builders.computeIfAbsent(mapDate, day -> new SnapshotBuilder(source, path, day));
    return counts.computeIfAbsent(mapDate, day -> builder.file(input.path, input.crs));
  }

  private MapFile file(
      ReadInput input,
      UndatedFeatures undated,
      SortedMap<LocalDate, FileCount> counts,
      SortedMap<LocalDate, FileDate> fileDates) {
    Tally features = undated.features();
    Tally parts = undated.parts();
    SortedMap<String, Long> ignored = new TreeMap<>(undated.ignoredByRule());
    for (FileCount count : counts.values()) {
      features = features.plus(count.features());
      parts = parts.plus(count.parts());
      count.rules().ignoredByRule().forEach((rule, n) -> ignored.merge(rule, n, Long::sum));
    }
    SortedMap<LocalDate, FileDate> own = new TreeMap<>(fileDates);
    own.keySet().retainAll(counts.keySet());
    return new MapFile(
        source.id(),
        input.path,
        input.content(),
        FileDate.dates(own.values(), own.keySet()),
        features,
        parts,
        ignored);
  }

  /** Files that are maps together, under the name of the first. */
  private static MapFile sum(List<MapFile> files) {
    MapFile first = files.get(0);
    var ignored = new TreeMap<String, Long>();
    files.forEach(
        file -> file.ignoredByRule().forEach((rule, n) -> ignored.merge(rule, n, Long::sum)));
    return new MapFile(
        first.sourceId(),
        first.path(),
        new MapFile.Content(
            Sha256.of(files.stream().map(file -> file.content().sha256()).toList()),
            files.stream().mapToLong(file -> file.content().bytes()).sum()),
        first.dates(),
        files.stream().map(MapFile::features).reduce(Tally.ZERO, Tally::plus),
        files.stream().map(MapFile::parts).reduce(Tally.ZERO, Tally::plus),
        ignored,
        files);
  }

  private NormalisedFile failed(
      List<MapInput> inputs,
      List<ReadInput> read,
      MapInput failing,
      RejectionReason reason,
      String detail,
      Optional<RawFile> raw) {
    List<MapFile> files = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      MapFile.Content content = new MapFile.Content("", 0);
      if (i < read.size()) {
        content = read.get(i).content();
      } else if (inputs.get(i) == failing && raw.isPresent()) {
        content = new MapFile.Content(raw.get().sha256(), raw.get().bytes());
      }
      files.add(
          new MapFile(
              source.id(),
              inputs.get(i).path(),
              content,
              List.of(),
              List.of(),
              Tally.ZERO,
              Tally.ZERO,
              new TreeMap<>()));
    }
    String where = inputs.size() == 1 ? "" : "of its layers, " + failing.path() + ": ";
    var rejection =
        new Rejection(
            source.id(), inputs.get(0).path(), Rejection.Place.FILE, reason, where + detail, "");
    MapFile all = files.size() == 1 ? files.get(0) : sum(files);
    return new NormalisedFile(all, List.of(), List.of(rejection));
  }
}
