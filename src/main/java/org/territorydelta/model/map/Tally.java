package org.territorydelta.model.map;

import java.io.Serializable;
import java.util.Locale;

/** What became of things that were read: each was used, ignored by a rule, or rejected. */
public record Tally(long read, long used, long ignored, long rejected) implements Serializable {
  public static final Tally ZERO = new Tally(0, 0, 0, 0);

  public Tally {
    if (read != used + ignored + rejected) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Cannot build tally: read=%d, expected used=%d + ignored=%d + rejected=%d",
              read,
              used,
              ignored,
              rejected));
    }
  }

  public Tally plus(Tally other) {
    return new Tally(
        read + other.read, used + other.used, ignored + other.ignored, rejected + other.rejected);
  }
}
