package org.territorydelta.summary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.breaks.SeriesBreak.MapFileDate;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RuleMatch;
import org.territorydelta.model.map.RuleMatch.Decision;
import org.territorydelta.model.map.RuleMatch.Outcome;
import org.territorydelta.model.map.SnapshotFacts;

/**
 * Finds the maps on which a publisher began to call things differently, as a profile's rules see
 * it. All maps that were read are looked through, those that were set aside among them: a map of
 * which the rules understand nothing is set aside.
 *
 * <p>The assumption: a renaming brings values that the series never had, and takes away those it
 * had; ground that changes hands does so under words that are known. So a rule has stopped when it
 * matched on each of some maps before and not on this one, all the values it matched by are gone
 * from the map, and others are new; it has started when it matched on none of some maps before and
 * now does by new values alone, while a value that was on each of those maps is gone. (A side that
 * enters the war is drawn under a new word, but no other goes for it.) Values that no rule asked
 * for by name are told whenever they are new: no rule is for them, or one that takes anything took
 * them.
 *
 * <p>Where that fails: a publisher who renames one thing to what another was called before, or
 * swaps two names, is not found here, but by the rules that look at the ground ({@code
 * base-redefined}, {@code block-reclassification}). One who drops a word for good on the very map
 * on which another comes for something else is found without having renamed anything. A rule that
 * matched on fewer maps than it takes is passed over when it stops.
 */
public final class VocabularyBreaks {
  /** The rule's name in the table. */
  static final String RULE = "values-changed";

  private static final int SHOWN_VALUES = 3;

  /** A map and what the rules made of it. */
  public record RuledMap(SnapshotFacts facts, List<RuleMatch> matches) {}

  private final int mapsBefore;
  private final Set<String> seen = new HashSet<>();

  /** On how many maps in a row, up to the last one, each rule has matched; 0 is left out. */
  private final SortedMap<Decision, Integer> matched = new TreeMap<>();

  /** On how many maps in a row, up to the last one, each value has been. */
  private final Map<String, Integer> present = new HashMap<>();

  /** The place of the last map on which each rule has matched. */
  private final SortedMap<Decision, Integer> lastMatch = new TreeMap<>();

  private final SortedMap<SeriesBreak.Key, SeriesBreak> found = new TreeMap<>(KEYS);

  private static final Comparator<SeriesBreak.Key> KEYS =
      Comparator.comparing(SeriesBreak.Key::mapDate).thenComparing(SeriesBreak.Key::side);

  private VocabularyBreaks(int mapsBefore) {
    this.mapsBefore = mapsBefore;
  }

  /**
   * At most one for a map date and side; {@code none} is the side of what is not held.
   *
   * @param maps of one source
   * @param mapsBefore on how many maps in a row a rule must have matched, or not, for the contrary
   *     to be told
   */
  public static List<SeriesBreak> find(Collection<RuledMap> maps, int mapsBefore) {
    List<RuledMap> inOrder =
        maps.stream()
            .sorted(
                Comparator.comparing((RuledMap map) -> map.facts.id().mapDate())
                    .thenComparing(map -> map.facts.id().fileDate())
                    .thenComparing(map -> map.facts.fileTime().orElse(Instant.MIN))
                    .thenComparing(map -> map.facts.path()))
            .toList();
    var breaks = new VocabularyBreaks(mapsBefore);
    for (int i = 0; i < inOrder.size(); i++) {
      if (i > 0) {
        breaks.compare(i, inOrder.get(i - 1), inOrder.get(i));
      }
      breaks.remember(i, inOrder.get(i));
    }
    return List.copyOf(breaks.found.values());
  }

  private void remember(int at, RuledMap map) {
    Set<Decision> now = new TreeSet<>();
    Set<String> values = new TreeSet<>();
    for (RuleMatch match : map.matches) {
      values.addAll(match.values());
      now.add(match.decision());
    }
    seen.addAll(values);
    present.keySet().retainAll(values);
    values.forEach(value -> present.merge(value, 1, Integer::sum));
    matched.keySet().retainAll(now);
    for (Decision decision : now) {
      matched.merge(decision, 1, Integer::sum);
      lastMatch.put(decision, at);
    }
  }

