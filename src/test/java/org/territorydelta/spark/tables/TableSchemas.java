package org.territorydelta.spark.tables;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.StructType;

/** The schemas of all tables, for tests of other packages. */
public final class TableSchemas {
  private TableSchemas() {}

  /** By the table's name. */
  public static Map<String, StructType> all() {
    Map<String, StructType> schemas = new TreeMap<>();
    Tables.all().forEach(table -> schemas.put(table.name(), table.schema()));
    return schemas;
  }
}
