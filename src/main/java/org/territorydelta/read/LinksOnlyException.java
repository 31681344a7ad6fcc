package org.territorydelta.read;

/** A document that holds nothing but links to other files. */
final class LinksOnlyException extends UnreadableFileException {
  private static final long serialVersionUID = 1;

  LinksOnlyException() {
    super("it holds links to other files only");
  }
}
