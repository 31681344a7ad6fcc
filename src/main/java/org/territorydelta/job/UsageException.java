package org.territorydelta.job;

/** The call cannot be carried out as it was made. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
