package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;

/**
 * Closes the pieces of a pair of maps with its flows, so that in every cell the pieces from one
 * holding to another add up to their flow to the last square metre. Flows are closed with the
 * stocks at both ends ({@link FlowBalancer}), which moves them by some roundings; the same square
 * metres are put into the pieces they are made of: what is too much is taken off the largest piece,
 * then the next, and what is missing is added to the largest. Where a flow has no piece, what it
 * has is handed out by itself: ground of no shape, which only roundings made.
 */
public final class PieceCloser {
  /**
   * A connected piece of changed ground.
   *
   * @param id its own among the pieces of the pair
   * @param areasM2 by cell
   */
  public record Piece(String id, Holding from, Holding to, SortedMap<Cell, Long> areasM2) {}

  /**
   * What the flows are made of, exactly.
   *
   * @param areasM2 of every piece by its id, by cell, each more than zero; none where a piece was
   *     no more than roundings
   * @param withoutPiece ground of no shape
   */
  public record Closed(Map<String, SortedMap<Cell, Long>> areasM2, List<Remainder> withoutPiece) {}

  /** What goes from one holding to another beside all pieces, by cell, each more than zero. */
  public record Remainder(Holding from, Holding to, SortedMap<Cell, Long> areasM2) {}

  private record Part(Piece piece, long areaM2) {
    static final Comparator<Part> LARGEST_FIRST =
        Comparator.comparingLong(Part::areaM2).reversed().thenComparing(part -> part.piece.id);
  }

  private final Map<String, SortedMap<Cell, Long>> closed = new TreeMap<>();
  private final SortedMap<Flow, SortedMap<Cell, Long>> remainders = new TreeMap<>();

  private PieceCloser() {}

  /**
   * @param pieces of one pair; of each two holdings all or none
   * @param flows of the same pair, closed with the stocks, by cell
   */
  public static Closed close(Collection<Piece> pieces, Map<Cell, ? extends Map<Flow, Long>> flows) {
    var closer = new PieceCloser();
    SortedMap<Cell, SortedMap<Flow, List<Part>>> parts = new TreeMap<>();
    for (Piece piece : pieces) {
      closer.closed.put(piece.id, new TreeMap<>(piece.areasM2));
      piece.areasM2.forEach(
          (cell, areaM2) ->
              parts
                  .computeIfAbsent(cell, key -> new TreeMap<>())
                  .computeIfAbsent(new Flow(piece.from, piece.to), key -> new ArrayList<>())
                  .add(new Part(piece, areaM2)));
    }
    SortedMap<Cell, SortedMap<Flow, Long>> targets = new TreeMap<>();
    flows.forEach((cell, byFlow) -> targets.put(cell, new TreeMap<>(byFlow)));
    // A flow that closing has brought to nothing leaves nothing of its pieces.
    parts.forEach(
        (cell, byFlow) ->
            byFlow
                .keySet()
                .forEach(
                    flow ->
                        targets
                            .computeIfAbsent(cell, key -> new TreeMap<>())
                            .putIfAbsent(flow, 0L)));
    targets.forEach(
        (cell, byFlow) ->
            byFlow.forEach(
                (flow, target) ->
                    closer.close(
                        cell,
                        flow,
                        parts.getOrDefault(cell, new TreeMap<>()).getOrDefault(flow, List.of()),
                        target)));
    closer.closed.values().removeIf(Map::isEmpty);
    List<Remainder> withoutPiece = new ArrayList<>();
    closer.remainders.forEach(
        (flow, cells) -> withoutPiece.add(new Remainder(flow.from(), flow.to(), cells)));
    return new Closed(closer.closed, withoutPiece);
  }

  private void close(Cell cell, Flow flow, List<Part> parts, long targetM2) {
    if (parts.isEmpty()) {
      if (targetM2 > 0) {
        remainders.computeIfAbsent(flow, key -> new TreeMap<>()).put(cell, targetM2);
      }
      return;
    }
    List<Part> ordered = parts.stream().sorted(Part.LARGEST_FIRST).toList();
    long missing = targetM2 - ordered.stream().mapToLong(Part::areaM2).sum();
    for (Part part : ordered) {
      long change = Math.max(missing, -part.areaM2);
      set(part.piece, cell, part.areaM2 + change);
      missing -= change;
    }
  }

  private void set(Piece piece, Cell cell, long areaM2) {
    if (areaM2 == 0) {
      closed.get(piece.id).remove(cell);
    } else {
      closed.get(piece.id).put(cell, areaM2);
    }
  }
}
