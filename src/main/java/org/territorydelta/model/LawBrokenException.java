package org.territorydelta.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures contradict each other by more than rounding; nothing may be published. */
public class LawBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ArrayList<OfMap> maps;

  /** A map that the figures were taken from: a source's, of one day. */
  public record OfMap(String sourceId, LocalDate mapDate) implements Serializable {}

  public LawBrokenException(String message) {
    this(message, List.of());
  }

  /**
   * @param maps that the figures were taken from
   */
  public LawBrokenException(String message, List<OfMap> maps) {
    super(message);
    this.maps = new ArrayList<>(maps);
  }

  /** The maps that the figures were taken from, where they are known. */
  public List<OfMap> maps() {
    return List.copyOf(maps);
  }

  /** The broken law behind a failure, if that is what it is. */
  public static Optional<LawBrokenException> behind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof LawBrokenException broken) {
        return Optional.of(broken);
      }
    }
    return Optional.empty();
  }
}
