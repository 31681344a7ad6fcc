package org.territorydelta.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.territorydelta.model.AreaDelta;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.RegionFacts;
import org.territorydelta.model.SnapshotId;
import org.territorydelta.model.SourceAgreement;
import org.territorydelta.model.Violation;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.summary.AgreementLaws;
import org.territorydelta.summary.BreakLaws;
import org.territorydelta.summary.DisagreementLaws;
import org.territorydelta.summary.RegionLaws;
import org.territorydelta.summary.RuleLaws;
import org.territorydelta.summary.SourceLaws;
import org.territorydelta.summary.SourceTables;
import org.territorydelta.summary.SpreadLaws;
import org.territorydelta.timeline.SourceTimeline;
import scala.Tuple2;

/**
 * Proves the laws on a written output: the files are the ones the manifest lists, the schemas are
 * the tables', derived columns follow from the others, and the figures of each source agree with
 * each other. Sources are checked side by side.
 */
public final class LawCheck {
  /** Tables with a row for a source. */
  private static final List<RowCodec<?>> BY_SOURCE =
      List.of(
          new InputFileCodec(),
          new SnapshotCodec(),
          new MapDayCodec(),
          new ControlAreaCodec(),
          new TransitionCodec(),
          new AreaDeltaCodec(),
          new ChangePolygonCodec(),
          new SeriesBreakCodec(),
          new RuleMatchCodec(),
          new QuarantineCodec());

  /** Tables with a row for two sources. */
  private static final List<RowCodec<?>> BY_PAIR =
      List.of(new SourceAgreementCodec(), new DisagreementPolygonCodec());

  private static final List<RowCodec<?>> CHECKED =
      Stream.concat(BY_SOURCE.stream(), BY_PAIR.stream()).toList();

  /** Begins the key of nets that are checked across sources; no source's id begins so. */
  private static final String NETS = " nets ";

  /** The key of rows that are checked with those of two sources. */
  private static final String PAIRS = " pairs";

  /** Columns that one row alone does not determine. */
  private static final List<String> FROM_OTHER_TABLES =
      List.of(
          "opening_share",
          "closing_share",
          "file_date",
          "map_date",
          "maps",
          "outcome",
          "state",
          GeoParquet.GEOMETRY,
          GeoParquet.BOX);

  private final JavaSparkContext spark;
  private final String folder;

  public LawCheck(JavaSparkContext spark, String folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** A file to read, by the place of its table's codec in {@link #CHECKED}. */
  private record Part(int codec, String path, boolean hasPairs) implements Serializable {}

  /** The values of a row, by the place of its table's codec in {@link #CHECKED}. */
  private record Found(int codec, Object[] values) implements Serializable {}

  /**
   * @param listed the files the manifest lists
   * @param layerSets as the run was configured
   */
  public List<Violation> check(List<TableFile> listed, List<LayerSet> layerSets)
      throws IOException {
    OutputFiles files = OutputFiles.of(folder, spark.hadoopConfiguration());
    List<Violation> violations = new ArrayList<>(files.check(listed));
    if (violations.stream().anyMatch(v -> v.law().startsWith("the schema"))) {
      return violations;
    }
    List<RegionFacts> regions = new ArrayList<>();
    StructType schema = Tables.REGION.schema();
    for (Path file : files.byTable().get(Tables.REGION.name())) {
      var codec = new RegionCodec();
      TableReader.read(
          Tables.REGION,
          file,
          spark.hadoopConfiguration(),
          values ->
              decode(codec, new GenericRowWithSchema(values, schema), violations)
                  .ifPresent(regions::add));
    }
    violations.addAll(RegionLaws.check(regions));
    boolean hasPairs =
        listed.stream()
            .anyMatch(
                f -> f.table().equals(AgreementTables.SOURCE_AGREEMENT.name()) && f.rows() > 0);
    violations.addAll(laws(files, hasPairs, regions, layerSets));
    violations.addAll(ReportCheck.check(spark, files, listed, layerSets));
    return violations.stream().distinct().toList();
  }

  private List<Violation> laws(
      OutputFiles files, boolean hasPairs, List<RegionFacts> regions, List<LayerSet> layerSets) {
    Broadcast<ArrayList<RegionFacts>> allRegions = spark.broadcast(new ArrayList<>(regions));
    Broadcast<ArrayList<LayerSet>> allSets = spark.broadcast(new ArrayList<>(layerSets));
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < CHECKED.size(); i++) {
      for (Path file : files.byTable().get(CHECKED.get(i).table().name())) {
        parts.add(new Part(i, file.toString(), hasPairs));
      }
    }
    spark.sc().setJobDescription("checking the laws");
    return spark
        .parallelize(parts, Math.max(1, parts.size()))
        .flatMapToPair(part -> read(part).iterator())
        .groupByKey(Math.max(1, spark.defaultParallelism()))
        .flatMap(
            group -> check(group._1(), group._2(), allRegions.value(), allSets.value()).iterator())
        .collect();
  }

  private static List<Tuple2<String, Found>> read(Part part) throws IOException {
    RowCodec<?> codec = CHECKED.get(part.codec);
    Table table = codec.table();
    boolean ofPair = BY_PAIR.contains(codec);
    boolean ofBoth = table == Tables.CONTROL_AREA || table == Tables.SNAPSHOT;
    boolean forPairs = ofPair || part.hasPairs && ofBoth;
    int source = ofPair ? 0 : table.schema().fieldIndex("source_id");
    boolean deltas = table == Tables.AREA_DELTA;
    int band = deltas ? table.schema().fieldIndex("band_lag_days") : 0;
    int kind = deltas ? table.schema().fieldIndex("period_kind") : 0;
    List<Tuple2<String, Found>> found = new ArrayList<>();
    TableReader.read(
        table,
        new Path(part.path),
        TaskHadoop.configuration(),
        values -> {
          var row = new Found(part.codec, values);
          if (!ofPair) {
            found.add(new Tuple2<>((String) values[source], row));
          }
          if (forPairs) {
            found.add(new Tuple2<>(PAIRS, row));
          }
          if (deltas && values[band] != null) {
            found.add(new Tuple2<>(NETS + values[kind], row));
          }
        });
    return found;
  }

