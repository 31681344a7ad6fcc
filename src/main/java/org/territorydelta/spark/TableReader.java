package org.territorydelta.spark;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.territorydelta.model.Sha256;
import scala.jdk.javaapi.CollectionConverters;

/** Reads a table's files back, one at a time, without planning a query. */
final class TableReader {
  private TableReader() {}

  /** The table's Parquet files below an output folder, sorted; none when there is no such table. */
  static List<Path> files(FileSystem files, Path folder, Table table) throws IOException {
    var root = new Path(folder, table.name());
    List<Path> found = new ArrayList<>();
    if (files.exists(root)) {
      for (RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true); all.hasNext(); ) {
        Path file = all.next().getPath();
        if (file.getName().endsWith(".parquet")) {
          found.add(file);
        }
      }
    }
    found.sort(null);
    return found;
  }

  /** The hash of a file's bytes, as the manifest has it. */
  static String sha256(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return Sha256.of(in);
    }
  }

  /** The columns of a file, from its footer. */
  static List<String> columns(Path file, Configuration hadoop) throws IOException {
    try (var reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, hadoop))) {
      return reader.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
    }
  }

  /** The values of every row of a file, in its order, as the table's columns have them. */
  static void read(Table table, Path file, Configuration hadoop, Consumer<Object[]> rows)
      throws IOException {
    StructType schema = table.schema();
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file).withConf(hadoop).build()) {
      for (Group group = reader.read(); group != null; group = reader.read()) {
        Object[] values = new Object[schema.length()];
        for (int i = 0; i < values.length; i++) {
          StructField field = schema.fields()[i];
          values[i] =
              table.partitionBy().contains(field.name())
                  ? folderValue(file, field.name())
                  : value(group, field);
        }
        rows.accept(values);
      }
    }
  }

  private static String folderValue(Path file, String column) {
    for (Path path = file; path != null; path = path.getParent()) {
      if (path.getName().startsWith(column + "=")) {
        return path.getName().substring(column.length() + 1);
      }
    }
    throw new IllegalStateException("Cannot read " + file + ": no folder " + column + "=");
  }

  private static Object value(Group group, StructField field) {
    return group.getFieldRepetitionCount(field.name()) == 0
        ? null
        : value(group, field.name(), field.dataType());
  }

  private static Object value(Group group, String name, DataType type) {
    if (type instanceof ArrayType array) {
      return list(group.getGroup(name, 0), array.elementType());
    }
    if (type instanceof StructType struct) {
      Group inner = group.getGroup(name, 0);
      Object[] values = new Object[struct.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = value(inner, struct.fields()[i]);
      }
      return RowFactory.create(values);
    }
    if (type.equals(DataTypes.StringType)) {
      return group.getString(name, 0);
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.ofEpochDay(group.getInteger(name, 0));
    }
    if (type.equals(DataTypes.TimestampType)) {
      return Instant.EPOCH.plus(group.getLong(name, 0), ChronoUnit.MICROS);
    }
    if (type.equals(DataTypes.LongType)) {
      return group.getLong(name, 0);
    }
    if (type.equals(DataTypes.IntegerType)) {
      return group.getInteger(name, 0);
    }
    if (type.equals(DataTypes.DoubleType)) {
      return group.getDouble(name, 0);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return group.getBoolean(name, 0);
    }
    return group.getBinary(name, 0).getBytes();
  }

  private static Object list(Group group, DataType elementType) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < group.getFieldRepetitionCount(0); i++) {
      elements.add(value(group.getGroup(0, i), "element", elementType));
    }
    return CollectionConverters.asScala(elements).toSeq();
  }
}
