package org.territorydelta.config;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.territorydelta.model.map.FileFormat;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;

/**
 * How one publisher's files are understood.
 *
 * @param scope countries whose ground the source draws; empty when it is not limited
 * @param firmToSoft every holding the rules can give; where two overlap, the earlier one has it
 * @param baselines ground that was held before a date, to be told apart
 * @param layerSets which statuses the publisher counts, for configs that name no layer sets
 * @param notice a sentence that goes with every output, empty for none
 */
public record SourceProfile(
    String name,
    FileRule files,
    Dates dates,
    Set<String> scope,
    Extent extent,
    Leniency leniency,
    List<Rule> rules,
    List<Holding> firmToSoft,
    List<Baseline> baselines,
    List<LayerSet> layerSets,
    Lineage lineage,
    Licence licence,
    String notice)
    implements Serializable {

  /**
   * What is taken for good although it may be a mistake.
   *
   * @param maxRingGap how far a ring's end may miss its start to be closed, as a share (0..1) of
   *     the ring's length
   */
  public record Leniency(EmptyMaps emptyMaps, double maxRingGap) implements Serializable {}

  /**
   * Where the maps come from.
   *
   * @param derivedFrom publishers after whom this one draws; two sources with one of them in
   *     common, or of which one is drawn after the other, are not independent
   * @param windowDays how many days a map may stand for, up to its map date
   */
  public record Lineage(Set<String> derivedFrom, int windowDays) implements Serializable {
    public static final Lineage OWN = new Lineage(Set.of(), 1);

    public Lineage {
      derivedFrom = new TreeSet<>(derivedFrom);
    }
  }

  /**
   * The two dates of a map.
   *
   * @param plausible the days that a map may be of
   * @param overrides of what is found in paths; the first that fits
   */
  public record Dates(
      DateRule fileDate, DateRule mapDate, DayRange plausible, List<DateOverride> overrides)
      implements Serializable {
    public Dates(DateRule fileDate, DateRule mapDate) {
      this(fileDate, mapDate, DayRange.USUAL, List.of());
    }

    /** The same with more overrides, which come before its own. */
    Dates and(List<DateOverride> more) {
      return new Dates(
          fileDate, mapDate, plausible, Stream.concat(more.stream(), overrides.stream()).toList());
    }

    /** Paths of what the rules look for in a document outside its features. */
    public Set<String> members() {
      return Stream.of(fileDate, mapDate)
          .filter(rule -> rule.origin() == DateRule.Origin.MEMBER)
          .map(DateRule::key)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  public SourceProfile {
    scope = new TreeSet<>(scope);
  }

  public FileFormat format() {
    return files.format();
  }

  public List<String> unwrap() {
    return files.unwrap();
  }

  /** Whether any rule asks where a polygon lies. */
  public boolean asksForCountry() {
    return rules.stream().anyMatch(rule -> !rule.countries().isEmpty());
  }

  /** Every holding that a map can have: what rules give, and what baselines make of it. */
  public List<Holding> holdings() {
    return Stream.concat(firmToSoft.stream(), baselines.stream().map(Baseline::marked))
        .distinct()
        .toList();
  }

  /** The same with more baselines, which come after its own, and dates of single files. */
  public SourceProfile and(List<Baseline> more, List<DateOverride> overrides) {
    return new SourceProfile(
        name,
        files,
        dates.and(overrides),
        scope,
        extent,
        leniency,
        rules,
        firmToSoft,
        Stream.concat(baselines.stream(), more.stream()).toList(),
        layerSets,
        lineage,
        licence,
        notice);
  }
}
