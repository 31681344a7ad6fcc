package org.territorydelta.model;

/** Figures contradict each other by more than rounding; nothing may be published. */
public class LawBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LawBrokenException(String message) {
    super(message);
  }
}
