package org.territorydelta.normalise;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RejectionReason;

/**
 * Reads events, one row each: {@code event_id, date, region_id, kind, value} (or {@code value_low,
 * value_high}), {@code unit, qualifier, claimant, verified, detail, source_url}. Kinds and units
 * are open vocabularies.
 */
public final class EventReader extends ReportReader<ReportEvent> {
  private static final String KIND = "[a-z][a-z0-9-]*";

  public EventReader(Collection<RegionFacts> regions) {
    this(regions, RunConfig.Proposals.NONE);
  }

  /**
   * @param proposals which rows count that are only proposed
   */
  public EventReader(Collection<RegionFacts> regions, RunConfig.Proposals proposals) {
    super(RunConfig.Reports.EVENTS, regions, proposals);
  }

  @Override
  List<List<String>> neededColumns() {
    return List.of(
        List.of("event_id"),
        List.of("date", "day"),
        List.of("region_id", "region"),
        List.of("kind"),
        List.of("claimant", "publisher"));
  }

  @Override
  String id(ReportEvent event) {
    return event.id();
  }

  @Override
  Optional<ReportEvent> value(RowJudge row) {
    String id = row.text("event_id");
    Optional<LocalDate> day = row.date("date", "day");
    Optional<RegionFacts> region = row.region(regions());
    Optional<String> kind = row.neededWord("kind", RejectionReason.UNKNOWN_WORD, EventReader::kind);
    Optional<ReportEvent.Value> value = row.statedValue().map(stated -> value(row, stated));
    var report =
        new ReportEvent.Report(
            row.text("claimant", "publisher"),
            row.flag("verified"),
            row.optionalText("detail").orElse(""),
            row.optionalText("source_url", "where_published").orElse(""));
    if (day.isEmpty() || region.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new ReportEvent(id, day.get(), region.get(), kind.get(), value, report));
  }

  private static String kind(String text) {
    String kind = RowJudge.oneSpelling(text, "-");
    if (!kind.matches(KIND)) {
      throw new IllegalArgumentException("text='" + text + "', expected " + KIND);
    }
    return kind;
  }

  private static ReportEvent.Value value(RowJudge row, StatedValue stated) {
    if (stated.isNegative()) {
      row.fault(RejectionReason.NEGATIVE_VALUE, "value='" + stated + "'");
    }
    return new ReportEvent.Value(stated, row.text("unit"), row.qualifier());
  }
}
