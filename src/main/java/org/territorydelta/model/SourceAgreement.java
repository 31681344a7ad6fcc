package org.territorydelta.model;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

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
   */
  public record Basis(MapState a, MapState b, int comparedDays, List<String> countries) {
    public Basis {
      countries = countries.stream().sorted().toList();
    }
  }

  /**
   * Ground that only one of the sources gives to the side.
   *
   * @param standingDm2 the part that this source gave to the side on every compared day of the
   *     month, and the other on none
   * @param baselineDm2 the part of that in pieces broader than any front is drawn differently: the
   *     sources do not mean the same ground
   */
  public record Only(long areaDm2, long standingDm2, long baselineDm2) {
    public static final Only ZERO = new Only(0, 0, 0);

    public Only {
      if (baselineDm2 < 0 || standingDm2 < baselineDm2 || areaDm2 < standingDm2) {
        throw new IllegalArgumentException(
            "Cannot build what only one source shows: area="
                + areaDm2
                + " dm2, standing="
                + standingDm2
                + ", baseline="
                + baselineDm2
                + ", expected each to be part of the one before");
      }
    }

    /** What is left without the baseline: how differently the front is drawn. */
    public long frontDm2() {
      return areaDm2 - baselineDm2;
    }

    public Only plus(Only other) {
      return new Only(
          areaDm2 + other.areaDm2,
          standingDm2 + other.standingDm2,
          baselineDm2 + other.baselineDm2);
    }
  }

  /** The margins are {@code aDm2} and {@code bDm2}: what each source gives to the side. */
  public record Figures(long inBothDm2, Only onlyA, Only onlyB) {
    public static final Figures ZERO = new Figures(0, Only.ZERO, Only.ZERO);

    public long aDm2() {
      return inBothDm2 + onlyA.areaDm2;
    }

    public long bDm2() {
      return inBothDm2 + onlyB.areaDm2;
    }

    /** Ground in both over ground in either (0..1); none where neither has any. */
    public OptionalDouble jaccard() {
      return share(onlyA.areaDm2, onlyB.areaDm2);
    }

    /** The same with both baselines left out. */
    public OptionalDouble frontJaccard() {
      return share(onlyA.frontDm2(), onlyB.frontDm2());
    }

    private OptionalDouble share(long aOnlyDm2, long bOnlyDm2) {
      long either = inBothDm2 + aOnlyDm2 + bOnlyDm2;
      return either == 0 ? OptionalDouble.empty() : OptionalDouble.of(inBothDm2 / (double) either);
    }

    public Figures plus(Figures other) {
      return new Figures(
          inBothDm2 + other.inBothDm2, onlyA.plus(other.onlyA), onlyB.plus(other.onlyB));
    }
  }

  /** The same told by the other source. */
  public SourceAgreement mirrored() {
    return new SourceAgreement(
        new Key(key.sources.mirrored(), key.side, key.layerSet, key.region, key.day),
        new Basis(basis.b, basis.a, basis.comparedDays, basis.countries),
        new Figures(figures.inBothDm2, figures.onlyB, figures.onlyA));
  }
}
