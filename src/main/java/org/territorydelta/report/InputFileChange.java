package org.territorydelta.report;

/**
 * One input file that is not to the new output what it was to the old one.
 *
 * @param detail what there is to say beside the kind; may be empty
 */
public record InputFileChange(Kind kind, String sourceId, String path, String detail) {

  /** What became of the file, in the order in which it is told. */
  public enum Kind {
    ADDED("added"),
    REMOVED("removed"),
    /** The same bytes under another name. */
    MOVED("moved"),
    CONTENT("changed"),
    /** The same bytes, but other files speak in its place, or it in theirs. */
    ROLE("another role");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
