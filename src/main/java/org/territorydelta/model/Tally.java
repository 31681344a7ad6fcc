package org.territorydelta.model;

import java.io.Serializable;

/** What became of things that were read: each was used, ignored by a rule, or rejected. */
public record Tally(long read, long used, long ignored, long rejected) implements Serializable {
  public static final Tally ZERO = new Tally(0, 0, 0, 0);

  public Tally {
    if (read != used + ignored + rejected) {
      throw new IllegalArgumentException(
          "Cannot build tally: read=%d, expected used=%d + ignored=%d + rejected=%d"
              .formatted(read, used, ignored, rejected));
    }
  }

  public Tally plus(Tally other) {
    return new Tally(
        read + other.read, used + other.used, ignored + other.ignored, rejected + other.rejected);
  }
}
