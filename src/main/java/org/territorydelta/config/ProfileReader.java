package org.territorydelta.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;

/** Reads a source profile from YAML, noting every problem with its line. */
final class ProfileReader {
  /** A round shape changes by 4 pi times the square of it, about a thousandth of its area. */
  private static final double DEFAULT_MAX_RING_GAP = 0.01;

  private final String file;
  private final List<String> problems;
  private final ConfigReader.TextSource texts;

  /**
   * @param texts gives the files that the profile names
   */
  ProfileReader(String file, List<String> problems, ConfigReader.TextSource texts) {
    this.file = file;
    this.problems = problems;
    this.texts = texts;
  }

  Optional<SourceProfile> read(String name, String text) {
    return YamlMap.parse(file, text, problems).map(yaml -> profile(name, yaml));
  }

  /** Asks for everything that a profile may have. */
  void describe(YamlMap asking) {
    profile("schema", asking);
  }

  private SourceProfile profile(String name, YamlMap yaml) {
    yaml.optionalText("description");
    FileRule files = FileRuleReader.read(yaml);
    var dates = DateRuleReader.read(yaml);
    Set<String> scope = new TreeSet<>(yaml.texts("scope"));
    Extent extent = yaml.optionalMap("extent").map(ProfileReader::extent).orElse(Extent.WORLD);
    EmptyMaps emptyMaps = yaml.parsed("allow-empty-map", EmptyMaps.REFUSED, EmptyMaps::parse);
    double maxRingGap = yaml.number("max-ring-gap", DEFAULT_MAX_RING_GAP, 0, 1);
    List<Rule> rules = RuleReader.read(yaml);
    checkCountries(yaml, "scope", scope);
    if (!yaml.has("extent")) {
      refuseReach(yaml, rules);
    }
    if (rules.isEmpty()) {
      yaml.problem("rules", "Cannot do without rules: none says who holds a polygon");
    }
    List<Holding> firmToSoft = firmToSoft(yaml, rules);
    List<Baseline> baselines = BaselineReader.read(yaml, firmToSoft, texts);
    List<LayerSet> layerSets = layerSets(yaml, rules, baselines);
    SourceProfile.Lineage lineage =
        new SourceProfile.Lineage(
            new TreeSet<>(yaml.texts("derived-from")), yaml.integer("window-days", 1, 1, 366));
    Licence licence =
        yaml.optionalMap("licence")
            .map(ProfileReader::licence)
            .orElse(new Licence("not stated", "not stated", false));
    String notice = yaml.optionalText("notice").orElse("");
    yaml.finish();
    return new SourceProfile(
        name,
        files,
        dates,
        scope,
        extent,
        new SourceProfile.Leniency(emptyMaps, maxRingGap),
        rules,
        firmToSoft,
        baselines,
        layerSets,
        lineage,
        licence,
        notice);
  }

  private static void refuseReach(YamlMap yaml, List<Rule> rules) {
    for (Rule rule : rules) {
      if (rule.where().reach() != Rule.Reach.ANYWHERE) {
        yaml.problem(
            "rules",
            "Cannot use rule '"
                + rule.name()
                + "': it asks for "
                + RuleReader.OUTSIDE_EXTENT
                + ", but the profile has no extent");
      }
    }
  }

  /** Notes every country that the product knows nothing of, with those that may be meant. */
  static void checkCountries(YamlMap yaml, String key, Collection<String> countries) {
    for (String country : countries) {
      if (!KnownCountries.contains(country)) {
        yaml.problem(
            key,
            "Cannot use "
                + key
                + ": no country is '"
                + country
                + "', expected "
                + KnownCountries.suggestion(country));
      }
    }
  }

  private static Extent extent(YamlMap yaml) {
    double west = yaml.number("west", -180, -180, 180);
    double south = yaml.number("south", -90, -90, 90);
    double east = yaml.number("east", 180, -180, 180);
    double north = yaml.number("north", 90, -90, 90);
    yaml.finish();
    if (west >= east || south >= north) {
      yaml.problem("west", "Cannot read extent: expected west < east and south < north");
      return Extent.WORLD;
    }
    return new Extent(west, south, east, north);
  }

  /** The publisher's own, by statuses that its rules can give. */
  private static List<LayerSet> layerSets(
      YamlMap yaml, List<Rule> rules, List<Baseline> baselines) {
    Set<String> known = new TreeSet<>();
    rules.forEach(rule -> rule.holding().ifPresent(holding -> known.add(holding.status())));
    baselines.forEach(baseline -> known.add(baseline.marked().status()));
    return LayerSetReader.read(yaml, known);
  }

  private static Licence licence(YamlMap yaml) {
    var licence =
        new Licence(
            yaml.text("name"), yaml.text("attribution"), yaml.flag("redistribute-geometry", false));
    yaml.finish();
    return licence;
  }

  private static List<Holding> firmToSoft(YamlMap yaml, List<Rule> rules) {
    Set<Holding> given = new LinkedHashSet<>();
    rules.forEach(rule -> rule.holding().ifPresent(given::add));
    given.remove(Holding.NONE);
    if (!yaml.has("firm-to-soft") && given.size() <= 1) {
      return List.copyOf(given);
    }
    List<Holding> order = new ArrayList<>();
    for (String text : yaml.texts("firm-to-soft")) {
      try {
        order.add(Holding.parse(text));
      } catch (IllegalArgumentException e) {
        yaml.problem("firm-to-soft", e.getMessage());
      }
    }
    if (!new TreeSet<>(order).equals(new TreeSet<>(given)) || order.size() != given.size()) {
      yaml.problem(
          "firm-to-soft",
          "Cannot read firm-to-soft: expected each holding of the rules once: "
              + String.join(", ", given.stream().map(Holding::toString).toList()));
    }
    return order;
  }
}
