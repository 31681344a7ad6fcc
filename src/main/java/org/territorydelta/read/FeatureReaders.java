package org.territorydelta.read;

import java.util.List;
import java.util.Set;
import org.territorydelta.model.FileFormat;

/** The reader of each format. */
public final class FeatureReaders {
  private FeatureReaders() {}

  /**
   * @param unwrap member names from the top of the file down to the features; empty for a file that
   *     is itself the collection
   */
  public static FeatureReader of(FileFormat format, List<String> unwrap) {
    return of(format, unwrap, Set.of());
  }

  /**
   * @param members what is wanted of the document outside its features, by path from its top, with
   *     dots between names
   */
  public static FeatureReader of(FileFormat format, List<String> unwrap, Set<String> members) {
    return switch (format) {
      case GEOJSON -> new GeoJsonReader(unwrap, members);
    };
  }
}
