package org.territorydelta.change;

import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.model.change.HandOver;

/**
 * A piece of ground, in longitude/latitude, that changed hands as a whole between one map and the
 * next. Faces of one pair of maps share no ground.
 */
public record ChangedFace(Polygon ground, HandOver handOver) {
  /**
   * The faces of a connected piece.
   *
   * @param day map date of the later of the two maps
   */
  public static List<ChangedFace> of(ChangedGround piece, LocalDate day) {
    var handOver = new HandOver(day, piece.from(), piece.to());
    return piece.faces().stream().map(face -> new ChangedFace(face, handOver)).toList();
  }
}
