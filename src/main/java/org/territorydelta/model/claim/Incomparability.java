package org.territorydelta.model.claim;

/**
 * Why two figures, or a claim and a source, cannot be set against each other, or what has to be
 * known of them when they are.
 */
public enum Incomparability {
  SIDE("they are of different sides, or the source never gives the side any ground"),
  UNKNOWN_SIDE("no source of the run gives the claim's side any ground; is it spelled as they do?"),
  COUNTRY("they are of different countries"),
  REGION("the source does not draw the side's ground there"),
  QUANTITY_TYPE("they are different kinds of quantity, or the maps do not give this one"),
  PERIOD("the claim's last day comes after its statement"),
  LAYER_SET("they count different statuses"),
  UNIT("a percentage of an area that is not known"),
  NOT_COVERED("the maps do not cover one of the periods"),
  BASE(
      "the source leaves out ground that another one shows at all times: what is held by it is of"
          + " other ground"),
  PERIOD_NOT_STATED(
      "no first day is stated: which period is meant is not known", Weight.UNVERIFIABLE),
  BELOW_SEVEN_DAYS(
      "the period is shorter than maps are sure of; see the figure of seven days",
      Weight.UNVERIFIABLE),
  PLACES("there are fewer places in the run's list than settlements claimed", Weight.UNVERIFIABLE),
  SERIES_BREAK(
      "the source's series breaks there; what changed where it does is the map as well as the"
          + " ground, and is left out of nets and gains",
      Weight.NOTE),
  STALENESS(
      "the maps show other days; what they miss is reckoned by the neighbouring maps", Weight.NOTE),
  NEAREST_LAYER_SET(
      "the source lacks the layer set that is stated; the nearest is taken", Weight.NOTE),
  OTHER_SIDE(
      "the source draws one side alone; what the other lost is taken as gained", Weight.NOTE),
  SOURCE("they are of different sources", Weight.NOTE),
  PERIOD_LENGTH("their periods have different lengths", Weight.NOTE),
  VARIOUS_AREAS("advances differ along a front: a range of depths, not one", Weight.NOTE),
  FAR_WITHIN("the words hold, and the measured is farther off than 1.5 times", Weight.NOTE);

  /** What it does to a label. */
  public enum Weight {
    /** Nothing can be said. */
    APART,
    /** The source can speak of it, but its maps do not tell. */
    UNVERIFIABLE,
    /** It is to be known beside the label. */
    NOTE
  }

  private final String meaning;
  private final Weight weight;

  Incomparability(String meaning) {
    this(meaning, Weight.APART);
  }

  Incomparability(String meaning, Weight weight) {
    this.meaning = meaning;
    this.weight = weight;
  }

  public String meaning() {
    return meaning;
  }

  public Weight weight() {
    return weight;
  }
}
