package org.territorydelta.spark;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.Sha256;
import org.territorydelta.model.agreement.SourcePair;
import org.territorydelta.report.RunManifest;

/**
 * What a run's findings hang on beside the bytes of its maps: where it is the same as before, so
 * are they.
 *
 * @param code of the program itself
 * @param pieces what pieces of changed ground hang on besides: the layer sets
 */
record Fingerprints(String code, String pieces, SortedMap<String, OfSource> sources) {
  /**
   * @param reading how a source's files become maps: its profile
   * @param measuring what its maps are measured by: the regions, its scope, the border band, the
   *     noise width, where a rear begins
   */
  record OfSource(String reading, String measuring) implements Serializable {}

  /**
   * @param regions one line for each regions file, with its hash
   */
  static Fingerprints of(String code, RunConfig config, List<String> regions) {
    SortedMap<String, OfSource> sources = new TreeMap<>();
    for (RunConfig.Source source : config.sources()) {
      String profile = RunManifest.tree(source.profile()).toString();
      String measure =
          String.join(
              "\n",
              config.regions().toString(),
              String.join("\n", regions),
              source.profile().scope().toString(),
              Double.toString(config.borderBandKm()),
              Double.toString(config.pieces().noiseWidthMetres()),
              config.checks().limits().base().rear().toString());
      sources.put(source.id(), new OfSource(hash(profile), hash(measure)));
    }
    return new Fingerprints(code, hash(config.layerSets().toString()), sources);
  }

  /** What two sources are held against each other by. */
  String ofPair(SourcePair pair, double baselineWidthKm) {
    return hash(
        String.join(
            "\n",
            sources.get(pair.a()).toString(),
            sources.get(pair.b()).toString(),
            pieces,
            Double.toString(baselineWidthKm)));
  }

  private static String hash(String text) {
    MessageDigest digest = Sha256.digest();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return Sha256.hex(digest);
  }
}
