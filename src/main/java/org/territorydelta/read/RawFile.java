package org.territorydelta.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole file, as read.
 *
 * @param crs the coordinate reference system that the file names, if it names one
 * @param members what the document says outside its features, of what was asked for: single values
 *     as text, by their path of member names with dots between them
 */
public record RawFile(
    Optional<String> crs,
    Map<String, String> members,
    List<RawFeature> features,
    String sha256,
    long bytes) {
  /** What a format's own part read; hash and length are put in by {@link UnpackingReader}. */
  static RawFile of(Optional<String> crs, Map<String, String> members, List<RawFeature> features) {
    return new RawFile(crs, members, features, "", 0);
  }

  RawFile of(String sha256, long bytes) {
    return new RawFile(crs, members, features, sha256, bytes);
  }
}
