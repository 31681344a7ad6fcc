package org.territorydelta.model.figure;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.territorydelta.model.breaks.BreakKind;

/**
 * The breaks of a series that lie in one figure: those of its side, or of the map as a whole, that
 * begin or end between its two maps in a step in which some of its ground came or went. Only kinds
 * that {@linkplain BreakKind#breaksFigures() break figures} are among them.
 *
 * @param count of breaks
 * @param areaM2 ground that came or went in the steps from map to map in which they begin or end
 *     and of which they are half or more, each step once; all of it, since what the front moved
 *     there cannot be told from the break
 * @param netM2 what came less what went in the same steps
 * @param parting whether one of them has changed the one map and not the other, so that the net is
 *     across it; a dropout that begins and ends between them is not
 */
public record FigureBreaks(
    int count, SortedSet<BreakKind> kinds, long areaM2, long netM2, boolean parting)
    implements Serializable {
  /** No break. */
  public static final FigureBreaks NONE = new FigureBreaks(0, new TreeSet<>(), 0, 0, false);

  public FigureBreaks {
    kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
    if (count < kinds.size() || count > 0 && kinds.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot build breaks of a figure: count=" + count + ", kinds=" + kinds);
    }
    if (Math.abs(netM2) > areaM2 || count == 0 && (areaM2 > 0 || parting)) {
      throw new IllegalArgumentException(
          "Cannot build breaks of a figure: count="
              + count
              + ", area="
              + areaM2
              + " m², net="
              + netM2
              + " m², expected a net of at most the area, and nothing without a break");
    }
  }
}
