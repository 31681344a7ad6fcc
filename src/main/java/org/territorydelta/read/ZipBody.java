package org.territorydelta.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.territorydelta.model.map.FeatureProperties;
import org.territorydelta.model.map.FileFormat;

/**
 * Files packed into one: all shapefiles in it, or else all KML, or else the files of any other
 * format. Each is a layer of its name where there are several; of one map, so in one reference
 * system.
 */
final class ZipBody implements FormatBody {
  private final Function<FileFormat, FormatBody> bodies;
  private final Optional<FileFormat> only;

  /**
   * @param only the format to look for; any where it is empty
   */
  ZipBody(Function<FileFormat, FormatBody> bodies, Optional<FileFormat> only) {
    this.bodies = bodies;
    this.only = only;
  }

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    SortedMap<String, byte[]> files = ZipContents.of(in);
    List<String> wanted = ending(files, ".shp");
    if (wanted.isEmpty()) {
      wanted = ending(files, ".kml");
    }
    SortedMap<String, RawFile> layers = new TreeMap<>();
    List<String> linking = new ArrayList<>();
    for (String name : wanted.isEmpty() ? List.copyOf(files.keySet()) : wanted) {
      Optional<FileFormat> found = FormatFinder.find(files.get(name));
      if (found.isPresent() && only.orElse(found.get()) == found.get()) {
        try {
          layers.put(name, layer(name, files, found.get()));
        } catch (LinksOnlyException e) {
          // What it links to may be packed beside it.
          linking.add(name);
        }
      } else if (!wanted.isEmpty()) {
        throw new UnreadableFileException(name + " in it is not of the format of its name");
      }
    }
    if (layers.isEmpty() && !linking.isEmpty()) {
      throw new UnreadableFileException(
          String.join(", ", linking) + " in it: links to files that are not packed with it");
    }
    if (layers.isEmpty()) {
      throw new UnreadableFileException(
          "no map of a known format is packed in it: " + String.join(", ", files.keySet()));
    }
    return joined(layers);
  }

  private static List<String> ending(SortedMap<String, byte[]> files, String ending) {
    return files.keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(ending))
        .toList();
  }

  private RawFile layer(String name, SortedMap<String, byte[]> files, FileFormat format)
      throws IOException {
    String base = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    Companions own =
        ending ->
            files.entrySet().stream()
                .filter(file -> file.getKey().equalsIgnoreCase(base + "." + ending))
                .map(Map.Entry::getValue)
                .findFirst();
    try {
      return bodies.apply(format).read(new ByteArrayInputStream(files.get(name)), own);
    } catch (LinksOnlyException e) {
      throw e;
    } catch (UnreadableFileException e) {
      throw new UnreadableFileException(name + " in it: " + e.getMessage(), e);
    }
  }

  private static RawFile joined(SortedMap<String, RawFile> layers) throws IOException {
    Optional<String> crs = layers.get(layers.firstKey()).crs();
    List<RawFeature> features = new ArrayList<>();
    for (Map.Entry<String, RawFile> layer : layers.entrySet()) {
      if (!layer.getValue().crs().equals(crs)) {
        throw new UnreadableFileException(
            "its layers are in several reference systems: "
                + crs.orElse("none named")
                + " and "
                + layer.getValue().crs().orElse("none named"));
      }
      String name = layer.getKey().substring(layer.getKey().lastIndexOf('/') + 1);
      String bare = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
      for (RawFeature feature : layer.getValue().features()) {
        FeatureProperties properties =
            feature.properties().isAbsent(FeatureProperties.LAYER)
                ? feature.properties().with(FeatureProperties.LAYER, bare)
                : feature.properties();
        features.add(new RawFeature(features.size(), properties, feature.shapes(), feature.raw()));
      }
    }
    return RawFile.of(crs, layers.get(layers.firstKey()).members(), features);
  }
}
