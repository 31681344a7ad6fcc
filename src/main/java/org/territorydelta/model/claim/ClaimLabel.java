package org.territorydelta.model.claim;

/** How a claim sits against what a source's maps show. Computed, and neutral: none is a verdict. */
public enum ClaimLabel {
  CONSISTENT("what is claimed and what is measured overlap"),
  HIGH(
      "the claim is above the measured, by a ratio of up to 1.5 between the nearest ends, or within what two sources lie apart at times"),
  LOW("the claim is below the measured, by a ratio of up to 1.5 between the nearest ends"),
  STRONGLY_HIGH("above, by more than that"),
  STRONGLY_LOW("below, by more than that"),
  WRONG_SIGN("a net change or rate with the other sign; both are away from zero"),
  NOT_COMPARABLE("the source does not speak of what is claimed; see the reasons"),
  UNVERIFIABLE(
      "the source's maps do not cover the days that the claim is of, or its series breaks there"),
  UNKNOWN("what was known then cannot be told from this source's file dates"),
  SUPERSEDED("another claim has taken its place");

  private final String meaning;

  ClaimLabel(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }

  /** Whether the claim is above the measured. */
  public boolean isAbove() {
    return this == HIGH || this == STRONGLY_HIGH;
  }

  /** Whether the claim is below the measured. */
  public boolean isBelow() {
    return this == LOW || this == STRONGLY_LOW;
  }
}
