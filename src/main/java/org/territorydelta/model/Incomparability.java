package org.territorydelta.model;

/** Why two figures, or a claim and a source, cannot be set against each other. */
public enum Incomparability {
  SIDE("they are of different sides, or the source never gives the side any ground"),
  UNKNOWN_SIDE("no source of the run gives the claim's side any ground; is it spelled as they do?"),
  COUNTRY("they are of different countries"),
  REGION("the source does not draw the side's ground there"),
  QUANTITY_TYPE("they are different kinds of quantity, or the maps do not give this one"),
  PERIOD("the claim's last day comes after its statement"),
  LAYER_SET("they count different statuses, or the source lacks the layer set that is stated"),
  UNIT("a percentage of an area that is not known"),
  NOT_COVERED("the maps do not cover one of the periods"),
  SERIES_BREAK(
      "the source's series breaks there: what changed between its maps is the map as well as the ground");

  private final String meaning;

  Incomparability(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }
}
