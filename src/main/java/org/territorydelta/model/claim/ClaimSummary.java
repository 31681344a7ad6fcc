package org.territorydelta.model.claim;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * How one claim sits against all sources that can speak to it, as known now: one range and one
 * label.
 *
 * @param told none where no source's maps tell it
 * @param sources those that do, by id
 * @param sentence the same in words
 */
public record ClaimSummary(
    Claim claim, Optional<Told> told, ClaimLabel label, List<String> sources, String sentence)
    implements Serializable {

  /**
   * What sources give for a claim, in the unit it is reckoned in.
   *
   * @param figures least and most of any source and layer set, and their median
   * @param usual around all that each may be, by shifted days, noise, and as far as two sources
   *     usually lie apart
   * @param wide the same as far as they lie apart at times
   */
  public record Told(ValueRange figures, ValueRange usual, ValueRange wide)
      implements Serializable {}

  public ClaimSummary {
    sources = sources.stream().sorted().toList();
  }
}
