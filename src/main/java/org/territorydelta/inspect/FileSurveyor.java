package org.territorydelta.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.territorydelta.geo.CoordinateSystem;
import org.territorydelta.model.map.FileFormat;
import org.territorydelta.normalise.MapInput;
import org.territorydelta.read.FeatureReaders;
import org.territorydelta.read.FormatLook;
import org.territorydelta.read.RawFeature;
import org.territorydelta.read.RawFile;
import org.territorydelta.read.RawShape;
import org.territorydelta.read.UnreadableFileException;

/** Reads a file without a profile and says what is in it. */
final class FileSurveyor {
  /** More different values than a person reads, or a rule is written for. */
  static final int MOST_VALUES = 40;

  private static final int LONGEST_VALUE = 80;

  private FileSurveyor() {}

  static SurveyedFile survey(MapInput input) throws IOException {
    FormatLook look;
    try (InputStream in = input.content().open()) {
      look = FormatLook.at(in);
    }
    List<String> unwrap = look.unwrap().isEmpty() ? List.of() : List.of(look.unwrap().split("\\."));
    try (InputStream in = input.content().open()) {
      RawFile raw = FeatureReaders.of(FileFormat.BY_CONTENT, unwrap).read(in, input.beside());
      return surveyed(input, look, raw);
    } catch (UnreadableFileException e) {
      return new SurveyedFile(
          input,
          "",
          0,
          look.format(),
          look.unwrap(),
          Optional.empty(),
          0,
          new TreeMap<>(),
          new TreeMap<>(),
          new Envelope(),
          Optional.of(e.getMessage()));
    }
  }

  private static SurveyedFile surveyed(MapInput input, FormatLook look, RawFile raw) {
    SortedMap<String, Long> kinds = new TreeMap<>();
    SortedMap<String, Map<String, Long>> properties = new TreeMap<>();
    var extent = new Envelope();
    Optional<CoordinateSystem> crs = CoordinateSystem.named(raw.crs().orElse("CRS84"));
    for (RawFeature feature : raw.features()) {
      feature.properties().texts().forEach((name, value) -> count(properties, name, value));
      feature.properties().nulls().forEach(name -> count(properties, name, "null"));
      for (RawShape shape : feature.shapes()) {
        String kind = shape.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        kinds.merge(kind, 1L, Long::sum);
        for (double[] ring : crs.isPresent() ? shape.rings() : new ArrayList<double[]>()) {
          double[] lonLat = crs.get().toLonLat(ring);
          for (int i = 0; i + 1 < lonLat.length; i += 2) {
            if (Double.isFinite(lonLat[i]) && Double.isFinite(lonLat[i + 1])) {
              extent.expandToInclude(lonLat[i], lonLat[i + 1]);
            }
          }
        }
      }
    }
    return new SurveyedFile(
        input,
        raw.sha256(),
        raw.bytes(),
        look.format(),
        look.unwrap(),
        raw.crs(),
        raw.features().size(),
        kinds,
        properties,
        extent,
        crs.isPresent() ? Optional.empty() : Optional.of("its reference system is not known"));
  }

  private static void count(
      SortedMap<String, Map<String, Long>> properties, String name, String value) {
    Map<String, Long> values = properties.computeIfAbsent(name, key -> new LinkedHashMap<>());
    String shown =
        value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "..." : value;
    if (values.size() < MOST_VALUES || values.containsKey(shown)) {
      values.merge(shown, 1L, Long::sum);
    }
  }
}
