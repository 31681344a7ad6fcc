package org.territorydelta.model.figure;

/** What a net may be off by, by its word in the tables. */
public enum BandPart {
  /** Both ends of the period shifted together, as by a publisher who is late. */
  LAG("lag"),
  /** Each end shifted by itself, as by a release held back at the one or the other. */
  JITTER("jitter"),
  /** Lines drawn anew where nothing moved. */
  NOISE("noise"),
  /** What other sources say of the same. */
  SOURCES("sources"),
  /** What other layer sets of the same source say that share a status with the row's. */
  LAYER_SETS("layer-sets");

  private final String word;

  BandPart(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The word as names of columns have it. */
  public String columnWord() {
    return word.replace('-', '_');
  }
}
