package org.territorydelta.normalise;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.RegionId;

/** Regions and texts for reading reports: Kursk has 30,000 km², Donetsk 26,000. */
final class ReportText {
  static final RegionFacts KURSK = region("RU-KRS", "RU", 30_000);
  static final RegionFacts DONETSK = region("UA-14", "UA", 26_000);
  static final List<RegionFacts> REGIONS =
      List.of(RegionFacts.ALL, RegionFacts.unassigned(1), KURSK, DONETSK);

  private ReportText() {}

  private static RegionFacts region(String id, String country, long km2) {
    return new RegionFacts(new RegionId(id, 1), id, country, SquareKm.toM2(km2), List.of(), false);
  }

  static <T> ReportFile<T> read(ReportReader<T> reader, String text) {
    try {
      return reader.read(
          "reports.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError("Cannot read: " + text, e);
    }
  }
}
