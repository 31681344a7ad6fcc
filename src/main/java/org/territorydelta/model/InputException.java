package org.territorydelta.model;

/** Input that is missing, unreadable, or rejected to a larger share than the config bears. */
public class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
