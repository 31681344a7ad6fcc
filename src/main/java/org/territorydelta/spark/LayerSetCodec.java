package org.territorydelta.spark;

import java.util.Set;
import org.apache.spark.sql.Row;
import org.territorydelta.model.LayerSet;

/** One status of a {@link LayerSet} as a row: a set with that status alone. */
final class LayerSetCodec implements RowCodec<LayerSet> {
  @Override
  public Table table() {
    return Tables.LAYER_SET;
  }

  @Override
  public Row toRow(LayerSet set) {
    return new RowValues(table()).add(set.name()).add(set.statuses().iterator().next()).toRow();
  }

  @Override
  public LayerSet fromRow(Row row) {
    return new LayerSet(RowValues.text(row, "layer_set"), Set.of(RowValues.text(row, "status")));
  }
}
