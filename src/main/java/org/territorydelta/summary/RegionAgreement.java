package org.territorydelta.summary;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.territorydelta.model.LawBrokenException;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.agreement.SourceAgreement;
import org.territorydelta.model.agreement.SourceAgreement.Figures;
import org.territorydelta.model.agreement.SourceAgreement.Only;
import org.territorydelta.model.figure.AreaDelta.Change;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.model.map.SideLayer;

/**
 * How far two sources agree in one region, by side, layer set and day. What each source gives to
 * the side is the stock that its other tables have, to the last square metre; the few roundings by
 * which the measured difference and the two stocks are apart go into the difference, cell by cell.
 * The agreement in a region is the sum of that in its cells, in any order.
 *
 * <p>Swapping the sources swaps the figures and changes nothing else.
 */
public final class RegionAgreement implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int MEASURES = 7;

  /** By layer and measure, then by place of the day in the frame. */
  private final TreeMap<SideLayer, long[][]> sums = new TreeMap<>();

  private RegionAgreement() {}

  /** Of no ground. */
  public static RegionAgreement none() {
    return new RegionAgreement();
  }

  /**
   * @param found everything that was found in the cell
   * @throws LawBrokenException when what differs and what each source shows contradict each other
   *     by more than roundings
   */
  public static RegionAgreement ofCell(AgreementFrame frame, Cell cell, CellDifferences found) {
    var agreement = new RegionAgreement();
    for (SideLayer layer : frame.layers()) {
      long[][] measures = agreement.measures(layer, frame.days().size());
      for (int at = 0; at < frame.days().size(); at++) {
        put(measures, at, figures(frame, frame.days().get(at), layer, cell, found));
      }
    }
    return agreement;
  }

  private static Figures figures(
      AgreementFrame frame,
      AgreementFrame.Day told,
      SideLayer layer,
      Cell cell,
      CellDifferences found) {
    String a = frame.a().sourceId();
    String b = frame.b().sourceId();
    long ofA = found.shownM2(a, layer, frame.a().position(told.day().mapDateA()));
    long ofB = found.shownM2(b, layer, frame.b().position(told.day().mapDateB()));
    Change toB = LayerFlows.change(layer, found.flowsM2(told.day().day()));
    long byMeasureA = ofA - toB.lostM2();
    long byMeasureB = ofB - toB.gainedM2();
    long inBoth = Math.max(0, Math.min(Math.min(ofA, ofB), Math.min(byMeasureA, byMeasureB)));
    long moved = Math.max(Math.abs(byMeasureA - inBoth), Math.abs(byMeasureB - inBoth));
    if (moved > told.boundM2()) {
      throw new LawBrokenException(
          String.format(
              Locale.ROOT,
              "Cannot compare %s with %s on %s in %s: what differs and what each shows are %s km² apart, expected at most %s",
              a,
              b,
              told.day().day(),
              cell.memberships(),
              SquareKm.fromM2(moved),
              SquareKm.fromM2(told.boundM2())),
          List.of(
              new LawBrokenException.OfMap(a, told.day().mapDateA()),
              new LawBrokenException.OfMap(b, told.day().mapDateB())));
    }
    YearMonth month = YearMonth.from(told.day().day());
    return new Figures(
        inBoth,
        only(ofA - inBoth, found.standing(month, a, layer)),
        only(ofB - inBoth, found.standing(month, b, layer)));
  }

  private static Only only(long areaM2, CellDifferences.Standing found) {
    long standing = Math.min(areaM2, found.areaM2());
    return new Only(areaM2, standing, Math.min(standing, found.baselineM2()));
  }

  public RegionAgreement add(RegionAgreement other) {
    for (Map.Entry<SideLayer, long[][]> entry : other.sums.entrySet()) {
      long[][] more = entry.getValue();
      long[][] mine = measures(entry.getKey(), more[0].length);
      for (int i = 0; i < MEASURES; i++) {
        for (int at = 0; at < more[i].length; at++) {
          mine[i][at] += more[i][at];
        }
      }
    }
    return this;
  }

  private long[][] measures(SideLayer layer, int days) {
    return sums.computeIfAbsent(layer, key -> new long[MEASURES][days]);
  }

  private static void put(long[][] measures, int at, Figures figures) {
    long[] values = {
      figures.inBothM2(),
      figures.onlyA().areaM2(),
      figures.onlyA().standingM2(),
      figures.onlyA().baselineM2(),
      figures.onlyB().areaM2(),
      figures.onlyB().standingM2(),
      figures.onlyB().baselineM2()
    };
    for (int i = 0; i < MEASURES; i++) {
      measures[i][at] = values[i];
    }
  }

  private static Figures at(long[][] measures, int at) {
    return new Figures(
        measures[0][at],
        new Only(measures[1][at], measures[2][at], measures[3][at]),
        new Only(measures[4][at], measures[5][at], measures[6][at]));
  }

  /**
   * Rows for every day that is told, of every side and layer set to which either source ever gives
   * ground in the region; the whole always has them.
   */
  public List<SourceAgreement> rows(AgreementFrame frame, RegionId region) {
    List<SourceAgreement> rows = new ArrayList<>();
    int days = frame.days().size();
    for (SideLayer layer : frame.layers()) {
      long[][] measures = sums.getOrDefault(layer, new long[MEASURES][days]);
      boolean shown = region.equals(RegionId.ALL);
      List<SourceAgreement> ofLayer = new ArrayList<>();
      for (int at = 0; at < days; at++) {
        Figures figures = at(measures, at);
        shown |= figures.aM2() > 0 || figures.bM2() > 0;
        ofLayer.add(row(frame, frame.days().get(at), layer, region, figures));
      }
      if (shown) {
        rows.addAll(ofLayer);
      }
    }
    return rows;
  }

  private static SourceAgreement row(
      AgreementFrame frame,
      AgreementFrame.Day told,
      SideLayer layer,
      RegionId region,
      Figures figures) {
    return new SourceAgreement(
        new SourceAgreement.Key(
            frame.sources(),
            layer.side(),
            layer.layerSet().name(),
            frame.regions().facts(region),
            told.day().day()),
        new SourceAgreement.Basis(
            told.day().stateA(),
            told.day().stateB(),
            told.comparedDays(),
            List.copyOf(frame.scope().countries()),
            told.boundM2()),
        figures);
  }
}
