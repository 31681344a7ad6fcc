package org.territorydelta.model.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.territorydelta.model.map.MapState;
import org.territorydelta.model.map.RegionFacts;

/** How far two sources agree on one side's ground in one region at the end of one day. */
public record SourceAgreement(Key key, Basis basis, Figures figures) {

  /** Which figure it is. */
  public record Key(
      SourcePair sources, String side, String layerSet, RegionFacts region, LocalDate day) {}

  /**
   * What is compared.
   *
   * @param a the map of the first source that stands for the day
   * @param b that of the second
   * @param comparedDays days of the month on which both sources have such a map: how much "the
   *     whole month" stands for
   * @param countries to which the comparison is limited, sorted; none for no limit
   * @param boundM2 how far roundings and noding can have moved the figures, all regions together
   */
  public record Basis(
      MapState a, MapState b, int comparedDays, List<String> countries, long boundM2) {
    public Basis {
      countries = countries.stream().sorted().toList();
    }
  }

  /**
   * Ground that only one of the sources gives to the side.
   *
   * @param standingM2 the part that this source gave to the side on every compared day of the
   *     month, and the other on none
   * @param baselineM2 the part of that in pieces broader than any front is drawn differently: the
   *     sources do not mean the same ground
   */
  public record Only(long areaM2, long standingM2, long baselineM2) {
    public static final Only ZERO = new Only(0, 0, 0);

    public Only {
      if (baselineM2 < 0 || standingM2 < baselineM2 || areaM2 < standingM2) {
        throw new IllegalArgumentException(
            "Cannot build what only one source shows: area="
                + areaM2
                + " m2, standing="
                + standingM2
                + ", baseline="
                + baselineM2
                + ", expected each to be part of the one before");
      }
    }

    /** What is left without the baseline: how differently the front is drawn. */
    public long frontM2() {
      return areaM2 - baselineM2;
    }

    public Only plus(Only other) {
      return new Only(
          areaM2 + other.areaM2, standingM2 + other.standingM2, baselineM2 + other.baselineM2);
    }
  }

  /** The margins are {@code aM2} and {@code bM2}: what each source gives to the side. */
  public record Figures(long inBothM2, Only onlyA, Only onlyB) {
    public static final Figures ZERO = new Figures(0, Only.ZERO, Only.ZERO);

    public long aM2() {
      return inBothM2 + onlyA.areaM2;
    }

    public long bM2() {
      return inBothM2 + onlyB.areaM2;
    }

    /** Ground in both over ground in either (0..1); none where neither has any. */
    public OptionalDouble jaccard() {
      return share(onlyA.areaM2, onlyB.areaM2);
    }

    /** The same with both baselines left out. */
    public OptionalDouble frontJaccard() {
      return share(onlyA.frontM2(), onlyB.frontM2());
    }

    private OptionalDouble share(long aOnlyM2, long bOnlyM2) {
      long either = inBothM2 + aOnlyM2 + bOnlyM2;
      return either == 0 ? OptionalDouble.empty() : OptionalDouble.of(inBothM2 / (double) either);
    }

    public Figures plus(Figures other) {
      return new Figures(
          inBothM2 + other.inBothM2, onlyA.plus(other.onlyA), onlyB.plus(other.onlyB));
    }
  }

  /** The same told by the other source. */
  public SourceAgreement mirrored() {
    return new SourceAgreement(
        new Key(key.sources.mirrored(), key.side, key.layerSet, key.region, key.day),
        new Basis(basis.b, basis.a, basis.comparedDays, basis.countries, basis.boundM2),
        new Figures(figures.inBothM2, figures.onlyB, figures.onlyA));
  }
}
