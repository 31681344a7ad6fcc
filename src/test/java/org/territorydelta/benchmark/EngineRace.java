package org.territorydelta.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.change.ChangedEdgeEngine;
import org.territorydelta.change.EngineCounts;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.geo.EllipsoidalArea;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;

/**
 * The changed-edge engine against plain overlay: {@code OverlayNG} difference of whole holdings,
 * both ways, for every holding whose ground is not the same in both maps. One warm thread and its
 * processor time, the same pairs, no regions, areas measured on both sides. Neither side's time has
 * a union in it: the engine gets partitions, the overlay ground that was united before.
 *
 * @param changedEdgesPerSecond pairs by the engine
 * @param byRegionPerSecond pairs by the engine as the job has it, measured by region
 * @param overlayPerSecond pairs by plain overlay
 * @param counts which way the engine's pairs went
 * @param largestDifferenceKm2 between what both say one holding gained or lost in one pair
 */
record EngineRace(
    double changedEdgesPerSecond,
    double byRegionPerSecond,
    double overlayPerSecond,
    EngineCounts counts,
    double largestDifferenceKm2) {
  private static final RegionIndex NO_REGIONS = RegionIndex.of(List.of(), Set.of(), Set.of(), 0);

  /** Of the pairs; enough for the compiler to have seen everything. */
  private static final int WARMING_SHARE = 10;

  /** What each holding gained and lost, square metres, by a name. */
  private record Flows(List<Map<String, Long>> pairs, double seconds, EngineCounts counts) {}

  /** Runs it several times on the same chains and writes down the medians. */
  static void tell(List<Chain> chains, int runs, Figures figures) {
    List<SnapshotPair> pairs = chains.stream().flatMap(chain -> chain.pairs().stream()).toList();
    byEngine(pairs, NO_REGIONS);
    chains.forEach(chain -> byEngine(chain.pairs(), chain.regions()));
    byOverlay(pairs.subList(0, (pairs.size() + WARMING_SHARE - 1) / WARMING_SHARE));
    List<EngineRace> races = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Progress.say("engines, run " + run + " of " + runs);
      races.add(run(pairs, chains));
    }
    double engine = Median.of(races, EngineRace::changedEdgesPerSecond);
    double overlay = Median.of(races, EngineRace::overlayPerSecond);
    figures.section("Engines, one warm thread, median of " + runs);
    figures.count("consecutive pairs of distinct maps", pairs.size());
    figures.add("changed edges", engine, "pairs/s");
    figures.add("OverlayNG difference, both ways", overlay, "pairs/s");
    figures.add("changed edges / OverlayNG difference", engine / overlay, "");
    figures.add(
        "changed edges, by region as in the job",
        Median.of(races, EngineRace::byRegionPerSecond),
        "pairs/s");
    EngineCounts counts = races.get(0).counts;
    figures.count("pairs the engine left to overlay: drawn anew", counts.redrawn());
    figures.count("pairs the engine left to overlay: failed check", counts.recomputed());
    figures.add(
        "largest difference of a gain or loss",
        Median.of(races, EngineRace::largestDifferenceKm2),
        "km²");
  }

  private static EngineRace run(List<SnapshotPair> pairs, List<Chain> chains) {
    Flows engine = byEngine(pairs, NO_REGIONS);
    double byRegion = 0;
    for (Chain chain : chains) {
      byRegion += byEngine(chain.pairs(), chain.regions()).seconds;
    }
    Flows overlay = byOverlay(pairs);
    return new EngineRace(
        pairs.size() / engine.seconds,
        pairs.size() / byRegion,
        pairs.size() / overlay.seconds,
        engine.counts,
        largestDifferenceKm2(engine.pairs, overlay.pairs));
  }

  private static Flows byEngine(List<SnapshotPair> pairs, RegionIndex regions) {
    var engine = new ChangedEdgeEngine();
    List<List<Transition>> found = new ArrayList<>();
    double started = ThreadTime.seconds();
    for (SnapshotPair pair : pairs) {
      found.add(engine.transitions(pair, regions, new Overlay()));
    }
    double seconds = ThreadTime.seconds() - started;
    return new Flows(found.stream().map(EngineRace::flows).toList(), seconds, engine.counts());
  }

  private static Map<String, Long> flows(List<Transition> transitions) {
    Map<String, Long> flows = new TreeMap<>();
    for (Transition transition : transitions) {
      flows.merge("lost " + transition.from(), transition.areaM2(), Long::sum);
      flows.merge("gained " + transition.to(), transition.areaM2(), Long::sum);
    }
    flows.remove("lost " + Holding.NONE);
    flows.remove("gained " + Holding.NONE);
    return flows;
  }

  private static Flows byOverlay(List<SnapshotPair> pairs) {
    List<Map<String, Long>> found = new ArrayList<>();
    Map<Holding, Geometry> united = new HashMap<>();
    ControlSnapshot last = null;
    double seconds = 0;
    for (SnapshotPair pair : pairs) {
      Map<Holding, Geometry> opening = pair.opening() == last ? united : united(pair.opening());
      Map<Holding, Geometry> closing = united(pair.closing());
      double started = ThreadTime.seconds();
      found.add(differences(opening, closing));
      seconds += ThreadTime.seconds() - started;
      united = closing;
      last = pair.closing();
    }
    return new Flows(found, seconds, EngineCounts.ZERO);
  }

  private static Map<Holding, Geometry> united(ControlSnapshot snapshot) {
    Map<Holding, Geometry> united = new HashMap<>();
    snapshot
        .ground()
        .forEach((holding, polygons) -> united.put(holding, new Overlay().union(polygons)));
    return united;
  }

  private static Map<String, Long> differences(
      Map<Holding, Geometry> opening, Map<Holding, Geometry> closing) {
    Map<String, Long> areas = new TreeMap<>();
    Geometry nothing = new Overlay().union(List.of());
    SortedSet<Holding> holdings = new TreeSet<>(opening.keySet());
    holdings.addAll(closing.keySet());
    for (Holding holding : holdings) {
      Geometry before = opening.getOrDefault(holding, nothing);
      Geometry after = closing.getOrDefault(holding, nothing);
      if (!before.equalsExact(after)) {
        areas.put("gained " + holding, EllipsoidalArea.m2(new Overlay().difference(after, before)));
        areas.put("lost " + holding, EllipsoidalArea.m2(new Overlay().difference(before, after)));
      }
    }
    return areas;
  }

  private static double largestDifferenceKm2(
      List<Map<String, Long>> some, List<Map<String, Long>> others) {
    long largest = 0;
    for (int i = 0; i < some.size(); i++) {
      Map<String, Long> differences = new TreeMap<>(some.get(i));
      others.get(i).forEach((name, areaM2) -> differences.merge(name, -areaM2, Long::sum));
      for (long difference : differences.values()) {
        largest = Math.max(largest, Math.abs(difference));
      }
    }
    return SquareKm.fromM2(largest);
  }
}
