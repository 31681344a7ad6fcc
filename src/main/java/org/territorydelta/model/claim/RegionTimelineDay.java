package org.territorydelta.model.claim;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.map.RegionFacts;

/**
 * One day of one region: what its maps show to have changed, what was claimed that day, and what
 * was reported.
 *
 * @param changes by source, side and layer set
 * @param claims stated on that day
 */
public record RegionTimelineDay(
    RegionFacts region,
    LocalDate day,
    List<AreaChange> changes,
    List<ClaimLine> claims,
    List<EventLine> events)
    implements Serializable {

  /**
   * What one side gained and lost by the map of that day against the map before it.
   *
   * @param openingMapDate of the map before; where it is not the day before, the change may have
   *     come on any day between
   */
  public record AreaChange(
      String sourceId,
      String side,
      String layerSet,
      LocalDate openingMapDate,
      AreaDelta.Change change)
      implements Serializable {}

  /** A claim in short. */
  public record ClaimLine(String claimId, String claimant, String side, Claim.Amount amount)
      implements Serializable {
    public static ClaimLine of(Claim claim) {
      return new ClaimLine(
          claim.key().id(), claim.statement().claimant(), claim.subject().side(), claim.amount());
    }
  }

  /** An event in short. */
  public record EventLine(
      String eventId,
      String kind,
      String claimant,
      boolean verified,
      Optional<ReportEvent.Value> value)
      implements Serializable {
    public static EventLine of(ReportEvent event) {
      return new EventLine(
          event.id(),
          event.kind(),
          event.report().claimant(),
          event.report().verified(),
          event.value());
    }
  }

  public RegionTimelineDay {
    changes = List.copyOf(changes);
    claims = List.copyOf(claims);
    events = List.copyOf(events);
  }
}
