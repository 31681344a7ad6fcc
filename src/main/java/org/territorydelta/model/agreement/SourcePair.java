package org.territorydelta.model.agreement;

import java.io.Serializable;
import java.util.Comparator;

/** Two sources that are held against each other, by their ids. */
public record SourcePair(String a, String b) implements Comparable<SourcePair>, Serializable {
  private static final Comparator<SourcePair> ORDER =
      Comparator.comparing(SourcePair::a).thenComparing(SourcePair::b);

  public SourcePair {
    if (a.equals(b)) {
      throw new IllegalArgumentException("Cannot compare source " + a + " with itself");
    }
  }

  public boolean has(String sourceId) {
    return a.equals(sourceId) || b.equals(sourceId);
  }

  public SourcePair mirrored() {
    return new SourcePair(b, a);
  }

  @Override
  public int compareTo(SourcePair other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return a + " against " + b;
  }
}
