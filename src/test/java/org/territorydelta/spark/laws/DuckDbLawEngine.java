package org.territorydelta.spark.laws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/** DuckDB in memory, as a reader without Spark has it. */
final class DuckDbLawEngine implements LawEngine {
  private final Connection connection;

  DuckDbLawEngine() {
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A table as it was written; one without files is an empty table. */
  void table(String name, Path folder, StructType schema) {
    if (hasFiles(folder)) {
      execute(
          "CREATE TABLE "
              + name
              + " AS SELECT * FROM read_parquet('"
              + folder
              + "/**/*.parquet', hive_partitioning = true)");
    } else {
      execute("CREATE TABLE " + name + " (" + columns(schema, " ") + ")");
    }
  }

  private static boolean hasFiles(Path folder) {
    if (!Files.exists(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".parquet"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String columns(StructType schema, String between) {
    return Stream.of(schema.fields())
        .map(field -> field.name() + between + type(field.dataType()))
        .collect(Collectors.joining(", "));
  }

  private static String type(DataType type) {
    if (type instanceof ArrayType array) {
      return type(array.elementType()) + "[]";
    }
    if (type instanceof StructType struct) {
      return "STRUCT(" + columns(struct, " ") + ")";
    }
    if (type instanceof StringType) {
      return "VARCHAR";
    }
    return type instanceof BinaryType ? "BLOB" : type.sql();
  }

  @Override
  public void view(String name, String sql) {
    execute("CREATE OR REPLACE VIEW " + name + " AS " + sql);
  }

  private void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB: " + sql, e);
    }
  }

  @Override
  public List<String> rows(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(found.getString(i));
        }
        rows.add(values.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB: " + sql, e);
    }
  }

  @Override
  public List<String> columns(String view) {
    return rows("SELECT column_name FROM (DESCRIBE " + view + ")").stream()
        .map(row -> row.substring(1, row.length() - 1))
        .toList();
  }
}
