package org.territorydelta.spark;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.territorydelta.change.SourceComparer;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.model.breaks.SeriesBreak;
import org.territorydelta.model.map.SnapshotId;
import org.territorydelta.spark.SummaryStage.SourceOutcome;
import org.territorydelta.summary.AgreementFrame;
import org.territorydelta.summary.SeriesBreaks;
import org.territorydelta.summary.SummaryFrame;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.PiecePeriods;
import org.territorydelta.timeline.SourceTimeline;

/**
 * What is found out from the maps of a run: each source by itself, then every two against each
 * other. Where the config leaves out the maps of some breaks, the series is compared whole to find
 * them, and then once more without.
 */
final class Comparison implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);

  private final JavaSparkContext context;
  private final RunConfig config;
  private final Fingerprints prints;
  private final MapReading reading;
  private final PreparedRegions regions;
  private final ReportStage reports;
  private final Deque<Kept> kept = new ArrayDeque<>();

  /** Something stored that is given back in the end. */
  private interface Kept {
    void close();
  }

  /**
   * All there is to write.
   *
   * @param sources without the maps that are left out
   * @param breaks of the whole series
   * @param regions ledgers of all regions
   * @param pieces rows of {@code change_polygon}
   * @param reports what was found out for the reports
   * @param agreement how far every two sources agree
   * @param leaving what the next run may use
   */
  record Result(
      List<SourceMaps> sources,
      List<SourceOutcome> outcomes,
      List<SeriesBreak> breaks,
      RegionStage regions,
      JavaRDD<Row> pieces,
      ReportRows reports,
      Agreement agreement,
      JavaRDD<SourceChanges> leaving) {
    List<SourceTimeline> timelines() {
      return sources.stream().map(SourceMaps::timeline).toList();
    }
  }

  /**
   * How far every two sources agree.
   *
   * @param rows of {@code source_agreement}
   * @param found every month
   * @param months in which two sources were held against each other
   * @param reused how many of them a former run had looked through
   * @param days how their days went
   */
  record Agreement(
      JavaRDD<Row> rows,
      JavaRDD<SourceDifferences> found,
      long months,
      long reused,
      SourceComparer.Counts days) {
    /** Rows of {@code disagreement_polygon}. */
    JavaRDD<Row> polygons() {
      return found.flatMap(
          some ->
              some.months().values().stream()
                  .flatMap(month -> month.polygons().stream())
                  .iterator());
    }
  }

  /**
   * One way through the maps of every source.
   *
   * @param fresh by source, names of what this run found out
   * @param wanted by source, names of what rows are made of
   * @param made what this run found out
   * @param found all findings, each once
   */
  private record Round(
      List<SourceMaps> sources,
      ComparisonPlan plan,
      Map<String, FindingKeys> fresh,
      Map<String, FindingKeys> wanted,
      JavaRDD<SourceChanges> made,
      JavaRDD<SourceChanges> found,
      SummaryStage summary) {}

  Comparison(
      JavaSparkContext context,
      RunConfig config,
      Fingerprints prints,
      MapReading reading,
      PreparedRegions regions,
      ReportStage reports) {
    this.context = context;
    this.config = config;
    this.prints = prints;
    this.reading = reading;
    this.regions = regions;
    this.reports = reports;
  }

  /**
   * Compares what no former run has compared.
   *
   * @return nothing, if a file turned out not to hold what the former run read from it
   */
  Optional<Result> of(List<SourceMaps> sources) throws IOException {
    ComparisonPlan plan = plan(sources);
    if (!reading.readAgain(plan.files())) {
      return Optional.empty();
    }
    Round round = round(sources, plan, Optional.empty());
    Map<String, List<SeriesBreak>> breaks = breaks(round);
    if (breaks.values().stream().flatMap(List::stream).anyMatch(SeriesBreak::excluded)) {
      Optional<Round> reduced = without(round, breaks);
      if (reduced.isEmpty()) {
        return Optional.empty();
      }
      round = reduced.get();
    }
    Optional<Agreement> agreement = agreement(round);
    if (agreement.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(result(round, breaks, agreement.get()));
  }

  /** Of every source's whole series, those that are to be left out marked so. */
  private Map<String, List<SeriesBreak>> breaks(Round round) {
    Map<String, List<SeriesBreak>> vocabulary = new TreeMap<>();
    round.sources.forEach(
        source -> vocabulary.put(source.source().id(), List.copyOf(source.rules().breaks())));
    Map<String, List<SeriesBreak>> breaks = new TreeMap<>();
    round
        .summary
        .breaks(vocabulary)
        .forEach(
            (id, found) ->
                breaks.put(id, SeriesBreaks.marked(found, config.checks().excludedBreaks())));
    return breaks;
  }

  private Result result(Round round, Map<String, List<SeriesBreak>> breaks, Agreement agreement) {
    context.sc().setJobDescription("summing up regions");
    RegionStage ledgers = round.summary.regions(breaks);
    kept.push(ledgers::close);
    return new Result(
        round.sources,
        round.summary.outcomes(breaks, round.fresh),
        breaks.values().stream().flatMap(List::stream).toList(),
        ledgers,
        round.summary.pieces(),
        new ReportRows(context, round.found, round.plan.keys(), round.plan.reports()),
        agreement,
        round.found);
  }

  private ComparisonPlan plan(List<SourceMaps> sources) {
    return ComparisonPlan.of(sources, reading.reuse(), periods(), reports.needs(sources));
  }

  /**
   * @param before the way through the whole series, if some maps are left out now
   */
  private Round round(List<SourceMaps> sources, ComparisonPlan plan, Optional<Round> before) {
    context.sc().setJobDescription("comparing maps");
    Map<String, FindingKeys> fresh = together(plan.fresh(), before.map(Round::fresh));
    Map<String, FindingKeys> wanted = together(plan.wanted(), before.map(Round::wanted));
    JavaRDD<SourceChanges> made = made(plan);
    if (before.isPresent()) {
      made = made.union(without(before.get().made, plan.fresh()));
    }
    Map<String, FindingKeys> former = new HashMap<>();
    wanted.forEach(
        (id, names) ->
            former.put(id, names.copy().removeAll(fresh.getOrDefault(id, FindingKeys.none()))));
    JavaRDD<SourceChanges> found = keep(made.union(reading.reuse().changes(context, former)));
    var summary = new SummaryStage(context, found, inputs(sources, plan));
    kept.push(summary::close);
    return new Round(sources, plan, fresh, wanted, made, found, summary);
  }

  private static Map<String, FindingKeys> together(
      Map<String, FindingKeys> now, Optional<Map<String, FindingKeys>> before) {
    Map<String, FindingKeys> all = new HashMap<>();
    now.forEach((id, names) -> all.put(id, names.copy()));
    before.ifPresent(
        then -> then.forEach((id, names) -> all.merge(id, names.copy(), FindingKeys::addAll)));
    return all;
  }

  /** What was found out before and is not found out again. */
  private JavaRDD<SourceChanges> without(
      JavaRDD<SourceChanges> before, Map<String, FindingKeys> again) {
    var names = context.broadcast(new HashMap<>(again));
    return before.map(
        found -> found.without(names.value().getOrDefault(found.sourceId(), FindingKeys.none())));
  }

  private JavaRDD<SourceChanges> made(ComparisonPlan plan) {
    return keep(
        ChangeStage.compare(
            context,
            reading.files(),
            new ChangeStage.Shared(
                plan.units(),
                new HashMap<>(regions.indexes()),
                plan.maps(),
                regions.pieces(),
                regions.blocks(),
                plan.reports())));
  }

  private <T> JavaRDD<T> keep(JavaRDD<T> rdd) {
    JavaRDD<T> stored = rdd.persist(StorageLevel.MEMORY_AND_DISK());
    kept.push(stored::unpersist);
    return stored;
  }

  private Optional<Round> without(Round whole, Map<String, List<SeriesBreak>> breaks) {
    List<SourceMaps> sources = new ArrayList<>();
    for (SourceMaps source : whole.sources) {
      List<SeriesBreak> own = breaks.get(source.source().id());
      SortedSet<SnapshotId> excluded = SeriesBreaks.excluded(source.timeline(), own);
      if (!excluded.isEmpty()) {
        LOG.info(
            "Leaving out {} of source {}: their series breaks there (exclude-breaks)",
            excluded.size() == 1 ? "1 map" : excluded.size() + " maps",
            source.source().id());
      }
      sources.add(excluded.isEmpty() ? source : source.without(excluded));
    }
    ComparisonPlan plan = plan(sources).without(whole.plan);
    if (!reading.readAgain(plan.files())) {
      return Optional.empty();
    }
    return Optional.of(round(sources, plan, Optional.of(whole)));
  }

  /** Nothing, if a file turned out not to hold what the former run read from it. */
  private Optional<Agreement> agreement(Round round) {
    if (regions.pairs().isEmpty()) {
      return Optional.of(
          new Agreement(
              context.parallelize(List.of(), 1),
              context.parallelize(List.of(), 1),
              0,
              0,
              SourceComparer.Counts.ZERO));
    }
    AgreementPlan plan =
        AgreementPlan.of(
            round.sources,
            regions.pairs().keySet(),
            reading.reuse().maps(),
            config.checks().agreementDays(),
            config.limits().maxStalenessDays());
    Map<SourcePair, Set<String>> known = new TreeMap<>();
    for (SourcePair pair : regions.pairs().keySet()) {
      Set<String> months = reading.reuse().months(pair, config.checks().baselineWidthKm());
      months.retainAll(plan.keys(pair));
      known.put(pair, months);
    }
    var units = new ArrayList<>(plan.missing(known));
    Set<String> files =
        units.stream()
            .flatMap(unit -> unit.snapshots().stream())
            .map(id -> MapReading.place(id.sourceId(), round.plan.maps().get(id).facts().path()))
            .collect(Collectors.toSet());
    if (!reading.readAgain(files)) {
      return Optional.empty();
    }
    context.sc().setJobDescription("holding sources against each other");
    JavaRDD<SourceDifferences> compared =
        AgreementStage.compare(
            context,
            reading.files(),
            new AgreementStage.Shared(
                units, new TreeMap<>(regions.pairs()), new HashSet<>(config.showing())),
            round.plan.maps());
    JavaRDD<SourceDifferences> found =
        keep(compared.union(reading.reuse().differences(context, known)));
    List<AgreementStage.MonthFacts> facts = AgreementStage.facts(found);
    SourceComparer.Counts days =
        facts.stream()
            .map(AgreementStage.MonthFacts::counts)
            .reduce(SourceComparer.Counts.ZERO, SourceComparer.Counts::plus);
    long months = plan.months().values().stream().mapToLong(List::size).sum();
    return Optional.of(
        new Agreement(
            AgreementStage.rows(
                context, found, round.summary.cells(), frames(plan, facts, round.summary)),
            found,
            months,
            months - units.size(),
            days));
  }

  private TreeMap<SourcePair, AgreementFrame> frames(
      AgreementPlan plan, List<AgreementStage.MonthFacts> facts, SummaryStage summary) {
    var frames = new TreeMap<SourcePair, AgreementFrame>();
    regions
        .pairs()
        .forEach(
            (pair, by) -> {
              Map<YearMonth, Long> bounds =
                  facts.stream()
                      .filter(month -> month.sources().equals(pair))
                      .collect(
                          Collectors.toMap(
                              AgreementStage.MonthFacts::month,
                              AgreementStage.MonthFacts::boundM2));
              frames.put(
                  pair,
                  AgreementFrame.of(
                      regions.tree(),
                      by.scope(),
                      by.layers(),
                      summary.maps().get(pair.a()),
                      summary.maps().get(pair.b()),
                      plan.months().get(pair).stream().map(AgreementPlan.MonthUnit::month).toList(),
                      bounds));
            });
    return frames;
  }

  private SummaryStage.Inputs inputs(List<SourceMaps> sources, ComparisonPlan plan) {
    Map<String, SourceTimeline> timelines = new TreeMap<>();
    var scopes = new HashMap<String, TreeSet<String>>();
    for (SourceMaps source : sources) {
      timelines.put(source.source().id(), source.timeline());
      // Without a band a border that is drawn otherwise and ground that is misplaced look alike.
      scopes.put(
          source.source().id(),
          config.borderBandKm() > 0
              ? new TreeSet<>(source.source().profile().scope())
              : new TreeSet<>());
    }
    return new SummaryStage.Inputs(
        timelines,
        plan.keys(),
        new SummaryFrame(
            regions.tree(),
            config.layerSets(),
            calendar(),
            config.limits().maxStalenessDays(),
            new SummaryFrame.Options(config.figures().bandLagDays(), config.figures().diagonal())),
        scopes,
        config.checks().limits(),
        periods().pieces());
  }

  private PeriodCalendar calendar() {
    return new PeriodCalendar(config.periods().every(), config.periods().named());
  }

  private ComparisonPlan.Periods periods() {
    return new ComparisonPlan.Periods(
        calendar(),
        new PiecePeriods(Set.copyOf(config.pieces().every())),
        config.limits().maxStalenessDays());
  }

  /** Leaves what was found out for the next run. */
  void leave(Result result, String folder) throws IOException {
    context.sc().setJobDescription("leaving findings for the next run");
    var sources = new HashMap<String, FormerRun.Source>();
    for (SourceMaps source : result.sources) {
      String id = source.source().id();
      sources.put(
          id,
          new FormerRun.Source(prints.sources().get(id), prints.pieces(), reading.knownFiles(id)));
    }
    var pairs = new HashMap<SourcePair, String>();
    for (SourcePair pair : regions.pairs().keySet()) {
      pairs.put(pair, prints.ofPair(pair, config.checks().baselineWidthKm()));
    }
    new StateWriter(context, folder)
        .changes(result.leaving)
        .differences(result.agreement.found)
        .finish(prints.code(), sources, pairs);
  }

  @Override
  public void close() {
    while (!kept.isEmpty()) {
      kept.pop().close();
    }
  }
}
