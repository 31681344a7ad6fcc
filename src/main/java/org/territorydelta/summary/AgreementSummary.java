package org.territorydelta.summary;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.territorydelta.model.Cell;
import org.territorydelta.model.DisagreementPolygon;
import org.territorydelta.model.DisagreementPolygon.Kind;
import org.territorydelta.model.Holding;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.MonthDifference;
import org.territorydelta.model.RegionId;
import org.territorydelta.model.SharedScope;
import org.territorydelta.model.SideLayer;
import org.territorydelta.model.SourceAgreement;
import org.territorydelta.model.SourceAgreement.Figures;
import org.territorydelta.model.SourceAgreement.Only;
import org.territorydelta.model.SourcePair;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.Transition;
import org.territorydelta.timeline.ComparedMonth;

/**
 * Sums up where two sources differ to rows, by day, side, layer set and region. What each source
 * gives to the side is the stock that its other tables have, to the last square metre; the few
 * roundings by which the measured difference and the two stocks are apart go into the difference.
 *
 * <p>Swapping the sources swaps the figures and changes nothing else.
 */
public final class AgreementSummary {
  /**
   * How often an error can count when a difference is closed with the stocks it stands between:
   * once in each of the two margins, and once more where no more may be in both than in either.
   */
  private static final int CLOSINGS = 3;

  /**
   * What two sources are compared by.
   *
   * @param layers sides and layer sets that both sources draw
   */
  public record Frame(RegionTree regions, SharedScope scope, List<SideLayer> layers)
      implements Serializable {
    public Frame {
      layers = new ArrayList<>(layers);
    }
  }

  /** One source's ground of one month that it alone shows: the parts that stand, by cell. */
  private record Standing(SortedMap<Cell, Long> standingM2, SortedMap<Cell, Long> baselineM2) {
    Only of(Cell cell, long areaM2) {
      long standing = Math.min(areaM2, standingM2.getOrDefault(cell, 0L));
      return new Only(areaM2, standing, Math.min(standing, baselineM2.getOrDefault(cell, 0L)));
    }
  }

  private final Frame frame;
  private final CellStocks a;
  private final CellStocks b;

  private AgreementSummary(Frame frame, CellStocks a, CellStocks b) {
    this.frame = frame;
    this.a = a;
    this.b = b;
  }

  /**
   * Rows for every day that is told, for every region in which either source ever gives ground to
   * the side; the whole always has one.
   *
   * @param months as they were planned
   * @param differences what was found in each of them
   */
  public static List<SourceAgreement> rows(
      Frame frame,
      CellStocks a,
      CellStocks b,
      List<ComparedMonth> months,
      List<MonthDifference> differences) {
    Map<YearMonth, MonthDifference> found =
        differences.stream().collect(Collectors.toMap(MonthDifference::month, d -> d));
    var summary = new AgreementSummary(frame, a, b);
    List<SourceAgreement> rows = new ArrayList<>();
    for (SideLayer layer : frame.layers) {
      rows.addAll(summary.rows(layer, months, found));
    }
    return rows;
  }

  private record Told(
      ComparedMonth.Day day, int comparedDays, long boundM2, SortedMap<Cell, Figures> cells) {}

  private List<SourceAgreement> rows(
      SideLayer layer, List<ComparedMonth> months, Map<YearMonth, MonthDifference> found) {
    List<Told> told = new ArrayList<>();
    SortedMap<Cell, Figures> ever = new TreeMap<>();
    for (ComparedMonth month : months) {
      MonthDifference difference = found.get(month.month());
      Standing byA = standing(layer, difference, a.sourceId());
      Standing byB = standing(layer, difference, b.sourceId());
      Map<LocalDate, MonthDifference.Day> days = new HashMap<>();
      difference.days().forEach(day -> days.put(day.day(), day));
      for (ComparedMonth.Day day : month.days()) {
        if (day.told()) {
          long bound =
              (a.boundM2(day.mapDateA()) + b.boundM2(day.mapDateB()) + difference.boundM2())
                  * CLOSINGS;
          SortedMap<Cell, Figures> cells =
              figures(layer, day, bound, days.get(day.day()).ground(), byA, byB);
          told.add(new Told(day, month.days().size(), bound, cells));
          cells.forEach((cell, figures) -> ever.merge(cell, figures, Figures::plus));
        }
      }
    }
    List<SourceAgreement> rows = new ArrayList<>();
    frame
        .regions
        .parts(ever.keySet())
        .forEach(
            (region, parts) -> {
              boolean shown =
                  parts.stream()
                      .map(part -> ever.get(part.cell()))
                      .anyMatch(AgreementSummary::isAny);
              if (shown || region.equals(RegionId.ALL)) {
                told.forEach(day -> rows.add(row(layer, region, parts, day)));
              }
            });
    return rows;
  }

  private static boolean isAny(Figures figures) {
    return figures.aM2() > 0 || figures.bM2() > 0;
  }

