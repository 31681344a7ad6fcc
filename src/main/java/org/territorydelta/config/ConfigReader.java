package org.territorydelta.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;

/**
 * Reads and validates a run's config whole: either all of it is right, or every problem is told.
 */
public final class ConfigReader {
  /** Profiles that come with the product. */
  public static final List<String> BUILT_IN_PROFILES =
      List.of(
          "control-zones",
          "deepstate",
          "deepstate-archive",
          "isw",
          "isw-daily",
          "liveuamap",
          "nzz");

  /** Fetches the text of a file named in the config, by its path as written there. */
  public interface TextSource {
    String text(String path) throws IOException;
  }

  private static final int DEFAULT_MAX_STALENESS_DAYS = 3;
  private static final double DEFAULT_MAX_REJECTED_SHARE = 0.01;

  /** Of a series of which most is set aside, what is left is not the series. */
  private static final double DEFAULT_MAX_SET_ASIDE_SHARE = 0.5;

  /** Above 1, as no two border files give a region the same area. */
  private static final double DEFAULT_MAX_CLAIMED_SHARE = 1.1;

  private static final double DEFAULT_BORDER_BAND_KM = 10;
  private static final double DEFAULT_NOISE_WIDTH_METRES = 50;
  private static final String ID_PATTERN = "[a-z0-9][a-z0-9_-]*";

  private final String file;
  private final TextSource texts;
  private final List<String> problems = new ArrayList<>();

  private ConfigReader(String file, TextSource texts) {
    this.file = file;
    this.texts = texts;
  }

  /**
   * @param file the config's name, for messages
   * @param texts gives the texts of profiles that lie beside the config
   * @throws ConfigException with every problem there is
   */
  public static RunConfig read(String file, String text, TextSource texts) {
    var reader = new ConfigReader(file, texts);
    Optional<RunConfig> config =
        YamlMap.parse(file, text, reader.problems).map(yaml -> reader.config(yaml));
    if (!reader.problems.isEmpty()) {
      throw new ConfigException(reader.problems);
    }
    return config.orElseThrow();
  }

  /** Asks for everything that a config may have. */
  static void describe(YamlMap asking) {
    new ConfigReader("schema", path -> "").config(asking);
  }

  private RunConfig config(YamlMap yaml) {
    List<RunConfig.Source> sources = sources(yaml);
    List<RunConfig.Regions> regions = regions(yaml);
    double band = yaml.number("border-band-km", DEFAULT_BORDER_BAND_KM, 0, 200);
    List<LayerSet> layerSets = layerSets(yaml, sources);
    RunConfig.Periods periods =
        yaml.optionalMap("periods").map(this::periods).orElseGet(ConfigReader::defaultPeriods);
    var pieces =
        new RunConfig.Pieces(
            yaml.number("noise-width-metres", DEFAULT_NOISE_WIDTH_METRES, 0, 1000),
            yaml.optionalMap("change-polygons")
                .map(this::piecePeriods)
                .orElse(List.of(PeriodKind.MONTH)));
    var limits =
        new RunConfig.Limits(
            yaml.integer("max-staleness-days", DEFAULT_MAX_STALENESS_DAYS, 0, 366),
            yaml.parsed("on-bad-file", RunConfig.OnBadFile.STOP, ConfigReader::onBadFile),
            yaml.number("max-rejected-share", DEFAULT_MAX_REJECTED_SHARE, 0, 1),
            yaml.number("max-set-aside-share", DEFAULT_MAX_SET_ASIDE_SHARE, 0, 1),
            yaml.number("max-claimed-share", DEFAULT_MAX_CLAIMED_SHARE, 1, 1000));
    RunConfig.Figures figures = FiguresReader.read(yaml);
    RunConfig.SeriesChecks checks = SeriesChecksReader.read(yaml);
    RunConfig.Reports reports =
        new ReportsReader(sources, layerSets, periods.named()).reports(yaml);
    RunConfig.Display display = DisplayReader.read(yaml, sources);
    String out = yaml.optionalText("out").orElse("");
    RunConfig.Catalog catalog =
        yaml.optionalMap("tables").map(ConfigReader::catalog).orElse(RunConfig.Catalog.NONE);
    yaml.finish();
    return new RunConfig(
        sources, regions, band, layerSets, periods, pieces, limits, figures, checks, reports,
        display, out, catalog);
  }

  private static RunConfig.Catalog catalog(YamlMap tables) {
    var catalog = new RunConfig.Catalog(tables.text("catalog"), tables.text("namespace"));
    tables.finish();
    return catalog;
  }

