package org.territorydelta.spark;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.summary.PieceCloser;

/**
 * A row of {@code change_polygon} of no period yet, with the piece's areas by cell as they were
 * measured. A piece has as many rows as there are sides and layer sets that gained or lost it.
 *
 * @param id of the piece
 * @param areasM2 by cell
 * @param noiseM2 the part that is redraw noise, by cell
 */
record PieceRow(
    Row row,
    String id,
    Holding from,
    Holding to,
    TreeMap<Cell, Long> areasM2,
    TreeMap<Cell, Long> noiseM2)
    implements Serializable {
  /** The pieces behind some rows, each once. */
  static Collection<PieceCloser.Piece> pieces(List<PieceRow> rows) {
    Map<String, PieceCloser.Piece> pieces =
        rows.stream()
            .collect(
                Collectors.toMap(
                    PieceRow::id,
                    row -> new PieceCloser.Piece(row.id, row.from, row.to, row.areasM2),
                    (one, same) -> one,
                    TreeMap::new));
    return pieces.values();
  }
}
