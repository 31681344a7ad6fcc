package org.territorydelta.summary;

import java.util.Collection;
import java.util.List;
import org.territorydelta.model.Violation;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.BandPart;

/** The one law between sources: the sources' spread in a band is that of their rows. */
public final class SpreadLaws {
  private SpreadLaws() {}

  /**
   * What breaks the law; nothing when it holds.
   *
   * @param deltas the rows with a band of all sources
   */
  public static List<Violation> check(Collection<AreaDelta> deltas) {
    var findings = new Findings("area_delta");
    SourceSpread spread = SourceSpread.of(deltas);
    for (AreaDelta delta : deltas) {
      var expected = spread.around(delta);
      var found = delta.band().flatMap(band -> band.part(BandPart.SOURCES));
      AreaDelta.Key key = delta.key();
      findings.holds(
          found.equals(expected),
          key.sourceId() + " " + key.side() + " " + key.layerSet() + " " + key.period().id(),
          "net_sources_low_km2 and _high_km2 are by the sources' rows: found "
              + found
              + ", expected "
              + expected);
    }
    return findings.violations();
  }
}
