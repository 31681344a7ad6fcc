package org.territorydelta.spark.output;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.territorydelta.claim.SourceBreaks;
import org.territorydelta.model.InputException;
import org.territorydelta.model.Violation;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.report.ClaimReviews;
import org.territorydelta.report.RunManifest;
import org.territorydelta.report.SpreadsheetCsv;
import org.territorydelta.spark.tables.Table;
import org.territorydelta.spark.tables.TableReader;
import org.territorydelta.spark.tables.Tables;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes the tables of an output a second time, for those who open spreadsheets: each as {@code
 * csv/<table>.csv}, without shapes, and the assessments of claims as {@code claim-review.jsonld}.
 * Rows have the tables' order, so the same tables give the same bytes.
 *
 * <p>They say nothing that the tables do not, so the manifest does not list them and {@code check}
 * does not look at them: the tables are what is proved, and {@code export} makes these again.
 */
public final class TableExport {
  static final String CSV_FOLDER = "csv";
  static final String REVIEWS_FILE = "claim-review.jsonld";

  /** Where the CSV files are made, until all are whole. */
  static final String UNFINISHED = "_csv";

  private static final int SHOWN_VIOLATIONS = 10;

  private final Path folder;
  private final FileSystem files;
  private final TableReader reader;

  private TableExport(SparkSession spark, Path folder) throws IOException {
    this.folder = folder;
    this.files = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
    this.reader = new TableReader(spark, folder.toString());
  }

  /**
   * What was written.
   *
   * @param tables how many CSV files
   * @param tooLong tables left out, as they have more rows than a spreadsheet takes
   */
  public record Written(int tables, List<String> tooLong, int reviews) {
    public Written {
      tooLong = List.copyOf(tooLong);
    }
  }

  /** Whether an output has exports. */
  public static boolean isIn(String folder, Configuration hadoop) throws IOException {
    var output = new Path(folder);
    FileSystem files = output.getFileSystem(hadoop);
    return files.exists(new Path(output, CSV_FOLDER))
        || files.exists(new Path(output, REVIEWS_FILE));
  }

  /**
   * Writes all of an output's exports, in the place of earlier ones.
   *
   * @throws InputException when a table's file is missing, or is not the one the manifest lists
   */
  public static Written write(SparkSession spark, String folder, RunManifest manifest)
      throws IOException {
    return new TableExport(spark, new Path(folder)).write(manifest);
  }

  private Written write(RunManifest manifest) throws IOException {
    List<Violation> damaged =
        OutputFiles.of(folder.toString(), files.getConf()).hashes(manifest.tables());
    if (!damaged.isEmpty()) {
      throw new InputException(
          "Cannot export " + folder + ": " + Violation.text(damaged, SHOWN_VIOLATIONS));
    }
    var unfinished = new Path(folder, UNFINISHED);
    files.delete(unfinished, true);
    files.mkdirs(unfinished);
    int tables = 0;
    List<String> tooLong = new ArrayList<>();
    for (Table<?> table : Tables.all().toList()) {
      List<RunManifest.TableFile> listed =
          manifest.tables().stream().filter(file -> file.table().equals(table.name())).toList();
      if (listed.isEmpty()) {
        continue;
      }
      long rows = listed.stream().mapToLong(RunManifest.TableFile::rows).sum();
      if (rows >= SpreadsheetCsv.MOST_ROWS) {
        tooLong.add(table.name());
      } else {
        writeCsv(table, new Path(unfinished, table.name() + ".csv"));
        tables++;
      }
    }
    var finished = new Path(folder, CSV_FOLDER);
    files.delete(finished, true);
    if (!files.rename(unfinished, finished)) {
      throw new IOException("Cannot rename " + unfinished + " to " + finished);
    }
    return new Written(tables, tooLong, writeReviews(manifest));
  }

  private void writeCsv(Table<?> table, Path file) throws IOException {
    StructField[] shown =
        Stream.of(table.schema().fields())
            .filter(field -> !field.dataType().equals(DataTypes.BinaryType))
            .toArray(StructField[]::new);
    List<String> columns = Stream.of(shown).map(StructField::name).toList();
    Writer out = writer(file);
    out.write(SpreadsheetCsv.mark());
    try (var csv = new SpreadsheetCsv(out, columns)) {
      for (Row row : reader.inOrder(table, columns)) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
          cells.add(plain(row.get(i), shown[i].dataType()));
        }
        csv.row(cells);
      }
    }
  }

  /** A value without Spark's and Scala's types. */
  private static Object plain(Object value, DataType type) {
    if (value instanceof Seq<?> list && type instanceof ArrayType array) {
      return CollectionConverters.asJava(list).stream()
          .map(element -> plain(element, array.elementType()))
          .toList();
    }
    if (value instanceof Row row && type instanceof StructType struct) {
      Map<String, Object> cells = new LinkedHashMap<>();
      for (int i = 0; i < struct.length(); i++) {
        cells.put(struct.fieldNames()[i], plain(row.get(i), struct.fields()[i].dataType()));
      }
      return cells;
    }
    return value;
  }

  private int writeReviews(RunManifest manifest) throws IOException {
    List<ClaimAssessment> assessments = read(Tables.CLAIM_ASSESSMENT);
    var breaks = new SourceBreaks(read(Tables.SERIES_BREAK));
    Map<String, String> attributions = new LinkedHashMap<>();
    manifest.sources().forEach(terms -> attributions.put(terms.sourceId(), terms.attribution()));
    try (Writer out = writer(new Path(folder, REVIEWS_FILE))) {
      out.write(new ClaimReviews(attributions, breaks).json(assessments));
    }
    return assessments.size();
  }

  private <T> List<T> read(Table<T> table) throws IOException {
    return rows(table).stream().map(table::fromRow).toList();
  }

  private List<Row> rows(Table<?> table) throws IOException {
    return reader.inOrder(table, List.of(table.schema().fieldNames()));
  }

  private Writer writer(Path file) throws IOException {
    return new OutputStreamWriter(files.create(file, true), StandardCharsets.UTF_8);
  }
}
