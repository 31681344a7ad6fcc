package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.Coverage;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.figure.SideSummary;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.SideLayer;
import org.territorydelta.timeline.DatePair;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.PeriodStates;
import org.territorydelta.timeline.SourceTimeline;

/** For each side and layer set that ever held ground: first, last, and the largest month. */
public final class SideSummariser {
  private final SourceTimeline timeline;
  private final MeasuredMaps maps;
  private final int maxStalenessDays;

  public SideSummariser(SourceTimeline timeline, MeasuredMaps maps, int maxStalenessDays) {
    this.timeline = timeline;
    this.maps = maps;
    this.maxStalenessDays = maxStalenessDays;
  }

  /**
   * @param whole all ground of the source
   * @param broken by side and layer set, see {@link SourceLedger#brokenSteps}
   */
  public List<SideSummary> sides(
      RegionLedger whole, List<LayerSet> layerSets, SortedMap<SideLayer, BrokenSteps> broken) {
    List<SideSummary> sides = new ArrayList<>();
    for (LayerSet layerSet : layerSets) {
      for (String side : whole.sides()) {
        var measure = new LayerMeasure(maps, whole, new SideLayer(side, layerSet));
        if (!measure.counted().isEmpty()) {
          sides.add(side(measure, broken.getOrDefault(measure.layer(), BrokenSteps.NONE)));
        }
      }
    }
    return sides;
  }

  private SideSummary side(LayerMeasure measure, BrokenSteps broken) {
    SortedMap<DatePair, Change> moved = measure.movedIn(broken.pairs());
    return new SideSummary(
        measure.layer().side(),
        measure.layer().layerSet().name(),
        dated(measure, timeline.firstMapDate()),
        dated(measure, timeline.lastMapDate()),
        largestMonth(measure, pair -> !broken.within(pair, moved).parting()),
        broken.within(new DatePair(timeline.firstMapDate(), timeline.lastMapDate()), moved));
  }

  private static SideSummary.DatedArea dated(LayerMeasure measure, LocalDate mapDate) {
    return new SideSummary.DatedArea(mapDate, measure.stock(mapDate).areaM2());
  }

  private SideSummary.MonthNet largestMonth(LayerMeasure measure, Predicate<DatePair> compares) {
    var months = new PeriodCalendar(List.of(PeriodKind.MONTH), List.of());
    SideSummary.MonthNet largest = SideSummary.MonthNet.NONE;
    for (Period month : months.periods(timeline.firstMapDate(), timeline.lastMapDate())) {
      var states = PeriodStates.of(month, timeline, maxStalenessDays);
      if (states.coverage() == Coverage.FULL && compares.test(states.pair())) {
        long net =
            measure.stock(states.pair().closing()).areaM2()
                - measure.stock(states.pair().opening()).areaM2();
        if (Math.abs(net) > Math.abs(largest.netM2())) {
          largest = new SideSummary.MonthNet(month.id(), net);
        }
      }
    }
    return largest;
  }
}