  private void compare(int at, RuledMap before, RuledMap map) {
    Set<String> values = new HashSet<>();
    map.matches.forEach(match -> values.addAll(match.values()));
    Set<String> fresh = new HashSet<>(values);
    fresh.removeAll(seen);
    if (fresh.isEmpty()) {
      return;
    }
    Set<Decision> now = new TreeSet<>();
    map.matches.forEach(match -> now.add(match.decision()));
    for (RuleMatch match : before.matches) {
      boolean settled = matched.getOrDefault(match.decision(), 0) >= mapsBefore;
      boolean gone = match.values().stream().noneMatch(values::contains);
      if (isOfProfile(match) && settled && gone && !now.contains(match.decision())) {
        tell(before, map, match, text(match, "stopped", "on the map before"));
      }
    }
    boolean replaced =
        present.entrySet().stream()
            .anyMatch(value -> value.getValue() >= mapsBefore && !values.contains(value.getKey()));
    for (RuleMatch match : map.matches) {
      int absent = at - 1 - lastMatch.getOrDefault(match.decision(), -1);
      if (isOfProfile(match)
          && replaced
          && absent >= mapsBefore
          && fresh.containsAll(match.values())) {
        tell(before, map, match, text(match, "started", "on this map"));
      } else if (match.decision().anyValue()) {
        SortedSet<String> strange = new TreeSet<>(match.values());
        strange.retainAll(fresh);
        if (!strange.isEmpty()) {
          tell(before, map, match, strange(match, strange));
        }
      }
    }
  }

  /** Whether a rule of the profile asked for the values by name. */
  private static boolean isOfProfile(RuleMatch match) {
    return match.decision().outcome() != Outcome.REJECTED
        && !match.decision().anyValue()
        && !match.values().isEmpty();
  }

  private void tell(RuledMap before, RuledMap map, RuleMatch match, String detail) {
    SnapshotFacts facts = map.facts;
    String side =
        match.decision().outcome() == Outcome.HELD
            ? Holding.parse(match.decision().meaning()).side()
            : Holding.NONE.side();
    var key =
        new SeriesBreak.Key(
            facts.id().sourceId(), facts.id().mapDate(), BreakKind.VOCABULARY, side);
    MapFileDate first = MapSeries.named(facts);
    var maps = new SeriesBreak.Maps(MapSeries.named(before.facts), first, first);
    found.merge(
        key,
        new SeriesBreak(key, maps, match.areaM2(), RULE, detail, false),
        (a, b) ->
            new SeriesBreak(
                key,
                a.maps(),
                a.areaM2() + b.areaM2(),
                RULE,
                a.detail() + "; " + b.detail(),
                false));
  }

  private static String text(RuleMatch match, String what, String when) {
    return "rule "
        + match.decision().rule()
        + " "
        + what
        + ": "
        + polygons(match)
        + " "
        + when
        + ", "
        + shown(match.values());
  }

  private static String strange(RuleMatch match, SortedSet<String> values) {
    boolean none = match.decision().outcome() == Outcome.REJECTED;
    return (none ? "no rule is for " : "rule " + match.decision().rule() + " takes anything: ")
        + polygons(match)
        + ", never seen before: "
        + shown(values);
  }

  private static String polygons(RuleMatch match) {
    String polygons = match.polygons() == 1 ? "1 polygon" : match.polygons() + " polygons";
    return match.decision().outcome().isMeasured()
        ? polygons + String.format(Locale.ROOT, " of %.1f km²", SquareKm.fromM2(match.areaM2()))
        : polygons;
  }

  private static String shown(SortedSet<String> values) {
    List<String> some = new ArrayList<>(values.stream().limit(SHOWN_VALUES).toList());
    if (values.size() > SHOWN_VALUES) {
      some.add("and " + (values.size() - SHOWN_VALUES) + " more");
    }
    return String.join(", ", some);
  }
}
