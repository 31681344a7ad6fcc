package org.territorydelta.spark.tables;

import static org.territorydelta.spark.tables.Column.text;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.territorydelta.model.map.LayerSet;

/** One status of a {@link LayerSet} as a row: a set with that status alone. */
public final class LayerSetTable extends Table<LayerSet> {
  LayerSetTable() {
    super(
        "layer_set",
        "Which statuses count as controlled in which layer set.",
        List.of("layer_set", "status"),
        List.of(),
        List.of(
            text("layer_set", "Its name in the config, as area_delta has it.", set -> set.name()),
            text(
                "status", "A status that counts in it.", set -> set.statuses().iterator().next())));
  }

  @Override
  public LayerSet fromRow(Row row) {
    return new LayerSet(RowValues.text(row, "layer_set"), Set.of(RowValues.text(row, "status")));
  }
}