  private static List<Violation> check(
      String key, Iterable<Found> all, List<RegionFacts> regions, List<LayerSet> layerSets) {
    if (key.startsWith(NETS)) {
      return spreads(all);
    }
    return key.equals(PAIRS) ? pairs(all, regions, layerSets) : source(all, regions, layerSets);
  }

  /** What holds between sources. That a row is one at all is its own source's to check. */
  private static List<Violation> spreads(Iterable<Found> all) {
    StructType schema = Tables.AREA_DELTA.schema();
    List<AreaDelta> deltas = new ArrayList<>();
    for (Found found : all) {
      var row = new GenericRowWithSchema(found.values, schema);
      decode(new AreaDeltaCodec(), row, new ArrayList<>()).ifPresent(deltas::add);
    }
    return SpreadLaws.check(deltas);
  }

  /** What holds between the tables of two sources; their own rows are checked elsewhere. */
  private static List<Violation> pairs(
      Iterable<Found> all, List<RegionFacts> regions, List<LayerSet> layerSets) {
    List<Violation> violations = new ArrayList<>();
    Map<String, List<Object>> records = records(all, violations);
    List<SourceAgreement> rows = list(records, AgreementTables.SOURCE_AGREEMENT);
    if (!rows.isEmpty()) {
      Set<SnapshotId> current = new HashSet<>();
      List<SourceTimeline.Recorded> snapshots = list(records, Tables.SNAPSHOT);
      for (SourceTimeline.Recorded recorded : snapshots) {
        if (recorded.current()) {
          current.add(recorded.facts().id());
        }
      }
      violations.addAll(
          AgreementLaws.check(
              rows, list(records, Tables.CONTROL_AREA), current::contains, regions, layerSets));
      violations.addAll(
          DisagreementLaws.check(list(records, AgreementTables.DISAGREEMENT_POLYGON), rows));
    }
    return violations;
  }

  private static List<Violation> source(
      Iterable<Found> all, List<RegionFacts> regions, List<LayerSet> layerSets) {
    List<Violation> violations = new ArrayList<>();
    Map<String, List<Object>> records = records(all, violations);
    var tables =
        new SourceTables(
            new SourceTables.Maps(
                list(records, Tables.INPUT_FILE),
                list(records, Tables.SNAPSHOT),
                list(records, Tables.MAP_DAY),
                list(records, Tables.QUARANTINE)),
            new SourceTables.Areas(
                list(records, Tables.CONTROL_AREA),
                list(records, Tables.TRANSITION),
                list(records, Tables.AREA_DELTA),
                list(records, Tables.CHANGE_POLYGON),
                list(records, BreakTables.SERIES_BREAK)),
            regions,
            layerSets);
    violations.addAll(SourceLaws.check(tables));
    violations.addAll(
        BreakLaws.check(
            list(records, BreakTables.SERIES_BREAK),
            list(records, Tables.INPUT_FILE),
            list(records, Tables.SNAPSHOT)));
    violations.addAll(
        RuleLaws.check(
            list(records, RuleTables.RULE_MATCH),
            list(records, Tables.INPUT_FILE),
            list(records, Tables.SNAPSHOT)));
    return violations;
  }

  /** The records behind rows, by table. */
  private static Map<String, List<Object>> records(
      Iterable<Found> all, List<Violation> violations) {
    Map<String, List<Object>> records = new HashMap<>();
    List<StructType> schemas = CHECKED.stream().map(codec -> codec.table().schema()).toList();
    for (Found found : all) {
      RowCodec<?> codec = CHECKED.get(found.codec);
      decode(codec, new GenericRowWithSchema(found.values, schemas.get(found.codec)), violations)
          .ifPresent(
              value ->
                  records
                      .computeIfAbsent(codec.table().name(), table -> new ArrayList<>())
                      .add(value));
    }
    return records;
  }

  /** The record behind a row, if it is one; and whether its derived columns follow from it. */
  static <T> Optional<T> decode(RowCodec<T> codec, Row row, List<Violation> violations) {
    T value;
    try {
      value = codec.fromRow(row);
    } catch (IllegalArgumentException e) {
      violations.add(new Violation(codec.table().name(), key(codec.table(), row), e.getMessage()));
      return Optional.empty();
    }
    Row again = codec.toRow(value);
    for (int i = 0; i < codec.table().columns().size(); i++) {
      String column = codec.table().columns().get(i).name();
      Object found = row.get(i);
      boolean isList = codec.table().columns().get(i).type() instanceof ArrayType;
      boolean scalar = !isList && !FROM_OTHER_TABLES.contains(column);
      if (scalar && !Objects.equals(found, again.get(i))) {
        violations.add(
            new Violation(
                codec.table().name(),
                key(codec.table(), row),
                column
                    + " follows from the other columns: found "
                    + found
                    + ", expected "
                    + again.get(i)));
      }
    }
    return Optional.of(value);
  }

  private static String key(Table table, Row row) {
    List<String> parts = new ArrayList<>();
    table.key().forEach(column -> parts.add(String.valueOf(row.<Object>getAs(column))));
    return String.join(" ", parts);
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> list(Map<String, List<Object>> records, Table table) {
    return (List<T>) (List<?>) records.getOrDefault(table.name(), List.of());
  }
}
