package org.territorydelta.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
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
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.territorydelta.change.SourceComparer;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.SeriesBreak;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.SourcePair;
import org.territorydelta.spark.AgreementStage.PairRows;
import org.territorydelta.spark.SummaryStage.SourceOutcome;
import org.territorydelta.spark.SummaryStage.SourceRows;
import org.territorydelta.summary.SeriesBreaks;
import org.territorydelta.summary.SourceSummary;
import org.territorydelta.timeline.PeriodCalendar;
import org.territorydelta.timeline.SourceTimeline;
import org.territorydelta.timeline.ToldPeriods;

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
  private final Optional<String> former;
  private final List<JavaRDD<?>> kept = new ArrayList<>();

  /**
   * All there is to write.
   *
   * @param sources without the maps that are left out
   * @param breaks of the whole series
   * @param months in which two sources were held against each other
   * @param takenOver how many of them a former run had looked through
   * @param days how their days went
   */
  record Result(
      List<SourceMaps> sources,
      JavaRDD<SourceRows> rows,
      List<SourceOutcome> outcomes,
      List<SeriesBreak> breaks,
      JavaRDD<PairRows> pairs,
      long months,
      long takenOver,
      SourceComparer.Counts days) {}

  /** One way through the maps of every source. */
  private record Round(
      List<SourceMaps> sources,
      ComparisonPlan plan,
      JavaRDD<SourceRows> rows,
      List<SourceOutcome> outcomes) {}

  /**
   * @param former the earlier output from which findings may be taken over
   */
  Comparison(
      JavaSparkContext context,
      RunConfig config,
      Fingerprints prints,
      MapReading reading,
      PreparedRegions regions,
      ReportStage reports,
      Optional<String> former) {
    this.context = context;
    this.config = config;
    this.prints = prints;
    this.reading = reading;
    this.regions = regions;
    this.reports = reports;
    this.former = former;
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
    Round round = round(sources, plan, none(), new HashMap<>());
    List<SeriesBreak> breaks =
        SeriesBreaks.marked(
            round.outcomes.stream().flatMap(outcome -> outcome.breaks().stream()).toList(),
            config.checks().excludedBreaks());
    if (breaks.stream().anyMatch(SeriesBreak::excluded)) {
      Optional<Round> reduced = without(round, breaks);
      if (reduced.isEmpty()) {
        return Optional.empty();
      }
      round = reduced.get();
    }
    return agreement(round, breaks);
  }

  private ComparisonPlan plan(List<SourceMaps> sources) {
    return ComparisonPlan.of(sources, reading.takeover(), periods(), reports.needs(sources));
  }

  private JavaRDD<SourceChanges> none() {
    return context.parallelize(List.of(), 1);
  }

  private Round round(
      List<SourceMaps> sources,
      ComparisonPlan plan,
      JavaRDD<SourceChanges> known,
      HashMap<String, ArrayList<SeriesBreak>> breaks) {
    context.sc().setJobDescription("comparing maps");
    JavaRDD<SourceChanges> compared =
        ChangeStage.compare(
            context,
            reading.files(),
            new ChangeStage.Shared(
                plan.units(),
                new HashMap<>(regions.indexes()),
                plan.maps(),
                regions.teller(),
                regions.blocks(),
                plan.reports()));
    JavaRDD<SourceRows> rows =
        SummaryStage.summarise(
            context, known.union(compared), shared(sources, plan.reports(), breaks));
    kept.add(rows);
    return new Round(sources, plan, rows, rows.map(SourceRows::outcome).collect());
  }

  private Optional<Round> without(Round whole, List<SeriesBreak> breaks) {
    List<SourceMaps> sources = new ArrayList<>();
    var known = new HashMap<String, ArrayList<SeriesBreak>>();
    for (SourceMaps source : whole.sources) {
      var own = new ArrayList<>(breaks);
      own.removeIf(found -> !found.key().sourceId().equals(source.source().id()));
      known.put(source.source().id(), own);
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
    return Optional.of(round(sources, plan, whole.rows.map(SourceRows::changes), known));
  }

  private Optional<Result> agreement(Round round, List<SeriesBreak> breaks) {
    if (regions.pairs().isEmpty()) {
      JavaRDD<PairRows> none = context.parallelize(List.of(), 1);
      return Optional.of(
          new Result(
              round.sources,
              round.rows,
              round.outcomes,
              breaks,
              none,
              0,
              0,
              SourceComparer.Counts.ZERO));
    }
    int maxStaleness = config.limits().maxStalenessDays();
    AgreementPlan plan =
        AgreementPlan.of(
            round.sources,
            regions.pairs().keySet(),
            reading.takeover().maps(),
            config.checks().agreementDays(),
            maxStaleness);
    Map<SourcePair, Set<String>> known = new TreeMap<>();
    var formerPairs = new HashMap<SourcePair, String>();
    for (SourcePair pair : regions.pairs().keySet()) {
      Set<String> months = reading.takeover().months(pair, config.checks().baselineWidthKm());
      known.put(pair, months);
      if (!months.isEmpty()) {
        formerPairs.put(pair, former.orElseThrow());
      }
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
    var frames = new TreeMap<>(regions.pairs());
    JavaRDD<PairRows> pairs =
        AgreementStage.rows(
            context,
            AgreementStage.compare(
                context,
                reading.files(),
                new AgreementStage.Shared(units, frames, new HashSet<>(config.showing())),
                round.plan.maps()),
            round.rows,
            new AgreementStage.Sums(plan, frames, regions.tree(), formerPairs));
    kept.add(pairs);
    SourceComparer.Counts days =
        pairs.map(PairRows::counts).fold(SourceComparer.Counts.ZERO, SourceComparer.Counts::plus);
    long months = plan.months().values().stream().mapToLong(List::size).sum();
    return Optional.of(
        new Result(
            round.sources,
            round.rows,
            round.outcomes,
            breaks,
            pairs,
            months,
            months - units.size(),
            days));
  }

  private SummaryStage.Shared shared(
      Collection<SourceMaps> sources,
      ReportNeeds needs,
      HashMap<String, ArrayList<SeriesBreak>> breaks) {
    var timelines = new HashMap<String, SourceTimeline>();
    var formerSources = new HashMap<String, String>();
    var scopes = new HashMap<String, TreeSet<String>>();
    var vocabulary = new HashMap<String, ArrayList<SeriesBreak>>();
    for (SourceMaps source : sources) {
      String id = source.source().id();
      timelines.put(id, source.timeline());
      vocabulary.put(id, new ArrayList<>(source.rules().breaks()));
      // Without a band a border that is drawn otherwise and ground that is misplaced look alike.
      scopes.put(
          id,
          config.borderBandKm() > 0
              ? new TreeSet<>(source.source().profile().scope())
              : new TreeSet<>());
      if (reading.takeover().measured(id).isPresent()) {
        formerSources.put(id, former.orElseThrow());
      }
    }
    return new SummaryStage.Shared(
        timelines,
        new HashMap<>(reading.takeover().maps()),
        formerSources,
        regions.tree(),
        new ArrayList<>(config.layerSets()),
        calendar(),
        periods().told(),
        config.limits().maxStalenessDays(),
        new SourceSummary.Options(config.figures().bandLagDays(), config.figures().diagonal()),
        scopes,
        config.checks().limits(),
        breaks,
        vocabulary,
        needs);
  }

  private PeriodCalendar calendar() {
    return new PeriodCalendar(config.periods().every(), config.periods().named());
  }

  private ComparisonPlan.Periods periods() {
    return new ComparisonPlan.Periods(
        calendar(),
        new ToldPeriods(Set.copyOf(config.pieces().every())),
        config.limits().maxStalenessDays());
  }

  /** Leaves what was found out for the next run. */
  void leave(Result result, TableWriter writer, String folder) throws IOException {
    context.sc().setJobDescription("leaving findings for the next run");
    var sources = new HashMap<String, FormerRun.Source>();
    for (FormerRun.Left left :
        result
            .rows
            .map(row -> FormerRun.leave(row.changes(), row.told(), folder, attempt()))
            .collect()) {
      String id = left.sourceId();
      writer.place(left.made(), FormerRun.changesFile(folder, id));
      sources.put(
          id,
          new FormerRun.Source(
              prints.sources().get(id),
              reading.knownFiles(id),
              left.pairs(),
              left.told(),
              left.steps(),
              prints.telling(),
              left.stocks(),
              left.chains(),
              left.surveys()));
    }
    var pairs = new HashMap<SourcePair, FormerRun.Pair>();
    for (FormerRun.LeftPair left :
        result
            .pairs
            .map(pair -> FormerRun.leave(pair.differences(), folder, attempt()))
            .collect()) {
      writer.place(left.made(), FormerRun.differencesFile(folder, left.sources()));
      pairs.put(
          left.sources(),
          new FormerRun.Pair(
              prints.ofPair(left.sources(), config.checks().baselineWidthKm()), left.months()));
    }
    FormerRun.of(prints.code(), sources, pairs).write(folder, context.hadoopConfiguration());
  }

  private static long attempt() {
    return TaskContext.get().taskAttemptId();
  }

  @Override
  public void close() {
    kept.forEach(JavaRDD::unpersist);
    kept.clear();
  }
}
