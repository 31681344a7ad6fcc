package org.territorydelta.spark.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.territorydelta.model.Violation;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.spark.tables.Column;
import org.territorydelta.spark.tables.Table;
import org.territorydelta.spark.tables.TableReader;
import org.territorydelta.spark.tables.Tables;

/**
 * The Parquet files of a written output.
 *
 * @param byTable by the table's name; every table is there, some with no file
 */
record OutputFiles(Path folder, Map<String, List<Path>> byTable, Configuration hadoop) {
  static OutputFiles of(String folder, Configuration hadoop) throws IOException {
    var root = new Path(folder);
    FileSystem files = root.getFileSystem(hadoop);
    Map<String, List<Path>> byTable = new TreeMap<>();
    for (Table<?> table : Tables.all().toList()) {
      byTable.put(table.name(), TableReader.files(files, root, table));
    }
    return new OutputFiles(root, byTable, hadoop);
  }

  /** How many rows a table has, by its files' footers. */
  long rows(Table<?> table) throws IOException {
    long rows = 0;
    for (Path file : byTable.get(table.name())) {
      try (var reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
        rows += reader.getRecordCount();
      }
    }
    return rows;
  }

  /** Whether the files are the ones the manifest lists, with every table and column. */
  List<Violation> check(List<TableFile> listed) throws IOException {
    List<Violation> violations = new ArrayList<>(hashes(listed));
    violations.addAll(unlisted(listed));
    violations.addAll(schemas());
    return violations;
  }

  /** Whether these files are there, with the bytes that were written. */
  List<Violation> hashes(List<TableFile> listed) throws IOException {
    FileSystem files = folder.getFileSystem(hadoop);
    List<Violation> violations = new ArrayList<>();
    for (TableFile file : listed) {
      var path = new Path(folder, file.path());
      if (!files.exists(path)) {
        violations.add(new Violation(file.table(), file.path(), "every listed file is there"));
      } else if (!TableReader.sha256(files, path).equals(file.sha256())) {
        violations.add(
            new Violation(file.table(), file.path(), "the file's hash is the one in _run.json"));
      }
    }
    return violations;
  }

  private List<Violation> unlisted(List<TableFile> listed) throws IOException {
    FileSystem files = folder.getFileSystem(hadoop);
    Collection<Path> known =
        listed.stream()
            .map(file -> files.makeQualified(new Path(folder, file.path())))
            .collect(Collectors.toSet());
    List<Violation> violations = new ArrayList<>();
    byTable.forEach(
        (table, found) ->
            found.stream()
                .map(files::makeQualified)
                .filter(file -> !known.contains(file))
                .forEach(
                    file ->
                        violations.add(
                            new Violation(
                                table, file.getName(), "every file is listed in _run.json"))));
    return violations;
  }

  private List<Violation> schemas() throws IOException {
    FileSystem files = folder.getFileSystem(hadoop);
    List<Violation> violations = new ArrayList<>();
    for (Table<?> table : Tables.all().toList()) {
      if (!files.exists(new Path(folder, table.name()))) {
        violations.add(new Violation(table.name(), table.name(), "the schema has this table"));
        continue;
      }
      List<Path> found = byTable.get(table.name());
      if (found.isEmpty()) {
        continue;
      }
      List<String> columns = TableReader.columns(found.get(0), hadoop);
      table.columns().stream()
          .map(Column::name)
          .filter(name -> !table.partitionBy().contains(name) && !columns.contains(name))
          .forEach(
              name ->
                  violations.add(new Violation(table.name(), name, "the schema has this column")));
    }
    return violations;
  }
}
