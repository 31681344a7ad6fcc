package org.territorydelta.read;

import java.util.List;
import java.util.Optional;

/**
 * A whole file, as read.
 *
 * @param crs the coordinate reference system that the file names, if it names one
 */
public record RawFile(Optional<String> crs, List<RawFeature> features, String sha256, long bytes) {}
