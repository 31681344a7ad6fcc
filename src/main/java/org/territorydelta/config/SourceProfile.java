package org.territorydelta.config;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.territorydelta.model.FileFormat;
import org.territorydelta.model.Holding;

/**
 * How one publisher's files are understood.
 *
 * @param unwrap member names down to the features
 * @param scope countries whose ground the source draws; empty when it is not limited
 * @param firmToSoft every holding the rules can give; where two overlap, the earlier one has it
 * @param baselines ground that was held before a date, to be told apart
 * @param notice a sentence that goes with every output, empty for none
 */
public record SourceProfile(
    String name,
    FileFormat format,
    List<String> unwrap,
    Dates dates,
    Set<String> scope,
    Extent extent,
    Leniency leniency,
    List<Rule> rules,
    List<Holding> firmToSoft,
    List<Baseline> baselines,
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

  /** The two dates of a map. */
  public record Dates(DateRule fileDate, DateRule mapDate) implements Serializable {
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

  /** The same with more baselines, which come after its own. */
  public SourceProfile and(List<Baseline> more) {
    return new SourceProfile(
        name,
        format,
        unwrap,
        dates,
        scope,
        extent,
        leniency,
        rules,
        firmToSoft,
        Stream.concat(baselines.stream(), more.stream()).toList(),
        licence,
        notice);
  }
}
