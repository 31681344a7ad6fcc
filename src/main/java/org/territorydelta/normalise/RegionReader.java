package org.territorydelta.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.model.map.FileFormat;
import org.territorydelta.model.map.Region;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.read.FeatureReaders;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawFile;
import org.territorydelta.read.UnreadableFileException;

/**
 * Reads a file of regions. Everything in it must be right: figures for a region that was half read
 * would be wrong without a sign of it. A region may be drawn in several features, which are united;
 * one without a shape is left out; either is told. A file may know no countries, but then none of
 * its regions has one.
 */
public final class RegionReader {
  private final RunConfig.Regions config;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, List<Region>> parts = new LinkedHashMap<>();
  private final List<Integer> withCountry = new ArrayList<>();
  private final List<Integer> withoutCountry = new ArrayList<>();

  private RegionReader(RunConfig.Regions config) {
    this.config = config;
  }

  /**
   * Regions as read, and the hash of their file.
   *
   * @param notes what a reader of the figures should know of how they were read
   */
  public record RegionFile(List<Region> regions, String sha256, List<String> notes) {}

  /**
   * @throws UnreadableFileException with every problem there is
   */
  public static RegionFile read(RunConfig.Regions config, InputStream in) throws IOException {
    RawFile file = FeatureReaders.of(FileFormat.GEOJSON, List.of()).read(in);
    var reader = new RegionReader(config);
    Optional<CoordinateSystem> crs = CoordinateSystem.named(file.crs().orElse("OGC:CRS84"));
    if (crs.isEmpty()) {
      throw new UnreadableFileException("crs='" + file.crs().get() + "' is not supported");
    }
    for (RawFeature feature : file.features()) {
      reader.add(feature, crs.get());
    }
    List<Region> regions = reader.united();
    if (regions.isEmpty()) {
      reader.problems.add("it has no features with a shape");
    }
    if (!reader.problems.isEmpty()) {
      throw new UnreadableFileException(String.join("; ", reader.problems));
    }
    return new RegionFile(regions, file.sha256(), List.copyOf(reader.notes));
  }

  private void add(RawFeature feature, CoordinateSystem crs) {
    String id = property(feature, config.idProperty());
    String name = property(feature, config.nameProperty());
    if (RegionId.isReserved(id)) {
      problems.add("feature " + feature.index() + ": id '" + id + "' is reserved");
    }
    if (!AreaReader.hasShape(feature)) {
      notes.add("left out region '" + id + "' in feature " + feature.index() + ": it has no shape");
      return;
    }
    String country = feature.properties().text(config.countryProperty()).orElse("").strip();
    (country.isEmpty() ? withoutCountry : withCountry).add(feature.index());
    Geometry geometry = AreaReader.area(feature, crs, problems);
    var region = new Region(new RegionId(id, config.level()), name, country, geometry);
    List<Region> before = parts.computeIfAbsent(id, key -> new ArrayList<>());
    if (!before.isEmpty() && !isOf(before.get(0), name, country)) {
      problems.add(
          "feature "
              + feature.index()
              + ": id '"
              + id
              + "' is there before with another name or country");
    }
    before.add(region);
  }

  private static boolean isOf(Region region, String name, String country) {
    return region.name().equals(name) && region.country().equals(country);
  }

  private List<Region> united() {
    if (withCountry.isEmpty()) {
      notes.add(
          "no region has a property '"
              + config.countryProperty()
              + "': no figures for countries, and a source's scope and border band do not apply");
    } else {
      withoutCountry.forEach(
          index ->
              problems.add(
                  "feature "
                      + index
                      + ": property '"
                      + config.countryProperty()
                      + "' is missing, though others have it"));
    }
    List<Region> regions = new ArrayList<>();
    parts.forEach(
        (id, drawn) -> {
          Region first = drawn.get(0);
          if (drawn.size() > 1) {
            notes.add("united region '" + id + "' from " + drawn.size() + " features");
          }
          regions.add(
              drawn.size() == 1
                  ? first
                  : new Region(
                      first.id(),
                      first.name(),
                      first.country(),
                      AreaReader.united(drawn.stream().map(Region::geometry).toList())));
        });
    return regions;
  }

  private String property(RawFeature feature, String property) {
    String value = feature.properties().text(property).orElse("").strip();
    if (value.isEmpty()) {
      problems.add("feature " + feature.index() + ": property '" + property + "' is missing");
    }
    return value;
  }
}
