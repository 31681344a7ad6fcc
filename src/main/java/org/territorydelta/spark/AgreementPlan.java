package org.territorydelta.spark;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.territorydelta.model.Sha256;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.inputs.MapKey;
import org.territorydelta.timeline.ComparedMonth;
import org.territorydelta.timeline.SourceTimeline;

/**
 * Which sources are held against each other, through which months.
 *
 * @param months every month of every two sources, in order; none where they share no day
 */
record AgreementPlan(TreeMap<SourcePair, ArrayList<MonthUnit>> months) implements Serializable {
  /**
   * One month of two sources; what one task holds at a time.
   *
   * @param key one name for its days and the maps that stand for them
   * @param a the first source's snapshots by map date
   */
  record MonthUnit(
      ComparedMonth month,
      String key,
      TreeMap<LocalDate, SnapshotId> a,
      TreeMap<LocalDate, SnapshotId> b)
      implements Serializable {
    SourcePair sources() {
      return month.sources();
    }

    /** Every snapshot it needs. */
    Set<SnapshotId> snapshots() {
      Set<SnapshotId> needed = new HashSet<>(a.values());
      needed.addAll(b.values());
      return needed;
    }
  }

  static AgreementPlan of(
      List<SourceMaps> sources,
      Collection<SourcePair> pairs,
      Map<SnapshotId, MapKey> maps,
      AgreementDays told,
      int maxStalenessDays) {
    Map<String, SourceTimeline> timelines = new HashMap<>();
    sources.forEach(source -> timelines.put(source.source().id(), source.timeline()));
    var months = new TreeMap<SourcePair, ArrayList<MonthUnit>>();
    for (SourcePair pair : pairs) {
      SourceTimeline a = timelines.get(pair.a());
      SourceTimeline b = timelines.get(pair.b());
      SortedMap<LocalDate, SnapshotId> ofA = a.currentIds();
      SortedMap<LocalDate, SnapshotId> ofB = b.currentIds();
      var units = new ArrayList<MonthUnit>();
      for (ComparedMonth month : ComparedMonth.of(a, b, told, maxStalenessDays)) {
        var neededA = new TreeMap<LocalDate, SnapshotId>();
        var neededB = new TreeMap<LocalDate, SnapshotId>();
        for (ComparedMonth.Day day : month.days()) {
          neededA.put(day.mapDateA(), ofA.get(day.mapDateA()));
          neededB.put(day.mapDateB(), ofB.get(day.mapDateB()));
        }
        units.add(new MonthUnit(month, key(month, neededA, neededB, maps), neededA, neededB));
      }
      months.put(pair, units);
    }
    return new AgreementPlan(months);
  }

  private static String key(
      ComparedMonth month,
      SortedMap<LocalDate, SnapshotId> a,
      SortedMap<LocalDate, SnapshotId> b,
      Map<SnapshotId, MapKey> maps) {
    MessageDigest digest = Sha256.digest();
    for (ComparedMonth.Day day : month.days()) {
      MapKey byA = maps.get(a.get(day.mapDateA()));
      MapKey byB = maps.get(b.get(day.mapDateB()));
      String line = day.day() + " " + day.told() + " " + byA + " " + byB + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.hex(digest);
  }

  /** Names of all months of two sources. */
  Set<String> keys(SourcePair pair) {
    return months.get(pair).stream().map(MonthUnit::key).collect(Collectors.toSet());
  }

  /** The months that no former run has looked through. */
  List<MonthUnit> missing(Map<SourcePair, ? extends Set<String>> known) {
    return months.entrySet().stream()
        .flatMap(pair -> pair.getValue().stream().filter(unit -> !isKnown(unit, known)))
        .toList();
  }

  private static boolean isKnown(MonthUnit unit, Map<SourcePair, ? extends Set<String>> known) {
    return known.containsKey(unit.sources()) && known.get(unit.sources()).contains(unit.key);
  }
}
