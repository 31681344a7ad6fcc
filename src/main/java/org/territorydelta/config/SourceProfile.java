package org.territorydelta.config;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.territorydelta.model.FileFormat;
import org.territorydelta.model.Holding;

/**
 * How one publisher's files are understood.
 *
 * @param unwrap member names down to the features
 * @param scope countries whose ground the source draws; empty when it is not limited
 * @param firmToSoft every holding the rules can give; where two overlap, the earlier one has it
 * @param notice a sentence that goes with every output, empty for none
 */
public record SourceProfile(
    String name,
    FileFormat format,
    List<String> unwrap,
    Dates dates,
    Set<String> scope,
    Extent extent,
    boolean allowEmptyMap,
    List<Rule> rules,
    List<Holding> firmToSoft,
    Licence licence,
    String notice)
    implements Serializable {

  /** The two dates of a map. */
  public record Dates(DateRule fileDate, DateRule mapDate) implements Serializable {}

  public SourceProfile {
    scope = new TreeSet<>(scope);
  }

  /** Whether any rule asks where a polygon lies. */
  public boolean asksForCountry() {
    return rules.stream().anyMatch(rule -> !rule.countries().isEmpty());
  }
}
