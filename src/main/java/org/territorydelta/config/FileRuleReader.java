package org.territorydelta.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.territorydelta.config.FileRule.SameDay;
import org.territorydelta.model.map.FileFormat;

/** Reads what a profile says of its files, noting every problem. */
final class FileRuleReader {
  private FileRuleReader() {}

  static FileRule read(YamlMap profile) {
    FileFormat format = profile.parsed("format", FileFormat.BY_CONTENT, FileFormat::parse);
    List<String> unwrap =
        profile.optionalText("unwrap").map(path -> List.of(path.split("\\."))).orElse(List.of());
    String crs = profile.optionalText("crs").orElse("");
    LayerRule layer =
        profile.optionalMap("layer").map(FileRuleReader::layer).orElse(LayerRule.NONE);
    SameDay sameDay = profile.parsed("files-of-a-day", SameDay.VERSIONS, FileRuleReader::sameDay);
    List<String> needed = profile.texts("needed-layers");
    needed.forEach(pattern -> compiled(profile, "needed-layers", pattern));
    return new FileRule(format, unwrap, crs, layer, sameDay, needed);
  }

  private static LayerRule layer(YamlMap yaml) {
    List<String> properties = yaml.texts("property");
    String fileName = yaml.optionalText("file-name").orElse("");
    yaml.finish();
    boolean grouped =
        compiled(yaml, "file-name", fileName)
            .map(pattern -> pattern.matcher("").groupCount() > 0)
            .orElse(true);
    if (!fileName.isEmpty() && !grouped) {
      yaml.problem("file-name", "Cannot read file-name: expected a group around the layer");
    }
    if (fileName.isEmpty() && properties.isEmpty()) {
      yaml.problem("layer", "Cannot read layer: expected property, file-name, or both");
    }
    return new LayerRule(properties, fileName);
  }

  private static SameDay sameDay(String word) {
    return switch (word) {
      case "versions" -> SameDay.VERSIONS;
      case "layers" -> SameDay.LAYERS;
      default -> throw new IllegalArgumentException("expected versions or layers");
    };
  }

  static Optional<Pattern> compiled(YamlMap yaml, String key, String pattern) {
    try {
      return Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      yaml.problem(key, "Cannot read " + key + ": " + e.getDescription());
      return Optional.empty();
    }
  }

  /** Days by patterns of paths, in the order of the file. */
  static List<DateOverride> overrides(YamlMap yaml, String key) {
    List<DateOverride> overrides = new ArrayList<>();
    Optional<YamlMap> map = yaml.optionalMap(key);
    for (String pattern : map.map(YamlMap::keys).orElse(Set.of())) {
      compiled(map.get(), pattern, pattern);
      overrides.add(
          new DateOverride(pattern, map.get().parsed(pattern, LocalDate.EPOCH, LocalDate::parse)));
    }
    return overrides;
  }
}
