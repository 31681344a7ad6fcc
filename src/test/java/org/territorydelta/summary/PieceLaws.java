package org.territorydelta.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.territorydelta.model.Violation;
import org.territorydelta.model.change.ChangeKind;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.map.RegionId;

/**
 * The laws of {@code change_polygon}: the pieces of a period are what was gained and lost in it.
 */
final class PieceLaws {
  private record Figure(
      String side,
      String layerSet,
      PeriodKind kind,
      String period,
      RegionId region,
      ChangeKind change) {}

  private final SourceTables tables;
  private final Findings findings = new Findings("change_polygon");

  PieceLaws(SourceTables tables) {
    this.tables = tables;
  }

  List<Violation> pieces() {
    Map<Figure, Long> sums = new HashMap<>();
    for (PeriodPiece piece : tables.pieces()) {
      findings.unique(row(piece));
      Figure whole = figure(piece, RegionId.ALL);
      sums.merge(whole, piece.areaM2(), Long::sum);
      piece
          .regionsM2()
          .forEach((region, area) -> sums.merge(figure(piece, region), area, Long::sum));
      levels(piece);
    }
    Set<PeriodKind> told =
        tables.pieces().stream().map(PeriodPiece::periodKind).collect(Collectors.toSet());
    for (AreaDelta delta : tables.areaDeltas()) {
      AreaDelta.Key key = delta.key();
      for (ChangeKind change : ChangeKind.values()) {
        var figure =
            new Figure(
                key.side(),
                key.layerSet(),
                key.period().kind(),
                key.period().id(),
                key.region().id(),
                change);
        Long sum = sums.remove(figure);
        if (sum != null || told.contains(key.period().kind())) {
          long expected = delta.figures().map(f -> area(f, change)).orElse(0L);
          long found = sum == null ? 0 : sum;
          findings.equalKm2(
              figure, "the pieces of a period are what was " + change.word(), found, expected);
        }
      }
    }
    sums.keySet().forEach(left -> findings.holds(false, left, "every piece has its figure"));
    return findings.violations();
  }

  /** A piece lies wholly in the regions of each level, or in what is unassigned there. */
  private void levels(PeriodPiece piece) {
    Map<Integer, Long> byLevel = new HashMap<>();
    piece.regionsM2().forEach((region, area) -> byLevel.merge(region.level(), area, Long::sum));
    byLevel.forEach(
        (level, area) -> {
          if (!tables.overlappingLevels().contains(level)) {
            findings.equalKm2(row(piece), "a piece's regions add up to it", area, piece.areaM2());
          }
        });
  }

  private static long area(AreaDelta.Figures figures, ChangeKind change) {
    return switch (change) {
      case GAINED -> figures.change().gainedM2();
      case LOST -> figures.change().lostM2();
    };
  }

  private static Figure figure(PeriodPiece piece, RegionId region) {
    ChangePiece.Key key = piece.key();
    return new Figure(
        key.side(),
        key.layerSet(),
        piece.periodKind(),
        piece.periodId(),
        region,
        piece.course().change());
  }

  private static String row(PeriodPiece piece) {
    ChangePiece.Key key = piece.key();
    return String.join(
        " ",
        key.sourceId(),
        key.side(),
        key.layerSet(),
        piece.periodKind().word(),
        piece.periodId(),
        key.pieceId());
  }
}
