package org.territorydelta.model.map;

/** Why something of the input did not go into a map, or among the reports, as it was. */
public enum RejectionReason {
  UNREADABLE_FILE(Outcome.FILE_FAILED, "the file cannot be read as its format"),
  UNDATED_FILE(Outcome.FILE_FAILED, "no date was found for the file"),
  UNSUPPORTED_CRS(
      Outcome.FILE_FAILED, "the file names a coordinate reference system that is not supported"),
  TOO_MUCH_REJECTED(
      Outcome.SET_ASIDE, "more of the map's ground was rejected than max-rejected-share bears"),
  NOTHING_DRAWN(
      Outcome.SET_ASIDE, "the map has no polygon, and the profile does not say that this is a map"),
  NOTHING_HELD(
      Outcome.SET_ASIDE,
      "the rules give none of the map's polygons to a holder, and the profile does not say that this is a map"),
  MISSING_LAYER(Outcome.SET_ASIDE, "the map has not all the layers that the profile needs"),
  IMPLAUSIBLE_DAY(Outcome.SET_ASIDE, "the map's day is not among those that maps may be of"),
  UNDATED_FEATURE(Outcome.REJECTED, "the feature has no date, though others of its file have"),
  MALFORMED_GEOMETRY(Outcome.REJECTED, "the coordinates do not fit the geometry's type"),
  NOT_A_NUMBER(Outcome.REJECTED, "a coordinate is missing or is no number"),
  RING_TOO_SHORT(Outcome.REJECTED, "a ring has fewer than four positions"),
  RING_NOT_CLOSED(
      Outcome.REJECTED, "a ring's end misses its start by more than max-ring-gap bears"),
  OUT_OF_RANGE(Outcome.REJECTED, "a longitude is beyond 180 degrees or a latitude beyond 90"),
  CROSSES_ANTIMERIDIAN(Outcome.REJECTED, "an edge spans more than 180 degrees of longitude"),
  AT_A_POLE(
      Outcome.REJECTED,
      "the polygon reaches a pole or goes all around the earth, where no plane holds it"),
  OUTSIDE_EXTENT(Outcome.REJECTED, "a position lies outside the extent of the source's profile"),
  NO_AREA(Outcome.REJECTED, "no ground was left after repair"),
  NO_RULE(Outcome.REJECTED, "no rule of the profile says who holds it"),
  REPAIRED(Outcome.REPAIRED, "the polygon was invalid and was used after repair"),
  MALFORMED_ROW(Outcome.REJECTED, "the row does not fit the header, or is no JSON object"),
  MISSING_VALUE(Outcome.REJECTED, "a value that every row needs is not there"),
  DUPLICATE_ID(Outcome.REJECTED, "an earlier row has the same id"),
  MARKUP_IN_TEXT(Outcome.REJECTED, "a text has markup in it"),
  FORMULA_IN_TEXT(Outcome.REJECTED, "a text would be a formula in a spreadsheet"),
  UNKNOWN_REGION(Outcome.REJECTED, "no regions file has a region of that id"),
  UNKNOWN_WORD(Outcome.REJECTED, "a word is none of those that the column may have"),
  UNKNOWN_UNIT(Outcome.REJECTED, "the unit is not known, or is not one of that quantity"),
  IMPOSSIBLE_DATE(Outcome.REJECTED, "a date does not exist, or lies where it cannot"),
  MALFORMED_NUMBER(Outcome.REJECTED, "a number is not written as one"),
  NEGATIVE_VALUE(Outcome.REJECTED, "a quantity is negative that cannot be"),
  IMPLAUSIBLE_VALUE(Outcome.REJECTED, "a number is larger than its region, or the world, allows");

  /** What became of it. */
  public enum Outcome {
    /** One polygon, one feature without any, or one row was left out. */
    REJECTED("rejected"),
    /** It was used, changed. */
    REPAIRED("repaired"),
    /** Nothing of the file was used. */
    FILE_FAILED("file-failed"),
    /** One map of the file is no map of the series; other maps of the file are not touched. */
    SET_ASIDE("set-aside");

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
