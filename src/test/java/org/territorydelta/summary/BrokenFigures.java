package org.territorydelta.summary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.figure.FigureBreaks;
import org.territorydelta.model.figure.PairKind;
import org.territorydelta.model.figure.RegionTransition;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.timeline.DatePair;

/**
 * The breaks in figures by the written tables: {@code series_break} says where they are, {@code
 * transition} what moved there.
 */
final class BrokenFigures {
  private record Holder(String side, String layerSet) {}

  private record Ground(String side, String layerSet, RegionId region) {
    static Ground of(AreaDelta delta) {
      AreaDelta.Key key = delta.key();
      return new Ground(key.side(), key.layerSet(), key.region().id());
    }
  }

  private final SourceTables tables;
  private final Map<Holder, BrokenSteps> steps = new HashMap<>();
  private final Map<Ground, SortedMap<DatePair, Change>> moved = new HashMap<>();
  private final Map<RegionId, Map<DatePair, List<RegionTransition>>> transitions = new HashMap<>();

  BrokenFigures(SourceTables tables) {
    this.tables = tables;
    if (!tables.breaks().isEmpty()) {
      for (RegionTransition transition : tables.transitions()) {
        RegionTransition.Pair pair = transition.pair();
        if (pair.kind() == PairKind.CONSECUTIVE) {
          transitions
              .computeIfAbsent(transition.region(), key -> new HashMap<>())
              .computeIfAbsent(
                  new DatePair(pair.openingMapDate(), pair.closingMapDate()),
                  key -> new ArrayList<>())
              .add(transition);
        }
      }
    }
  }

  /** The breaks of a row's ground between two maps. */
  FigureBreaks within(AreaDelta delta, DatePair period) {
    if (tables.breaks().isEmpty()) {
      return FigureBreaks.NONE;
    }
    BrokenSteps broken = steps(new Holder(delta.key().side(), delta.key().layerSet()));
    return broken.within(
        period, moved.computeIfAbsent(Ground.of(delta), ground -> moved(ground, broken.pairs())));
  }

  private BrokenSteps steps(Holder holder) {
    return steps.computeIfAbsent(
        holder,
        key ->
            new BrokenSteps(
                tables.breaks(),
                key.side,
                tables.currentMapDates(),
                steps -> moved(new Ground(key.side, key.layerSet, RegionId.ALL), steps)));
  }

  private SortedMap<DatePair, Change> moved(Ground ground, Set<DatePair> steps) {
    LayerSet layerSet = tables.layerSet(ground.layerSet);
    Map<DatePair, List<RegionTransition>> there = transitions.getOrDefault(ground.region, Map.of());
    SortedMap<DatePair, Change> sums = new TreeMap<>();
    for (DatePair step : steps) {
      long gained = 0;
      long lost = 0;
      for (RegionTransition transition : there.getOrDefault(step, List.of())) {
        boolean before = layerSet.controls(ground.side, transition.from());
        boolean after = layerSet.controls(ground.side, transition.to());
        gained += !before && after ? transition.areaM2() : 0;
        lost += before && !after ? transition.areaM2() : 0;
      }
      if (gained > 0 || lost > 0) {
        sums.put(step, new Change(gained, lost));
      }
    }
    return sums;
  }
}
