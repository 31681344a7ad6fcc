package org.territorydelta.timeline;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.model.map.SnapshotId;

/**
 * All snapshots of one source in order of their map dates, and which of them speaks for a day.
 *
 * <p>Of several snapshots for one map date the one with the latest file date speaks; of those with
 * the same file date, the one with the latest time, where file dates have a time of day (ties:
 * content hash, then path). One whose content equals that of the revision before it is a duplicate
 * and is recorded once, under the file that showed it first. Content that comes back on the same
 * file date, after another, is recorded once, too, under the last file that showed it.
 */
public final class SourceTimeline implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * A snapshot on record.
   *
   * @param current whether it speaks for its map date
   */
  public record Recorded(SnapshotFacts facts, boolean current) implements Serializable {}

  private final String sourceId;
  private final List<SnapshotFacts> known = new ArrayList<>();
  private final List<Recorded> recorded = new ArrayList<>();
  private final TreeMap<LocalDate, SnapshotFacts> current = new TreeMap<>();
  private final TreeMap<String, FileRole> roles = new TreeMap<>();

  private SourceTimeline(String sourceId) {
    this.sourceId = sourceId;
  }

  /** The timeline of whatever was read of a source, in any order. */
  public static SourceTimeline of(String sourceId, Collection<SnapshotFacts> read) {
    var timeline = new SourceTimeline(sourceId);
    SortedMap<LocalDate, List<SnapshotFacts>> byMapDate = new TreeMap<>();
    for (SnapshotFacts facts : read.stream().sorted(SnapshotFacts.REVISION_ORDER).toList()) {
      byMapDate.computeIfAbsent(facts.id().mapDate(), day -> new ArrayList<>()).add(facts);
    }
    byMapDate.values().forEach(timeline::addRevisions);
    return timeline;
  }

  /**
   * The timeline as if some of its snapshots had never been published: an earlier revision speaks
   * in their place, or no map of that day. Their files are named as excluded, unless other maps of
   * them are used.
   */
  public SourceTimeline without(Collection<SnapshotId> excluded) {
    List<SnapshotFacts> kept = known(facts -> !excluded.contains(facts.id()));
    SourceTimeline timeline = of(sourceId, kept);
    roles.forEach(timeline.roles::putIfAbsent);
    for (Recorded snapshot : recorded) {
      SnapshotFacts facts = snapshot.facts();
      boolean shown = kept.stream().anyMatch(other -> other.path().equals(facts.path()));
      if (excluded.contains(facts.id()) && !shown) {
        timeline.roles.put(facts.path(), FileRole.EXCLUDED);
      }
    }
    return timeline;
  }

  private void addRevisions(List<SnapshotFacts> sameDay) {
    List<SnapshotFacts> revisions = new ArrayList<>();
    for (SnapshotFacts facts : sameDay) {
      boolean known =
          !revisions.isEmpty()
              && last(revisions).id().contentHash().equals(facts.id().contentHash());
      if (known) {
        roles.putIfAbsent(facts.path(), FileRole.DUPLICATE);
      } else {
        revisions.add(facts);
      }
    }
    known.addAll(revisions);
    SnapshotFacts speaking = last(revisions);
    // A snapshot is known by its id, which has no time of day; the later of two has the id.
    Map<SnapshotId, SnapshotFacts> byId = new LinkedHashMap<>();
    revisions.forEach(revision -> byId.put(revision.id(), revision));
    for (SnapshotFacts revision : revisions) {
      boolean speaks = revision == speaking;
      boolean onRecord = byId.get(revision.id()) == revision;
      if (onRecord) {
        recorded.add(new Recorded(revision, speaks));
      }
      FileRole role = speaks ? FileRole.USED : onRecord ? FileRole.SUPERSEDED : FileRole.DUPLICATE;
      roles.merge(revision.path(), role, SourceTimeline::stronger);
    }
    current.put(speaking.id().mapDate(), speaking);
  }

  private static SnapshotFacts last(List<SnapshotFacts> revisions) {
    return revisions.get(revisions.size() - 1);
  }

  /** A file with several maps is what its most useful one is. */
  private static FileRole stronger(FileRole a, FileRole b) {
    if (a == FileRole.USED || b == FileRole.USED) {
      return FileRole.USED;
    }
    return a == FileRole.SUPERSEDED || b == FileRole.SUPERSEDED
        ? FileRole.SUPERSEDED
        : FileRole.DUPLICATE;
  }

  /** The timeline as it was known at the end of a day: of the files dated up to it. */
  public SourceTimeline asKnownAt(LocalDate day) {
    return of(sourceId, known(facts -> !facts.id().fileDate().isAfter(day)));
  }

  /**
   * The timeline as it was known at an instant. A file whose date has no time of day counts as
   * known when that day is over in UTC.
   */
  public SourceTimeline asKnownAt(Instant instant) {
    return of(sourceId, known(facts -> !knownFrom(facts).isAfter(instant)));
  }

  private static Instant knownFrom(SnapshotFacts facts) {
    return facts
        .fileTime()
        .orElseGet(
            () -> facts.id().fileDate().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private List<SnapshotFacts> known(Predicate<SnapshotFacts> wanted) {
    return known.stream().filter(wanted).toList();
  }

  public String sourceId() {
    return sourceId;
  }

  public boolean isEmpty() {
    return current.isEmpty();
  }

  /** Every distinct snapshot, by map date and revision. */
  public List<Recorded> recorded() {
    return List.copyOf(recorded);
  }

  /** The snapshots that speak for their map dates, in order. */
  public List<SnapshotFacts> current() {
    return List.copyOf(current.values());
  }

  /** The same by map date, by what they are called. */
  public SortedMap<LocalDate, SnapshotId> currentIds() {
    SortedMap<LocalDate, SnapshotId> ids = new TreeMap<>();
    current.forEach((mapDate, facts) -> ids.put(mapDate, facts.id()));
    return ids;
  }

  /** What each file is to the run, by path. */
  public Map<String, FileRole> roles() {
    return new TreeMap<>(roles);
  }

  public LocalDate firstMapDate() {
    return current.firstKey();
  }

  public LocalDate lastMapDate() {
    return current.lastKey();
  }

  /** The state at the end of a day: the snapshot with the latest map date up to it. */
  public Optional<SnapshotFacts> asOf(LocalDate day) {
    return Optional.ofNullable(current.floorEntry(day)).map(Map.Entry::getValue);
  }

  /**
   * The day of the map that may stand for a day in a figure: one not staler than allowed, and none
   * after the last map, when nothing is known.
   */
  public Optional<LocalDate> standing(LocalDate day, int maxStalenessDays) {
    return asOf(day)
        .map(facts -> facts.id().mapDate())
        .filter(mapDate -> !day.isAfter(lastMapDate()))
        .filter(mapDate -> !mapDate.plusDays(maxStalenessDays).isBefore(day));
  }

  /** The first snapshot from a day on. */
  Optional<SnapshotFacts> firstFrom(LocalDate day) {
    return Optional.ofNullable(current.ceilingEntry(day)).map(Map.Entry::getValue);
  }

  /** Current map dates from one to another, both included. */
  public List<LocalDate> mapDates(LocalDate from, LocalDate to) {
    NavigableMap<LocalDate, SnapshotFacts> chain = current.subMap(from, true, to, true);
    return List.copyOf(chain.keySet());
  }
}
