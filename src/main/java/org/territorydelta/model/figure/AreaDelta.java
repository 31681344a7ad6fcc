package org.territorydelta.model.figure;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.territorydelta.model.map.Denominator;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.RegionFacts;

/**
 * What changed hands for one side in one region over one period, by one source and layer set.
 *
 * @param states the maps the figures come from
 * @param figures none when the period is not covered
 * @param details what else is known of the figures
 */
public record AreaDelta(Key key, States states, Optional<Figures> figures, Details details) {

  /** With figures and nothing else. */
  public AreaDelta(Key key, States states, Optional<Figures> figures) {
    this(key, states, figures, Details.NONE);
  }

  public Optional<NetBand> band() {
    return details.band;
  }

  public Optional<Churn> churn() {
    return details.churn;
  }

  public Optional<Change> noise() {
    return details.noise;
  }

  public FigureBreaks breaks() {
    return details.breaks;
  }

  /** The net less what its breaks moved. */
  public Optional<Long> netWithoutBreaksM2() {
    return figures.map(found -> found.netM2() - details.breaks.netM2());
  }

  /** The same with another band. */
  public AreaDelta with(NetBand other) {
    return new AreaDelta(
        key,
        states,
        figures,
        new Details(
            Optional.of(other), details.churn, details.noise, details.breaks, details.boundM2));
  }

  /**
   * What is known of figures beside them.
   *
   * @param band how far the net may be off; none where there are no figures, for days and weeks,
   *     where a break parts the two maps, and where one is staler on its day than allowed
   * @param churn ground that changed hands more than once; none where that was not looked for
   * @param noise the parts of gained and lost that are redraw noise; none where that was not looked
   *     for
   * @param breaks the breaks of the series that lie in the figures
   * @param boundM2 how far roundings and noding can have moved any of the figures
   */
  public record Details(
      Optional<NetBand> band,
      Optional<Churn> churn,
      Optional<Change> noise,
      FigureBreaks breaks,
      long boundM2) {
    public static final Details NONE =
        new Details(Optional.empty(), Optional.empty(), Optional.empty(), FigureBreaks.NONE, 0);
  }

  /** Which figure it is. */
  public record Key(
      String sourceId, String side, String layerSet, RegionFacts region, Period period) {}

  /**
   * The maps a period opens and closes with.
   *
   * @param opening none where there is no map to open with
   */
  public record States(Coverage coverage, Optional<MapState> opening, Optional<MapState> closing) {}

  /**
   * Ground at one end of a period.
   *
   * @param borderMismatchM2 the part outside the region's own border
   */
  public record Stock(long areaM2, long borderMismatchM2) implements Serializable {
    public static final Stock ZERO = new Stock(0, 0);

    public Stock plus(Stock other) {
      return new Stock(areaM2 + other.areaM2, borderMismatchM2 + other.borderMismatchM2);
    }

    /**
     * Ground over the region's denominator. Of the region's own area only ground inside its border
     * can be a share (0..1); an area stated elsewhere has another border, and all ground counts.
     */
    public OptionalDouble shareOf(RegionFacts region) {
      Denominator whole = region.denominator();
      long counted = whole.isOwnBorder() ? areaM2 - borderMismatchM2 : areaM2;
      return whole.areaM2() == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(counted / (double) whole.areaM2());
    }
  }

  /**
   * Closing against opening, then the sum over every consecutive pair between. Net is not stored:
   * it is {@code closing - opening}, and equals {@code gained - lost} and {@code grossGained -
   * grossLost}.
   *
   * @param change ground gained and lost from end to end
   * @param gross the same summed over the chain of maps
   * @param reclassified the part of {@code change} that the same side held under a status outside
   *     the layer set
   */
  public record Figures(
      Stock opening, Stock closing, Change change, Change gross, Change reclassified) {
    public static final Figures ZERO =
        new Figures(Stock.ZERO, Stock.ZERO, Change.ZERO, Change.ZERO, Change.ZERO);

    public long netM2() {
      return closing.areaM2 - opening.areaM2;
    }

    public long newGroundM2() {
      return change.gainedM2 - reclassified.gainedM2;
    }

    public Figures plus(Figures other) {
      return new Figures(
          opening.plus(other.opening),
          closing.plus(other.closing),
          change.plus(other.change),
          gross.plus(other.gross),
          reclassified.plus(other.reclassified));
    }
  }

  /** Ground that came and ground that went. */
  public record Change(long gainedM2, long lostM2) implements Serializable {
    public static final Change ZERO = new Change(0, 0);

    public Change plus(Change other) {
      return new Change(gainedM2 + other.gainedM2, lostM2 + other.lostM2);
    }
  }

  /**
   * Ground that came into the layer set and left it again, or the other way about, within the
   * period.
   *
   * @param areaM2 each point of it counted once, however often it changed hands
   * @param heldDays days from one change of hands to the next, the mean over such stretches
   *     weighted by their area; none without such ground
   */
  public record Churn(long areaM2, OptionalDouble heldDays) {}
}
