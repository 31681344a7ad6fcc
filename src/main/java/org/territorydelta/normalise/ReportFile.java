package org.territorydelta.normalise;

import java.util.List;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.Rejection;

/**
 * A file of claims, events or places, understood.
 *
 * @param file its rows are counted as features of one part each
 * @param values the rows that can be used, in the file's order
 * @param rejections every other row
 * @param <T> what a row is
 */
public record ReportFile<T>(MapFile file, List<T> values, List<Rejection> rejections) {
  public ReportFile {
    values = List.copyOf(values);
    rejections = List.copyOf(rejections);
  }
}
