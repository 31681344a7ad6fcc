package org.territorydelta.claim;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.model.change.ChangeKind;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.timeline.MapPair;

/**
 * Depths by the pieces that a side gained in a region, noisy ones left aside. The mean is weighed
 * by area, so that the many slivers of a redrawn border weigh next to nothing. A piece that lies in
 * the region in part counts with all its depth.
 */
public final class PieceDepths implements FrontDepths {
  private static final double METRES_PER_KM = 1000;

  private final Map<MapPair, List<PeriodPiece>> pieces = new HashMap<>();

  /**
   * @param pieces of every pair that may be asked for; of all sides and layer sets
   */
  public PieceDepths(Map<MapPair, ? extends Collection<PeriodPiece>> pieces) {
    pieces.forEach((pair, found) -> this.pieces.put(pair, List.copyOf(found)));
  }

  @Override
  public Optional<Depth> depth(MapPair pair, Ground ground) {
    return Optional.ofNullable(pieces.get(pair)).map(found -> depth(found, ground));
  }

  private static Depth depth(List<PeriodPiece> found, Ground ground) {
    double largestMetres = 0;
    double touchingM2 = 0;
    double weighedMetres = 0;
    for (PeriodPiece piece : found) {
      if (isGained(piece, ground)) {
        ChangePiece.Measures measures = piece.measures();
        double metres = measures.depth().map(ChangePiece.Depth::metres).orElse(0.0);
        largestMetres = Math.max(largestMetres, metres);
        if (measures.meanDepthMetres().isPresent()) {
          touchingM2 += piece.areaM2();
          weighedMetres += piece.areaM2() * measures.meanDepthMetres().getAsDouble();
        }
      }
    }
    OptionalDouble mean =
        touchingM2 > 0
            ? OptionalDouble.of(weighedMetres / touchingM2 / METRES_PER_KM)
            : OptionalDouble.empty();
    return new Depth(mean, largestMetres / METRES_PER_KM);
  }

  private static boolean isGained(PeriodPiece piece, Ground ground) {
    return piece.key().side().equals(ground.side())
        && piece.key().layerSet().equals(ground.layerSet().name())
        && piece.course().change() == ChangeKind.GAINED
        && !piece.isNoisy()
        && isIn(piece, ground.region());
  }

  private static boolean isIn(PeriodPiece piece, RegionId region) {
    return region.equals(RegionId.ALL) || piece.regionsM2().containsKey(region);
  }
}
