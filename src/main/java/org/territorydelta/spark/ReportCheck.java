package org.territorydelta.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.territorydelta.claim.RegionDays;
import org.territorydelta.claim.ReportLaws;
import org.territorydelta.model.LayerSet;
import org.territorydelta.model.Violation;
import org.territorydelta.report.RunManifest.TableFile;

/** Proves the laws of the reports' tables on a written output, in one task: they are small. */
final class ReportCheck implements Serializable {
  private static final long serialVersionUID = 1;

  private final HashMap<String, ArrayList<String>> files = new HashMap<>();
  private final ArrayList<LayerSet> layerSets;

  private ReportCheck(OutputFiles found, List<LayerSet> layerSets) {
    found
        .byTable()
        .forEach(
            (table, paths) -> {
              var names = new ArrayList<String>();
              paths.forEach(path -> names.add(path.toString()));
              files.put(table, names);
            });
    this.layerSets = new ArrayList<>(layerSets);
  }

  /** What breaks a law; without any row of a report there is nothing to read. */
  static List<Violation> check(
      JavaSparkContext spark, OutputFiles found, List<TableFile> listed, List<LayerSet> layerSets) {
    List<String> tables = ReportTables.all().map(Table::name).toList();
    if (listed.stream().noneMatch(file -> tables.contains(file.table()) && file.rows() > 0)) {
      return List.of();
    }
    return spark
        .parallelize(List.of(new ReportCheck(found, layerSets)), 1)
        .flatMap(check -> check.violations().iterator())
        .collect();
  }

  private List<Violation> violations() throws IOException {
    List<Violation> violations = new ArrayList<>();
    var written =
        new ReportLaws.Written(
            read(new ClaimAssessmentCodec(), violations),
            read(new ClaimSummaryCodec(), violations),
            read(new ComparisonCodec(), violations),
            read(new ReproductionCodec(), violations),
            read(new ReportEventCodec(), violations),
            read(new RegionTimelineCodec(), violations),
            read(new SettlementChangeCodec(), violations),
            // That these are rows at all is checked with their source's.
            RegionDays.changes(read(new TransitionCodec(), new ArrayList<>()), layerSets),
            read(new SeriesBreakCodec(), new ArrayList<>()));
    if (violations.isEmpty()) {
      violations.addAll(ReportLaws.check(written));
    }
    return violations;
  }

  private <T> List<T> read(RowCodec<T> codec, List<Violation> violations) throws IOException {
    Table table = codec.table();
    StructType schema = table.schema();
    List<T> rows = new ArrayList<>();
    for (String file : files.get(table.name())) {
      TableReader.read(
          table,
          new Path(file),
          TaskHadoop.configuration(),
          values ->
              LawCheck.decode(codec, new GenericRowWithSchema(values, schema), violations)
                  .ifPresent(rows::add));
    }
    return rows;
  }
}
