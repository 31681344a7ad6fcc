package org.territorydelta.model.map;

import java.io.Serializable;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One row of the quarantine: something of the input that was left out, or used only after repair.
 *
 * @param place which feature of the file, and how much ground it drew
 * @param raw the first bytes of the feature as the file has it
 */
public record Rejection(
    String sourceId, String file, Place place, RejectionReason reason, String detail, String raw)
    implements Comparable<Rejection>, Serializable {

  private static final Comparator<Rejection> ORDER =
      Comparator.comparing(Rejection::sourceId)
          .thenComparing(Rejection::file)
          .thenComparing(rejection -> rejection.place.feature)
          .thenComparing(rejection -> rejection.place.part)
          .thenComparing(Rejection::reason)
          .thenComparing(Rejection::detail);

  /** Which feature and which of its polygons; -1 for none, and -1 for an area nobody can tell. */
  public record Place(int feature, int part, long beforeM2, long afterM2) implements Serializable {
    private static final int NONE = -1;

    /** The file as a whole. */
    public static final Place FILE = new Place(NONE, NONE, NONE, NONE);

    public static Place of(int feature, int part) {
      return new Place(feature, part, NONE, NONE);
    }

    public Place withArea(long drawnM2) {
      return new Place(feature, part, drawnM2, NONE);
    }

    public Place repaired(long drawnM2, long usedM2) {
      return new Place(feature, part, drawnM2, usedM2);
    }

    public OptionalInt featureIndex() {
      return feature < 0 ? OptionalInt.empty() : OptionalInt.of(feature);
    }

    public OptionalInt partIndex() {
      return part < 0 ? OptionalInt.empty() : OptionalInt.of(part);
    }

    public OptionalLong drawnM2() {
      return beforeM2 < 0 ? OptionalLong.empty() : OptionalLong.of(beforeM2);
    }

    public OptionalLong usedM2() {
      return afterM2 < 0 ? OptionalLong.empty() : OptionalLong.of(afterM2);
    }
  }

  @Override
  public int compareTo(Rejection other) {
    return ORDER.compare(this, other);
  }
}
