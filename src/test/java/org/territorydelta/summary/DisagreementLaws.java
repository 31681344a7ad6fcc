package org.territorydelta.summary;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.territorydelta.model.Violation;
import org.territorydelta.model.agreement.DisagreementPolygon;
import org.territorydelta.model.agreement.SourceAgreement;
import org.territorydelta.model.agreement.SourceAgreement.Only;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.RegionId;

/**
 * The laws of {@code disagreement_polygon}: its pieces together are what {@code source_agreement}
 * says of the same day.
 */
public final class DisagreementLaws {
  /** What one source alone gives to a side at the end of one day. */
  private record Figure(
      SourcePair sources, String side, String layerSet, LocalDate day, String shownBy) {
    @Override
    public String toString() {
      return sources + " " + side + " " + layerSet + " " + day + " by " + shownBy;
    }
  }

  private record Sum(long areaM2, long standingM2) {
    Sum plus(DisagreementPolygon polygon) {
      return new Sum(areaM2 + polygon.areaM2(), standingM2 + polygon.standingM2());
    }
  }

  private static final Sum NONE = new Sum(0, 0);

  private DisagreementLaws() {}

  /** What breaks a law; nothing when all hold. */
  public static List<Violation> check(
      Collection<DisagreementPolygon> polygons, Collection<SourceAgreement> rows) {
    var findings = new Findings("disagreement_polygon");
    Map<Figure, Map<RegionId, Sum>> sums = new HashMap<>();
    for (DisagreementPolygon polygon : polygons) {
      DisagreementPolygon.Key key = polygon.key();
      var figure =
          new Figure(
              key.sources(), key.side(), key.layerSet(), key.day(), polygon.place().shownBy());
      String name = figure + " " + polygon.place();
      findings.unique(name);
      findings.atMostKm2(name, "what stands is part of it", polygon.standingM2(), polygon.areaM2());
      Map<RegionId, Sum> regions = sums.computeIfAbsent(figure, f -> new HashMap<>());
      add(regions, RegionId.ALL, polygon);
      for (Cell.Membership membership : polygon.place().cell().memberships()) {
        add(regions, membership.region(), polygon);
      }
    }
    agreement(findings, sums, rows);
    return findings.violations();
  }

  private static void add(
      Map<RegionId, Sum> regions, RegionId region, DisagreementPolygon polygon) {
    regions.put(region, regions.getOrDefault(region, NONE).plus(polygon));
  }

  private static void agreement(
      Findings findings, Map<Figure, Map<RegionId, Sum>> sums, Collection<SourceAgreement> rows) {
    for (SourceAgreement row : rows) {
      SourceAgreement.Key key = row.key();
      for (boolean ofA : new boolean[] {true, false}) {
        long bound = row.basis().boundM2();
        String shownBy = ofA ? key.sources().a() : key.sources().b();
        Only only = ofA ? row.figures().onlyA() : row.figures().onlyB();
        var figure = new Figure(key.sources(), key.side(), key.layerSet(), key.day(), shownBy);
        Map<RegionId, Sum> regions = sums.get(figure);
        // Cells are closed with the stocks one by one; the whole has as many roundings.
        RegionId region = key.region().id();
        if (regions != null && !region.isUnassigned() && region.level() != 0) {
          Sum sum = regions.getOrDefault(region, NONE);
          near(findings, figure + " " + region, "area", sum.areaM2, only.areaM2(), bound);
          near(
              findings,
              figure + " " + region,
              "standing",
              sum.standingM2,
              only.standingM2(),
              bound);
        }
      }
    }
  }

  private static void near(
      Findings findings, String name, String what, long piecesM2, long rowM2, long boundM2) {
    findings.atMostKm2(
        name,
        "the pieces' " + what + " is what source_agreement says",
        Math.abs(piecesM2 - rowM2),
        boundM2);
  }
}
