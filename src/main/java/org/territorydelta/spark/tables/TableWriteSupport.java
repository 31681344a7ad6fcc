package org.territorydelta.spark.tables;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.ParquetWriteSupport;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * Hands rows on to Spark's own, and keeps what the footer says of them; see {@link TableFormat}.
 */
public final class TableWriteSupport extends ParquetWriteSupport {
  /** Keys in the footer. */
  static final String ROWS = "territory-delta.rows";

  static final String CONTENT = "territory-delta.content-hash";

  private List<String> folder = List.of();
  private ContentSum content;
  private Optional<GeoParquet> shapes = Optional.empty();

  @Override
  public WriteSupport.WriteContext init(Configuration settings) {
    StructType columns = (StructType) DataType.fromJson(settings.get(SPARK_ROW_SCHEMA()));
    folder =
        Stream.of(settings.get(TableFormat.FOLDER).split("\n")).filter(s -> !s.isEmpty()).toList();
    content = new ContentSum(columns);
    shapes = GeoParquet.of(columns);
    return super.init(settings);
  }

  @Override
  public void write(InternalRow row) {
    content.add(folder, row, 0);
    shapes.ifPresent(geo -> geo.add(row));
    super.write(row);
  }

  @Override
  public WriteSupport.FinalizedWriteContext finalizeWrite() {
    Map<String, String> entries = new HashMap<>();
    entries.put(ROWS, Long.toString(content.rows()));
    entries.put(CONTENT, content.hex());
    shapes.ifPresent(geo -> entries.put(GeoParquet.KEY, geo.entry()));
    return new WriteSupport.FinalizedWriteContext(entries);
  }
}
