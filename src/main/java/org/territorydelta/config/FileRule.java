package org.territorydelta.config;

import java.io.Serializable;
import java.util.List;
import org.territorydelta.model.map.FileFormat;

/**
 * How a publisher's files are maps.
 *
 * @param unwrap member names down to the features
 * @param crs the reference system of files that name none; empty for longitude and latitude
 * @param neededLayers patterns; a map on which no layer is like one of them is none
 */
public record FileRule(
    FileFormat format,
    List<String> unwrap,
    String crs,
    LayerRule layer,
    SameDay sameDay,
    List<String> neededLayers)
    implements Serializable {
  /** What several files are to each other whose paths have one map date. */
  public enum SameDay {
    /** Each is a map of its own; the latest speaks. */
    VERSIONS,
    /** They are layers of one map. */
    LAYERS
  }

  public FileRule {
    unwrap = List.copyOf(unwrap);
    neededLayers = List.copyOf(neededLayers);
  }
}
