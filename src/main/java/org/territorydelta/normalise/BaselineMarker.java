package org.territorydelta.normalise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.config.Baseline;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.SplitLayer;
import org.territorydelta.model.InputException;
import org.territorydelta.model.map.FileFormat;
import org.territorydelta.model.map.Holding;
import org.territorydelta.read.FeatureReaders;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawFile;
import org.territorydelta.read.UnreadableFileException;

/**
 * Marks ground of a partition that was held before a baseline's date: polygons of the holding are
 * cut along the baseline's border, and what lies inside gets the baseline's status. Others, and
 * polygons clear of the border, stay as they are, to the last digit; the partition stays one.
 */
public final class BaselineMarker {
  private final Baseline baseline;
  private final SplitLayer<Holding> layer;

  private BaselineMarker(Baseline baseline, Geometry ground) {
    this.baseline = baseline;
    this.layer = new SplitLayer<>(List.of(new SplitLayer.Part<>(baseline.marked(), ground)));
  }

  /**
   * @throws InputException with every problem that the baseline's file has
   */
  public static BaselineMarker of(Baseline baseline) {
    return new BaselineMarker(baseline, ground(baseline));
  }

  private static Geometry ground(Baseline baseline) {
    List<String> problems = new ArrayList<>();
    List<Geometry> areas = new ArrayList<>();
    byte[] text = baseline.ground().text().getBytes(StandardCharsets.UTF_8);
    try {
      RawFile file =
          FeatureReaders.of(FileFormat.GEOJSON, List.of()).read(new ByteArrayInputStream(text));
      String name = file.crs().orElse("OGC:CRS84");
      CoordinateSystem crs =
          CoordinateSystem.named(name)
              .orElseThrow(
                  () -> new UnreadableFileException("crs='" + name + "' is not supported"));
      for (RawFeature feature : file.features()) {
        areas.add(AreaReader.area(feature, crs, problems));
      }
    } catch (IOException e) {
      throw new InputException(
          "Cannot read baseline: path='" + baseline.ground().path() + "', " + e.getMessage(), e);
    }
    Geometry ground = AreaReader.united(areas);
    if (ground.isEmpty()) {
      problems.add("it has no ground");
    }
    if (!problems.isEmpty()) {
      throw new InputException(
          "Cannot read baseline: path='"
              + baseline.ground().path()
              + "', "
              + String.join("; ", problems));
    }
    return ground;
  }

  /** The partition of a map of that day with the baseline's ground marked. */
  SortedMap<Holding, List<Polygon>> marked(
      SortedMap<Holding, List<Polygon>> ground, LocalDate mapDate, Overlay overlay) {
    if (!baseline.appliesTo(mapDate) || !ground.containsKey(baseline.holding())) {
      return ground;
    }
    SortedMap<Holding, List<Polygon>> marked = new TreeMap<>();
    ground.forEach((holding, polygons) -> marked.put(holding, new ArrayList<>(polygons)));
    for (Polygon polygon : marked.remove(baseline.holding())) {
      layer.split(
          polygon,
          overlay,
          (inside, piece) ->
              marked
                  .computeIfAbsent(inside.orElse(baseline.holding()), holding -> new ArrayList<>())
                  .add(piece));
    }
    return marked;
  }
}
