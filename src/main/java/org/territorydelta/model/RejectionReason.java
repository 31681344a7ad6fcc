package org.territorydelta.model;

/** Why something of the input did not go into a map as it was. */
public enum RejectionReason {
  UNREADABLE_FILE(Outcome.FILE_FAILED, "the file cannot be read as its format"),
  UNDATED_FILE(Outcome.FILE_FAILED, "no date was found for the file"),
  UNSUPPORTED_CRS(
      Outcome.FILE_FAILED, "the file names a coordinate reference system that is not supported"),
  EMPTY_MAP(Outcome.FILE_FAILED, "the map shows no ground, though an earlier one did"),
  UNDATED_FEATURE(Outcome.REJECTED, "the feature has no date, though others of its file have"),
  NULL_GEOMETRY(Outcome.REJECTED, "the feature has no geometry"),
  MALFORMED_GEOMETRY(Outcome.REJECTED, "the coordinates do not fit the geometry's type"),
  NOT_A_NUMBER(Outcome.REJECTED, "a coordinate is missing or is no number"),
  RING_TOO_SHORT(Outcome.REJECTED, "a ring has fewer than four positions"),
  RING_NOT_CLOSED(Outcome.REJECTED, "a ring's last position is not its first"),
  OUT_OF_RANGE(Outcome.REJECTED, "a longitude is beyond 180 degrees or a latitude beyond 90"),
  CROSSES_ANTIMERIDIAN(Outcome.REJECTED, "an edge spans more than 180 degrees of longitude"),
  OUTSIDE_EXTENT(Outcome.REJECTED, "a position lies outside the extent of the source's profile"),
  NO_AREA(Outcome.REJECTED, "no ground was left after repair"),
  NO_RULE(Outcome.REJECTED, "no rule of the profile says who holds it"),
  REPAIRED(Outcome.REPAIRED, "the polygon was invalid and was used after repair");

  /** What became of it. */
  public enum Outcome {
    /** One polygon, or one feature without any, was left out. */
    REJECTED("rejected"),
    /** It was used, changed. */
    REPAIRED("repaired"),
    /** Nothing of the file was used. */
    FILE_FAILED("file-failed");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  private final Outcome outcome;
  private final String meaning;

  RejectionReason(Outcome outcome, String meaning) {
    this.outcome = outcome;
    this.meaning = meaning;
  }

  public Outcome outcome() {
    return outcome;
  }

  public String meaning() {
    return meaning;
  }
}
