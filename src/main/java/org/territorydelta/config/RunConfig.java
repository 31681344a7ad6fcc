package org.territorydelta.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.claim.StatedArea;
import org.territorydelta.model.figure.Diagonal;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.LayerSet;

/**
 * A whole run, as the config file has it, defaults filled in.
 *
 * @param borderBandKm how far outside a source's scope its ground is still given to the nearest
 *     region of the scope; 0 for a raw overlay
 * @param out where the tables go, empty when the config does not say
 */
public record RunConfig(
    List<Source> sources,
    List<Regions> regions,
    double borderBandKm,
    List<LayerSet> layerSets,
    Periods periods,
    Pieces pieces,
    Limits limits,
    Figures figures,
    SeriesChecks checks,
    Reports reports,
    Display display,
    String out,
    Catalog catalog)
    implements Serializable {

  /** The sources whose terms let their shapes be passed on. */
  public Set<String> showing() {
    return sources.stream()
        .filter(source -> source.profile().licence().redistributeGeometry())
        .map(Source::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * A catalog of Spark SQL that gets a copy of the tables, each as one new snapshot.
   *
   * @param name as Spark's settings {@code spark.sql.catalog.NAME} have it; empty for none
   * @param namespace the tables' namespace in it, its parts joined by dots
   */
  public record Catalog(String name, String namespace) implements Serializable {
    public static final Catalog NONE = new Catalog("", "");
  }

  /**
   * One series of maps.
   *
   * @param path file, folder or glob, as the config has it
   */
  public record Source(String id, String path, SourceProfile profile) implements Serializable {}

  /**
   * One level of regions.
   *
   * @param idProperty property with the region's id
   * @param nameProperty property with its name
   * @param countryProperty property with its country
   */
  public record Regions(
      String path, int level, String idProperty, String nameProperty, String countryProperty)
      implements Serializable {}

  /** What figures are given for. */
  public record Periods(List<PeriodKind> every, List<Period> named) implements Serializable {}

  /**
   * How pieces of changed ground are told.
   *
   * @param noiseWidthMetres what is narrower counts as noise of redrawn lines; 0 for none
   * @param every kinds of period whose pieces are written; those of named periods always are
   */
  public record Pieces(double noiseWidthMetres, List<PeriodKind> every) implements Serializable {}

  /**
   * What is asked for beside the figures themselves.
   *
   * @param bandLagDays by how many days, at most, a period's ends are shifted for the band of a net
   * @param diagonal whether transitions tell of ground that stayed, too
   * @param denominators areas to take shares of in place of regions' own
   */
  public record Figures(
      int bandLagDays, Diagonal diagonal, List<StatedArea> denominators, Weighing weighing)
      implements Serializable {}

  /**
   * How claims are weighed.
   *
   * @param leastDays a claim of a shorter period is not weighed
   * @param staleShare share (0..1) of a claim's period that its maps may be stale without more ado
   * @param spreads how far the nets of two sources lie apart, for sources that the run has no other
   *     of
   */
  public record Weighing(int leastDays, double staleShare, SourceSpreads spreads)
      implements Serializable {}

  /**
   * How much disorder is borne.
   *
   * @param maxStalenessDays how old a map may be on its day for full coverage
   * @param maxRejectedShare share (0..1) of a map's usable ground that may be rejected before the
   *     map is set aside
   * @param maxSetAsideShare share (0..1) of a source's maps that may be set aside
   * @param maxClaimedShare how many times a region's area a claim of ground in it may give
   */
  public record Limits(
      int maxStalenessDays,
      OnBadFile onBadFile,
      double maxRejectedShare,
      double maxSetAsideShare,
      double maxClaimedShare)
      implements Serializable {}

  /**
   * How series are held against each other and looked through for breaks.
   *
   * @param agreementDays on which days two sources are told against each other
   * @param baselineWidthKm how broad ground must be that one source shows through a month and the
   *     other never, to be a baseline of its own and no front drawn differently
   * @param excludedBreaks kinds of break whose maps are left out of all figures
   * @param limits from where on a break is told
   */
  public record SeriesChecks(
      AgreementDays agreementDays,
      double baselineWidthKm,
      Set<BreakKind> excludedBreaks,
      BreakLimits limits)
      implements Serializable {
    public SeriesChecks {
      excludedBreaks = new TreeSet<>(excludedBreaks);
    }
  }

  /**
   * How sources and sides are shown to readers; no figure hangs on it.
   *
   * @param sourceNames by source id; a source without one is shown by its id
   * @param sides those that have a name or a colour of their own
   */
  public record Display(Map<String, String> sourceNames, List<ShownSide> sides)
      implements Serializable {
    public Display {
      sourceNames = new TreeMap<>(sourceNames);
      sides = List.copyOf(sides);
    }
  }

  /**
   * A side as readers see it.
   *
   * @param name empty for its id
   * @param colour {@code #rrggbb}; empty for one of the page's own
   */
  public record ShownSide(String id, String name, String colour) implements Serializable {}

  /**
   * What was said and reported, as files beside the maps; each may be several files or none.
   *
   * @param settlements files of places, by which settlements are counted
   * @param encoding of those files that are not UTF-8; empty for none
   * @param proposals what was read from texts
   */
  public record Reports(
      List<String> claims,
      List<String> events,
      List<String> settlements,
      List<Comparison> comparisons,
      String encoding,
      Proposals proposals)
      implements Serializable {
    /** What stands for the source in the quarantine for rows of claims. */
    public static final String CLAIMS = "claims";

    /** The same for rows of events. */
    public static final String EVENTS = "events";

    /** The same for rows of settlements. */
    public static final String PLACES = "places";

    /** The same for reports as texts. */
    public static final String TEXTS = "reports";

    /** Ids that no source of maps may have. */
    public static final Set<String> RESERVED_IDS = Set.of(CLAIMS, EVENTS, PLACES, TEXTS);

    /** Whether nothing is to be read or compared. */
    public boolean isEmpty() {
      return claims.isEmpty()
          && events.isEmpty()
          && settlements.isEmpty()
          && comparisons.isEmpty()
          && proposals.texts().isEmpty();
    }
  }

  /**
   * Reports as texts, and which of what was read from texts counts.
   *
   * @param texts files, folders or globs
   * @param leastConfidence from which on a row that is only proposed counts; above 1 for none, 0
   *     for all. A row that somebody accepted counts always, one that was refused never
   */
  public record Proposals(List<String> texts, double leastConfidence) implements Serializable {
    /** No texts, and nothing that is only proposed counts. */
    public static final Proposals NONE = new Proposals(List.of(), 2);

    /** Whether a row counts that stands in a file with these words. */
    public boolean accepts(String proposed, String confidence) {
      return switch (proposed) {
        case "", "accepted", "no" -> true;
        case "yes" ->
            confidence.matches("[01](?:\\.\\d{1,6})?")
                && Double.parseDouble(confidence) >= leastConfidence;
        default -> false;
      };
    }
  }

  /** What becomes of a run with an unreadable or undated file. */
  public enum OnBadFile {
    STOP("stop"),
    QUARANTINE("quarantine");

    private final String word;

    OnBadFile(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
