package org.territorydelta.read;

import java.io.IOException;

/** A file that cannot be read as its format; nothing of it is used. */
public class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1;

  public UnreadableFileException(String message) {
    super(message);
  }

  public UnreadableFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
