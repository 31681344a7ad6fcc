package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.summary.PieceCloser.Closed;
import org.territorydelta.summary.PieceCloser.Piece;
import org.territorydelta.summary.PieceCloser.Remainder;

class PieceCloserTest {
  private static final Holding RED = new Holding("RED", "held");
  private static final Holding BLUE = new Holding("BLUE", "held");
  private static final Cell HERE = cell("here");
  private static final Cell THERE = cell("there");

  private static Cell cell(String region) {
    return new Cell(List.of(new Cell.Membership(new RegionId(region, 1), "AA", false)));
  }

  private static Piece piece(String id, Map<Cell, Long> areasM2) {
    return new Piece(id, RED, BLUE, new TreeMap<>(areasM2));
  }

  private static SortedMap<Cell, SortedMap<Flow, Long>> flow(Cell cell, long areaM2) {
    return new TreeMap<>(Map.of(cell, new TreeMap<>(Map.of(new Flow(RED, BLUE), areaM2))));
  }

  @Test
  void piecesThatAddUpStayAsTheyAre() {
    Closed closed =
        PieceCloser.close(
            List.of(piece("a", Map.of(HERE, 7L)), piece("b", Map.of(HERE, 5L))), flow(HERE, 12));

    assertThat(closed.areasM2()).isEqualTo(Map.of("a", Map.of(HERE, 7L), "b", Map.of(HERE, 5L)));
    assertThat(closed.withoutPiece()).isEmpty();
  }

  @Test
  void whatIsMissingIsAddedToTheLargestPiece() {
    Closed closed =
        PieceCloser.close(
            List.of(piece("a", Map.of(HERE, 5L)), piece("b", Map.of(HERE, 7L))), flow(HERE, 14));

    assertThat(closed.areasM2()).isEqualTo(Map.of("a", Map.of(HERE, 5L), "b", Map.of(HERE, 9L)));
  }

  @Test
  void whatIsTooMuchIsTakenOffTheLargestPieceAndThenTheNext() {
    Closed closed =
        PieceCloser.close(
            List.of(piece("a", Map.of(HERE, 2L, THERE, 1L)), piece("b", Map.of(HERE, 3L))),
            flow(HERE, 1));

    // Nothing of the flow is left there, so nothing of the piece is.
    assertThat(closed.areasM2()).isEqualTo(Map.of("a", Map.of(HERE, 1L)));
  }

  @Test
  void ofPiecesAsLargeTheFirstIdIsClosed() {
    Closed closed =
        PieceCloser.close(
            List.of(piece("b", Map.of(HERE, 5L)), piece("a", Map.of(HERE, 5L))), flow(HERE, 11));

    assertThat(closed.areasM2()).isEqualTo(Map.of("a", Map.of(HERE, 6L), "b", Map.of(HERE, 5L)));
  }

  @Test
  void aFlowWithoutAPieceIsHandedOutByItself() {
    Closed closed = PieceCloser.close(List.of(piece("a", Map.of(HERE, 5L))), flow(THERE, 2));

    assertThat(closed.areasM2()).isEmpty();
    assertThat(closed.withoutPiece())
        .containsExactly(new Remainder(RED, BLUE, new TreeMap<>(Map.of(THERE, 2L))));
  }
}