  private List<RunConfig.Source> sources(YamlMap yaml) {
    List<RunConfig.Source> sources = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlMap source : yaml.maps("sources")) {
      String id = source.text("id");
      if (!id.isEmpty() && !id.matches(ID_PATTERN)) {
        source.problem("id", "Cannot use id: value='" + id + "', expected " + ID_PATTERN);
      }
      if (!ids.add(id)) {
        source.problem("id", "Cannot use id: value='" + id + "' names two sources");
      }
      if (RunConfig.Reports.RESERVED_IDS.contains(id)) {
        source.problem("id", "Cannot use id: value='" + id + "' is kept for report files");
      }
      String path = source.text("path");
      String profile = source.text("profile");
      Optional<SourceProfile> found =
          profile.isEmpty() ? Optional.empty() : profile(source, profile);
      List<Holding> holdings = found.map(SourceProfile::firmToSoft).orElse(List.of());
      List<Baseline> baselines = BaselineReader.read(source, holdings, texts);
      List<DateOverride> dates = FileRuleReader.overrides(source, "dates");
      source.optionalText("name"); // as it is shown to readers: see DisplayReader
      source.finish();
      found.ifPresent(p -> sources.add(new RunConfig.Source(id, path, p.and(baselines, dates))));
    }
    if (yaml.maps("sources").isEmpty()) {
      yaml.problem("sources", "Cannot do without sources: expected a list of maps to read");
    }
    return sources;
  }

  private Optional<SourceProfile> profile(YamlMap source, String name) {
    try {
      if (BUILT_IN_PROFILES.contains(name)) {
        return new ProfileReader("profile " + name, problems, texts).read(name, builtIn(name));
      }
      if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        return new ProfileReader(name, problems, texts).read(name, texts.text(name));
      }
      source.problem(
          "profile",
          "Cannot use profile: value='"
              + name
              + "', expected "
              + String.join(", ", BUILT_IN_PROFILES)
              + " or a YAML file beside the config");
    } catch (IOException e) {
      source.problem("profile", "Cannot read profile: path='" + name + "', " + e.getMessage());
    }
    return Optional.empty();
  }

  private static String builtIn(String name) throws IOException {
    String resource = "/org/territorydelta/profiles/" + name + ".yaml";
    try (InputStream in = ConfigReader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the jar does not hold " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<RunConfig.Regions> regions(YamlMap yaml) {
    List<RunConfig.Regions> regions = new ArrayList<>();
    Set<Integer> levels = new TreeSet<>();
    for (YamlMap map : yaml.maps("regions")) {
      int level = map.integer("level", 1, 1, 9);
      if (!levels.add(level)) {
        map.problem("level", "Cannot use level: value=" + level + " is there twice");
      }
      regions.add(
          new RunConfig.Regions(
              map.text("path"),
              level,
              map.optionalText("id").orElse("region_id"),
              map.optionalText("name").orElse("name"),
              map.optionalText("country").orElse("country")));
      map.finish();
    }
    return regions;
  }

  /** Those of the config; else those of the profiles, each name as the first of them has it. */
  private static List<LayerSet> layerSets(YamlMap yaml, List<RunConfig.Source> sources) {
    if (yaml.has("layer-sets")) {
      Set<String> known =
          sources.stream()
              .flatMap(source -> source.profile().holdings().stream())
              .map(Holding::status)
              .collect(Collectors.toCollection(TreeSet::new));
      return LayerSetReader.read(yaml, known);
    }
    Map<String, LayerSet> sets = new LinkedHashMap<>();
    sources.stream()
        .flatMap(source -> source.profile().layerSets().stream())
        .forEach(set -> sets.putIfAbsent(set.name(), set));
    if (sets.isEmpty()
        || sources.stream().anyMatch(source -> source.profile().layerSets().isEmpty())) {
      sets.putIfAbsent("controlled", new LayerSet("controlled", Set.of("held")));
    }
    return List.copyOf(sets.values());
  }

  private List<PeriodKind> piecePeriods(YamlMap yaml) {
    List<PeriodKind> every = every(yaml);
    yaml.finish();
    return every;
  }

  private static List<PeriodKind> every(YamlMap yaml) {
    Set<PeriodKind> every = new TreeSet<>();
    for (String word : yaml.texts("every")) {
      Optional<PeriodKind> kind =
          Stream.of(PeriodKind.values())
              .filter(k -> k != PeriodKind.NAMED && k.word().equals(word))
              .findFirst();
      if (kind.isEmpty()) {
        yaml.problem(
            "every",
            "Cannot read every: value='"
                + word
                + "', expected some of day, week, month, quarter, year, rolling-28-day, all");
      }
      kind.ifPresent(every::add);
    }
    return List.copyOf(every);
  }

  private RunConfig.Periods periods(YamlMap yaml) {
    List<PeriodKind> every = every(yaml);
    List<Period> named = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlMap map : yaml.maps("named")) {
      String id = map.text("id");
      if (!ids.add(id)) {
        map.problem("id", "Cannot use id: value='" + id + "' names two periods");
      }
      LocalDate first = map.parsed("first-day", LocalDate.EPOCH, LocalDate::parse);
      LocalDate last = map.parsed("last-day", LocalDate.MAX, LocalDate::parse);
      if (!map.has("first-day") || !map.has("last-day")) {
        map.problem("id", "Cannot build period " + id + ": expected first-day and last-day");
      } else if (last.isBefore(first)) {
        map.problem("last-day", "Cannot build period " + id + ": last-day is before first-day");
      } else {
        named.add(new Period(PeriodKind.NAMED, id, first, last));
      }
      map.finish();
    }
    yaml.finish();
    return new RunConfig.Periods(every, named);
  }

  private static RunConfig.Periods defaultPeriods() {
    return new RunConfig.Periods(
        List.of(PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH), List.of());
  }

  private static RunConfig.OnBadFile onBadFile(String word) {
    for (RunConfig.OnBadFile policy : RunConfig.OnBadFile.values()) {
      if (policy.word().equals(word)) {
        return policy;
      }
    }
    throw new IllegalArgumentException("expected stop or quarantine");
  }
}
