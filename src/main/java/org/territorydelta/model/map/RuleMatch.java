package org.territorydelta.model.map;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.territorydelta.model.Words;

/**
 * What one rule made of one map: how many of its polygons it took, and what for.
 *
 * @param map the map, by what its ground came to; it is on record as a snapshot unless it was set
 *     aside or another file had it before
 * @param file that has the map
 * @param polygons how many; a feature without any counts as one
 * @param areaM2 ground of the polygons as drawn, before overlaps are resolved; 0 where it is not
 *     {@linkplain Outcome#isMeasured() measured}
 * @param values what the properties that the profile's rules ask for were on these polygons, as
 *     {@link #vocabulary} spells them; not in any table
 */
public record RuleMatch(
    SnapshotId map,
    String file,
    Decision decision,
    long polygons,
    long areaM2,
    SortedSet<String> values)
    implements Comparable<RuleMatch>, Serializable {

  /** What becomes of a polygon. */
  public enum Outcome {
    /** It is ground of a holder. */
    HELD("held"),
    /** A rule leaves it out. */
    IGNORED("ignored"),
    /** It is in quarantine: no rule is for it, or it cannot be used. */
    REJECTED("rejected");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    /** Whether its polygons are built, so that their area is known. */
    public boolean isMeasured() {
      return this == HELD;
    }

    /**
     * @throws IllegalArgumentException when none has that word
     */
    public static Outcome parse(String word) {
      return Words.parse("outcome of a rule", values(), Outcome::word, word);
    }
  }

  /**
   * Who decided, and how.
   *
   * @param rule of the profile, or a built-in one; of what is rejected, the reason's name
   * @param meaning the holding, or why the polygons are left out
   * @param anyValue whether the rule asks nothing of the properties, so that it takes whatever the
   *     publisher may call it
   */
  public record Decision(String rule, Outcome outcome, String meaning, boolean anyValue)
      implements Comparable<Decision>, Serializable {
    private static final Comparator<Decision> ORDER =
        Comparator.comparing(Decision::rule)
            .thenComparing(Decision::outcome)
            .thenComparing(Decision::meaning)
            .thenComparing(Decision::anyValue);

    /** Of polygons that no rule is for, or that cannot be used. */
    public static Decision rejected(RejectionReason reason) {
      return new Decision(
          reason.name(), Outcome.REJECTED, reason.meaning(), reason == RejectionReason.NO_RULE);
    }

    @Override
    public int compareTo(Decision other) {
      return ORDER.compare(this, other);
    }
  }

  private static final Comparator<RuleMatch> ORDER =
      Comparator.comparing(RuleMatch::map)
          .thenComparing(RuleMatch::file)
          .thenComparing(RuleMatch::decision);

  /** Not a part of a code or a colour. */
  private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\d#])\\d+(?![\\p{L}\\d])");

  /** Longer values are cut: what tells one name from another is at its beginning. */
  private static final int MOST_CHARACTERS = 80;

  public RuleMatch {
    values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
    if (polygons < 1 || areaM2 < 0 || areaM2 > 0 && !decision.outcome.isMeasured()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot build rule match: rule='%s', outcome=%s, polygons=%d, area=%d m², expected a polygon, and an area of held ground only",
              decision.rule,
              decision.outcome.word,
              polygons,
              areaM2));
    }
  }

  /**
   * A property's value as part of a publisher's vocabulary: without what differs from one polygon
   * to the next. White space, no-break spaces included, is one blank, each number that stands by
   * itself in a text {@code #}; a value without any letter may be a code, and stays as it is.
   */
  public static String vocabulary(String value) {
    String plain = value.replace('\u00a0', ' ').strip().replaceAll("\\s+", " ");
    if (plain.chars().anyMatch(Character::isLetter)) {
      plain = NUMBER.matcher(plain).replaceAll("#");
    }
    return plain.length() <= MOST_CHARACTERS ? plain : plain.substring(0, MOST_CHARACTERS);
  }

  @Override
  public int compareTo(RuleMatch other) {
    return ORDER.compare(this, other);
  }
}
