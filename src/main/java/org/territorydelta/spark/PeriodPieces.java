package org.territorydelta.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.territorydelta.change.PieceRole;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.spark.tables.ChangePolygonTable;
import org.territorydelta.spark.tables.Tables;
import org.territorydelta.summary.PieceCloser;
import org.territorydelta.summary.RegionTree;
import org.territorydelta.timeline.DatePair;

/** The pieces of a period as rows, closed with the flows that its figures are made of. */
final class PeriodPieces {
  private final String sourceId;
  private final RegionTree regions;
  private final List<LayerSet> layerSets;

  PeriodPieces(String sourceId, RegionTree regions, List<LayerSet> layerSets) {
    this.sourceId = sourceId;
    this.regions = regions;
    this.layerSets = layerSets;
  }

  /**
   * Rows in the order of the pieces; what has no shape comes first.
   *
   * @param pair the maps that the period compares
   * @param found the pieces of the pair as they were measured
   * @param closed the same as the pair's flows have them
   */
  List<Row> rows(Period period, DatePair pair, List<PieceRow> found, PieceCloser.Closed closed) {
    List<Row> rows = new ArrayList<>();
    for (PieceCloser.Remainder remainder : closed.withoutPiece()) {
      for (PieceRole role : PieceRole.of(remainder.from(), remainder.to(), layerSets)) {
        rows.add(row(period, pair, remainder, role));
      }
    }
    for (PieceRow piece : found) {
      SortedMap<Cell, Long> areas = closed.areasM2().get(piece.id());
      if (areas != null) {
        rows.add(
            Tables.CHANGE_POLYGON.placed(
                piece.row(), period, sum(areas), sum(least(piece.noiseM2(), areas)), in(areas)));
      }
    }
    return rows;
  }

  private Row row(Period period, DatePair pair, PieceCloser.Remainder remainder, PieceRole role) {
    long area = sum(remainder.areasM2());
    var piece =
        new PeriodPiece(
            period.kind(),
            period.id(),
            new ChangePiece.Key(id(pair, remainder), sourceId, role.side(), role.layerSet().name()),
            new ChangePiece.Course(
                role.change(), remainder.from(), remainder.to(), pair.opening(), pair.closing()),
            area,
            area,
            ChangePiece.Measures.NONE,
            in(remainder.areasM2()));
    return Tables.CHANGE_POLYGON.row(new ChangePolygonTable.Drawn(piece, Optional.empty(), false));
  }

  private String id(DatePair pair, PieceCloser.Remainder remainder) {
    return ChangePiece.Key.idOf(
        "remainder of roundings",
        sourceId,
        pair.opening().toString(),
        pair.closing().toString(),
        remainder.from().toString(),
        remainder.to().toString());
  }

  /** No more of a piece is noise than there is of it. */
  private static SortedMap<Cell, Long> least(
      SortedMap<Cell, Long> noiseM2, SortedMap<Cell, Long> areasM2) {
    SortedMap<Cell, Long> least = new TreeMap<>();
    noiseM2.forEach(
        (cell, noise) -> least.put(cell, Math.min(noise, areasM2.getOrDefault(cell, 0L))));
    return least;
  }

  private SortedMap<RegionId, Long> in(SortedMap<Cell, Long> areasM2) {
    SortedMap<RegionId, Long> sums = regions.sums(areasM2);
    sums.remove(RegionId.ALL);
    return sums;
  }

  private static long sum(Map<Cell, Long> areasM2) {
    return areasM2.values().stream().mapToLong(Long::longValue).sum();
  }
}