  private SourceAgreement row(
      SideLayer layer, RegionId region, List<RegionTree.Part> parts, Told told) {
    Figures sum = Figures.ZERO;
    for (RegionTree.Part part : parts) {
      sum = sum.plus(told.cells.getOrDefault(part.cell(), Figures.ZERO));
    }
    return new SourceAgreement(
        new SourceAgreement.Key(
            new SourcePair(a.sourceId(), b.sourceId()),
            layer.side(),
            layer.layerSet().name(),
            frame.regions.facts(region),
            told.day.day()),
        new SourceAgreement.Basis(
            told.day.stateA(),
            told.day.stateB(),
            told.comparedDays,
            List.copyOf(frame.scope.countries()),
            told.boundM2),
        sum);
  }

  private static Standing standing(SideLayer layer, MonthDifference month, String shownBy) {
    SortedMap<Cell, Long> standing = new TreeMap<>();
    SortedMap<Cell, Long> baseline = new TreeMap<>();
    for (DisagreementPolygon polygon : month.polygons()) {
      boolean counts =
          polygon.place().shownBy().equals(shownBy)
              && polygon.key().side().equals(layer.side())
              && polygon.key().layerSet().equals(layer.layerSet().name());
      if (counts) {
        Cell cell = polygon.place().cell();
        standing.merge(cell, polygon.standingM2(), Long::sum);
        if (polygon.place().kind() == Kind.BASELINE) {
          baseline.merge(cell, polygon.standingM2(), Long::sum);
        }
      }
    }
    return new Standing(standing, baseline);
  }

  private SortedMap<Cell, Figures> figures(
      SideLayer layer,
      ComparedMonth.Day day,
      long boundM2,
      List<Transition> ground,
      Standing byA,
      Standing byB) {
    SortedMap<Cell, Long> stockA = stock(a, day.mapDateA(), layer);
    SortedMap<Cell, Long> stockB = stock(b, day.mapDateB(), layer);
    SortedMap<Cell, Long> onlyA = sum(ground, t -> layer.has(t.from()) && !layer.has(t.to()));
    SortedMap<Cell, Long> onlyB = sum(ground, t -> layer.has(t.to()) && !layer.has(t.from()));
    Set<Cell> cells = new TreeSet<>(stockA.keySet());
    cells.addAll(stockB.keySet());
    cells.addAll(onlyA.keySet());
    cells.addAll(onlyB.keySet());
    SortedMap<Cell, Figures> figures = new TreeMap<>();
    for (Cell cell : cells) {
      long ofA = stockA.getOrDefault(cell, 0L);
      long ofB = stockB.getOrDefault(cell, 0L);
      long byMeasureA = ofA - onlyA.getOrDefault(cell, 0L);
      long byMeasureB = ofB - onlyB.getOrDefault(cell, 0L);
      long most = Math.min(ofA, ofB);
      long inBoth = Math.max(0, Math.min(most, Math.min(byMeasureA, byMeasureB)));
      long moved = Math.max(Math.abs(byMeasureA - inBoth), Math.abs(byMeasureB - inBoth));
      if (moved > boundM2) {
        throw new LawBrokenException(
            String.format(
                Locale.ROOT,
                "Cannot compare %s with %s on %s in %s: what differs and what each shows are %s km² apart, expected at most %s",
                a.sourceId(),
                b.sourceId(),
                day.day(),
                cell.memberships(),
                SquareKm.fromM2(moved),
                SquareKm.fromM2(boundM2)),
            List.of(
                new LawBrokenException.OfMap(a.sourceId(), day.mapDateA()),
                new LawBrokenException.OfMap(b.sourceId(), day.mapDateB())));
      }
      figures.put(
          cell, new Figures(inBoth, byA.of(cell, ofA - inBoth), byB.of(cell, ofB - inBoth)));
    }
    return figures;
  }

  private SortedMap<Cell, Long> stock(CellStocks source, LocalDate mapDate, SideLayer layer) {
    SortedMap<Cell, Long> stock = new TreeMap<>();
    source
        .at(mapDate)
        .forEach(
            (cell, held) ->
                frame
                    .scope
                    .within(cell)
                    .ifPresent(inside -> stock.merge(inside, counted(held, layer), Long::sum)));
    return stock;
  }

  private static long counted(Map<Holding, Long> held, SideLayer layer) {
    return held.entrySet().stream()
        .filter(entry -> layer.has(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private SortedMap<Cell, Long> sum(List<Transition> ground, Predicate<Transition> counts) {
    SortedMap<Cell, Long> sums = new TreeMap<>();
    for (Transition part : ground) {
      if (counts.test(part)) {
        frame
            .scope
            .within(part.cell())
            .ifPresent(inside -> sums.merge(inside, part.areaM2(), Long::sum));
      }
    }
    return sums;
  }
}
