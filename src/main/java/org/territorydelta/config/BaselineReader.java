package org.territorydelta.config;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.territorydelta.model.FileText;
import org.territorydelta.model.map.Holding;

/** Reads what a profile or a source says of ground held before a date. */
final class BaselineReader {
  private static final String KEY = "baseline";
  private static final String STATUS_PATTERN = "\\S+";

  private BaselineReader() {}

  /**
   * @param yaml a profile or a source
   * @param holdings those that the profile's rules can give; none when it could not be read
   */
  static List<Baseline> read(
      YamlMap yaml, Collection<Holding> holdings, ConfigReader.TextSource texts) {
    List<Baseline> baselines = new ArrayList<>();
    for (YamlMap map : yaml.maps(KEY)) {
      String path = map.text("path");
      Holding holding = map.parsed("holding", Holding.NONE, Holding::parse);
      String status = map.text("status");
      LocalDate before = map.parsed("before", LocalDate.MIN, LocalDate::parse);
      map.finish();
      if (!map.has("holding") || !map.has("before")) {
        map.problem("path", "Cannot read baseline: expected path, holding, status and before");
      } else if (!holdings.isEmpty() && !holdings.contains(holding)) {
        map.problem(
            "holding", "Cannot mark ground of '" + holding + "': expected one of " + holdings);
      } else if (!status.matches(STATUS_PATTERN) || status.equals(holding.status())) {
        map.problem(
            "status", "Cannot mark ground as '" + status + "': expected another word than its own");
      } else {
        text(map, path, texts)
            .ifPresent(text -> baselines.add(new Baseline(text, holding, status, before)));
      }
    }
    return baselines;
  }

  private static Optional<FileText> text(YamlMap map, String path, ConfigReader.TextSource texts) {
    try {
      return Optional.of(new FileText(path, texts.text(path)));
    } catch (IOException e) {
      map.problem("path", "Cannot read baseline: path='" + path + "', " + e.getMessage());
      return Optional.empty();
    }
  }
}
