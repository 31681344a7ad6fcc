package org.territorydelta.change;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.geo.NarrowGround;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;

/**
 * Tells how much of a piece of changed ground is noise: the part of it that is narrower than a
 * given width ({@link NarrowGround}), as lines leave that were drawn anew where nothing moved. Each
 * piece is looked at for itself, so a narrow strip is noise even where it runs along a broad piece
 * that went to or came from another holding.
 *
 * <p>Noise is a figure beside others; nothing is ever taken off because of it.
 */
public final class NoiseMeasurer {
  private final double widthMetres;

  /**
   * @param widthMetres 0 for no noise at all
   */
  public NoiseMeasurer(double widthMetres) {
    if (!(widthMetres >= 0)) {
      throw new IllegalArgumentException(
          "Cannot measure noise: width-metres=" + widthMetres + ", expected zero or more");
    }
    this.widthMetres = widthMetres;
  }

  /** What is narrower is noise; 0 for none. */
  double widthMetres() {
    return widthMetres;
  }

  /**
   * Noise by cell, each more than zero and no more than the piece has there; all of the piece, to
   * the last square metre, where no part of it is as wide as the noise width.
   */
  public SortedMap<Cell, Long> noiseM2(ChangedGround piece, RegionIndex regions, Overlay overlay) {
    if (widthMetres == 0) {
      return new TreeMap<>();
    }
    Geometry shape = piece.shape();
    Geometry narrow = NarrowGround.of(shape, widthMetres, overlay);
    if (narrow == shape) {
      return piece.areasM2();
    }
    SortedMap<Cell, Long> noise = new TreeMap<>();
    regions
        .measure(Overlay.polygons(narrow), overlay)
        .forEach(
            (cell, areaM2) -> {
              long most = piece.areasM2().getOrDefault(cell, 0L);
              if (most > 0) {
                noise.put(cell, Math.min(areaM2, most));
              }
            });
    return noise;
  }

  /** The noise of many pieces, summed by cell and holdings as their transitions are. */
  public List<Transition> noise(
      Collection<ChangedGround> pieces, RegionIndex regions, Overlay overlay) {
    var sums = new TransitionSums();
    for (ChangedGround piece : pieces) {
      sums.add(piece.from(), piece.to(), noiseM2(piece, regions, overlay));
    }
    return sums.transitions();
  }
}
