package org.territorydelta.inspect;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.locationtech.jts.geom.Envelope;
import org.territorydelta.normalise.MapInput;

/**
 * What one file holds, by itself.
 *
 * @param format its word in a profile; {@code zip} for packed files
 * @param unwrap member names down to the features; empty for none
 * @param crs as the file names it
 * @param kinds features by what their shapes are
 * @param properties counts of values by property, of each the first {@link
 *     FileSurveyor#MOST_VALUES}
 * @param extent in degrees; null where it has no position, as JTS says
 * @param problem why it cannot be read, if it cannot
 */
public record SurveyedFile(
    MapInput input,
    String sha256,
    long bytes,
    String format,
    String unwrap,
    Optional<String> crs,
    long features,
    SortedMap<String, Long> kinds,
    SortedMap<String, Map<String, Long>> properties,
    Envelope extent,
    Optional<String> problem) {
  public String path() {
    return input.path();
  }
}
