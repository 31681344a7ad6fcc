package org.territorydelta.claim;

import java.util.Optional;
import java.util.OptionalDouble;
import org.territorydelta.claim.MeasurementRequest.Ground;
import org.territorydelta.timeline.MapPair;

/** How deep the pieces are that a side gained. */
public interface FrontDepths {
  /** Nobody measured any. */
  FrontDepths NONE = (pair, ground) -> Optional.empty();

  /**
   * @return none when it was not measured; a depth of zero when nothing was gained
   */
  Optional<Depth> depth(MapPair pair, Ground ground);

  /**
   * Kilometres from the side's opening ground.
   *
   * @param mean of the pieces' mean depths; none where no piece touches enough of the old line
   * @param largest of any piece
   */
  record Depth(OptionalDouble mean, double largest) {}
}
