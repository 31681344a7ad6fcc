package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.agreement.DisagreementPolygon;
import org.territorydelta.model.agreement.DisagreementPolygon.Kind;
import org.territorydelta.model.agreement.MonthDifference;
import org.territorydelta.model.agreement.SharedScope;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.SideLayer;

/**
 * What two sources give to different holders in one cell, in square metres, and what both of them
 * show there. Findings of different months and of different cells that are one in the shared scope
 * add up in any order.
 */
public final class CellDifferences implements Serializable {
  private static final long serialVersionUID = 1;

  /** Ground that one source gives to a side all month and the other never. */
  private record Key(YearMonth month, String shownBy, String side, String layerSet)
      implements Comparable<Key>, Serializable {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::month)
            .thenComparing(Key::shownBy)
            .thenComparing(Key::side)
            .thenComparing(Key::layerSet);

    static Key of(DisagreementPolygon polygon) {
      return new Key(
          polygon.key().month(),
          polygon.place().shownBy(),
          polygon.key().side(),
          polygon.key().layerSet());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param baselineM2 the part in pieces broader than any front is drawn differently
   */
  record Standing(long areaM2, long baselineM2) implements Serializable {
    static final Standing NONE = new Standing(0, 0);

    Standing plus(Standing other) {
      return new Standing(areaM2 + other.areaM2, baselineM2 + other.baselineM2);
    }
  }

  private final TreeMap<LocalDate, TreeMap<Flow, Long>> days = new TreeMap<>();
  private final TreeMap<Key, Standing> standing = new TreeMap<>();
  private final TreeMap<String, RegionLedger> shown = new TreeMap<>();

  /** What a source shows in a cell. */
  public static CellDifferences ofShown(String sourceId, RegionLedger ledger) {
    var differences = new CellDifferences();
    differences.shown.put(sourceId, RegionLedger.none().addStocks(ledger));
    return differences;
  }

  /** What was found in a month, by cell of the shared scope. */
  public static SortedMap<Cell, CellDifferences> byCell(MonthDifference month, SharedScope scope) {
    SortedMap<Cell, CellDifferences> cells = new TreeMap<>();
    for (MonthDifference.Day day : month.days()) {
      for (Transition ground : day.ground()) {
        scope
            .within(ground.cell())
            .ifPresent(
                inside ->
                    cells
                        .computeIfAbsent(inside, key -> new CellDifferences())
                        .days
                        .computeIfAbsent(day.day(), key -> new TreeMap<>())
                        .merge(
                            new Flow(ground.from(), ground.to()), ground.areaM2(), Math::addExact));
      }
    }
    for (DisagreementPolygon polygon : month.polygons()) {
      long area = polygon.standingM2();
      var found = new Standing(area, polygon.place().kind() == Kind.BASELINE ? area : 0);
      cells
          .computeIfAbsent(polygon.place().cell(), key -> new CellDifferences())
          .standing
          .merge(Key.of(polygon), found, Standing::plus);
    }
    return cells;
  }

  public CellDifferences add(CellDifferences other) {
    other.days.forEach(
        (day, flows) -> {
          TreeMap<Flow, Long> sums = days.computeIfAbsent(day, key -> new TreeMap<>());
          flows.forEach((flow, areaM2) -> sums.merge(flow, areaM2, Math::addExact));
        });
    other.standing.forEach((key, found) -> standing.merge(key, found, Standing::plus));
    other.shown.forEach(
        (source, ledger) ->
            shown.computeIfAbsent(source, key -> RegionLedger.none()).addStocks(ledger));
    return this;
  }

  /** From the holder by the first source to the holder by the second. */
  Map<Flow, Long> flowsM2(LocalDate day) {
    return days.getOrDefault(day, new TreeMap<>());
  }

  Standing standing(YearMonth month, String shownBy, SideLayer layer) {
    return standing.getOrDefault(
        new Key(month, shownBy, layer.side(), layer.layerSet().name()), Standing.NONE);
  }

  /** What a source gives to a side. */
  long shownM2(String sourceId, SideLayer layer, int position) {
    RegionLedger ledger = shown.get(sourceId);
    long sum = 0;
    if (ledger != null) {
      for (var stock : ledger.stocksM2().entrySet()) {
        sum += layer.has(stock.getKey()) ? stock.getValue()[position] : 0;
      }
    }
    return sum;
  }
}
