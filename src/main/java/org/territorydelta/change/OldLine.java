package org.territorydelta.change;

import java.util.Optional;
import java.util.OptionalDouble;
import org.territorydelta.geo.PieceRuler;
import org.territorydelta.geo.PreparedArea;
import org.territorydelta.model.change.ChangeKind;
import org.territorydelta.model.change.ChangePiece.Depth;
import org.territorydelta.model.change.ChangePiece.Measures;
import org.territorydelta.model.change.DepthFrom;

/**
 * The outline of all ground that a side controlled on the opening map, which pieces of changed
 * ground are measured from. A piece that was gained lies outside of it, one that was lost inside.
 * Behind it stands the border of the side's country, for gains made where it controlled nothing
 * near.
 *
 * @param ground none where the side controlled nothing at all
 * @param country none where it is not known
 * @param leastContactMetres a shorter contact with the old line says nothing of a direction
 */
record OldLine(
    Optional<PreparedArea> ground, Optional<PreparedArea> country, double leastContactMetres) {
  /**
   * A piece that is farther from everything has no depth: no front has moved there, and up to here
   * lengths in the local plane are true to 0.03 %.
   */
  static final double FARTHEST_METRES = 300_000;

  /** What is so near the old line touches it: finer than any map is meant to be. */
  private static final double TOUCHING_METRES = 1;

  /** The depth of a piece, and the way it was measured. */
  private record Sounding(DepthFrom from, PieceRuler.Reach reach) {}

  /** All lengths of a piece. */
  Measures measure(PieceRuler piece, ChangeKind change, double squareMetres) {
    PieceRuler.Contact contact =
        ground.map(piece::contact).orElse(new PieceRuler.Contact(0, OptionalDouble.empty()));
    Optional<Sounding> sounding =
        switch (change) {
          case GAINED -> gained(piece);
          case LOST -> lost(piece);
        };
    boolean touches = contact.metres() > 0 && contact.metres() >= leastContactMetres;
    return new Measures(
        OptionalDouble.of(2 * squareMetres / piece.perimeterMetres()),
        sounding.map(found -> new Depth(found.reach.metres(), found.from)),
        touches ? OptionalDouble.of(squareMetres / contact.metres()) : OptionalDouble.empty(),
        touches
            ? contact.bearingDegrees()
            : sounding.map(found -> found.reach.bearingDegrees()).orElse(OptionalDouble.empty()));
  }

  private Optional<Sounding> lost(PieceRuler piece) {
    double toOwn = distanceMetres(piece, ground, FARTHEST_METRES);
    return ground
        .filter(old -> toOwn <= FARTHEST_METRES)
        .map(old -> new Sounding(DepthFrom.OWN_GROUND, piece.farthestFromOutline(old, toOwn)));
  }

  /** From the border only what is nearer to it than to the old line. */
  private Optional<Sounding> gained(PieceRuler piece) {
    double toOwn = distanceMetres(piece, ground, FARTHEST_METRES);
    double toBorder =
        toOwn <= TOUCHING_METRES
            ? Double.POSITIVE_INFINITY
            : distanceMetres(piece, country, Math.min(toOwn, FARTHEST_METRES));
    boolean fromBorder = toBorder < toOwn;
    double distance = fromBorder ? toBorder : toOwn;
    return (fromBorder ? country : ground)
        .filter(area -> distance <= FARTHEST_METRES)
        .map(
            area ->
                new Sounding(
                    fromBorder ? DepthFrom.BORDER : DepthFrom.OWN_GROUND,
                    piece.farthestFromGround(area, distance)));
  }

  /** Infinity for ground that is not there or too far away. */
  private static double distanceMetres(
      PieceRuler piece, Optional<PreparedArea> area, double withinMetres) {
    return area.map(there -> piece.distanceMetres(there, withinMetres))
        .orElse(OptionalDouble.empty())
        .orElse(Double.POSITIVE_INFINITY);
  }
}
