package org.territorydelta.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Of the names there are, the one that a mistyped one is nearest to: by how many letters have to be
 * put in, left out, changed or swapped with their neighbour (Damerau 1964, restricted).
 */
public final class NearestName {
  private NearestName() {}

  /** None where less than half of the word would stay as it is. */
  public static Optional<String> among(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> 2 * distance(word, name) <= Math.max(word.length(), name.length()))
        .min(Comparator.comparingInt((String name) -> distance(word, name)));
  }

  /** What to put after a message about an unknown name. */
  public static String hint(String word, Collection<String> names) {
    return among(word, names).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
          continue;
        }
        int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        steps[i][j] =
            Math.min(steps[i - 1][j - 1] + changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
        }
      }
    }
    return steps[a.length()][b.length()];
  }
}
