package org.territorydelta.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.model.FileFormat;
import org.territorydelta.model.Region;
import org.territorydelta.model.RegionId;
import org.territorydelta.read.FeatureReaders;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawFile;
import org.territorydelta.read.UnreadableFileException;

/**
 * Reads a file of regions. Everything in it must be right: figures for a region that was half read
 * would be wrong without a sign of it.
 */
public final class RegionReader {
  private final RunConfig.Regions config;
  private final List<String> problems = new ArrayList<>();

  private RegionReader(RunConfig.Regions config) {
    this.config = config;
  }

  /** Regions as read, and the hash of their file. */
  public record RegionFile(List<Region> regions, String sha256) {}

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
    List<Region> regions = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (RawFeature feature : file.features()) {
      Region region = reader.region(feature, crs.get());
      if (!ids.add(region.id().id())) {
        reader.problems.add("feature " + feature.index() + ": id '" + region.id().id() + "' twice");
      }
      regions.add(region);
    }
    if (regions.isEmpty()) {
      reader.problems.add("it has no features");
    }
    if (!reader.problems.isEmpty()) {
      throw new UnreadableFileException(String.join("; ", reader.problems));
    }
    return new RegionFile(regions, file.sha256());
  }

  private Region region(RawFeature feature, CoordinateSystem crs) {
    String id = property(feature, config.idProperty());
    String name = property(feature, config.nameProperty());
    String country = property(feature, config.countryProperty());
    if (RegionId.isReserved(id)) {
      problems.add("feature " + feature.index() + ": id '" + id + "' is reserved");
    }
    Geometry geometry = AreaReader.area(feature, crs, problems);
    return new Region(new RegionId(id, config.level()), name, country, geometry);
  }

  private String property(RawFeature feature, String property) {
    String value = feature.properties().getOrDefault(property, "").strip();
    if (value.isEmpty()) {
      problems.add("feature " + feature.index() + ": property '" + property + "' is missing");
    }
    return value;
  }
}
