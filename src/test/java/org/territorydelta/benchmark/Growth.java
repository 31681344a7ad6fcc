package org.territorydelta.benchmark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.territorydelta.change.ChangedEdgeEngine;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.normalise.SnapshotNormaliser;

/**
 * How time grows with the number of maps and with their size: reading and normalising, and the
 * engine by region, in this process, processor time of one warm thread. Synthetic maps of four
 * sizes each way, each twice the one before; one size's days show the same kinds of change as
 * another's, in the same proportion. A log-log slope of 1 is growth in proportion.
 */
final class Growth {
  private static final int SIZES = 4;

  /** About as many maps as lie between two redrawings, so that every size has its share of them. */
  private static final int FEWEST_DAYS = 320;

  private static final int FEWEST_VERTICES = 2_000;
  private static final LocalDate FIRST_DAY = LocalDate.parse("2024-01-01");

  /** One size. */
  private record Size(int days, int vertices) {}

  private record Seconds(double reading, double engine) {}

  private final RunConfig.Source source;
  private final RegionIndex regions;
  private final long seed;

  /**
   * @param work takes a config and a small map
   */
  Growth(Path work, long seed) throws IOException {
    Archive archive =
        Archive.of(new SyntheticArchive(1, SyntheticSource.LEAST_VERTICES, 1, seed), work);
    RunConfig run = archive.read();
    this.source = run.sources().get(0);
    this.regions = archive.regions(run, source);
    this.seed = seed;
  }

  /** Runs all sizes, several times in turn, and writes down the medians and slopes. */
  void tell(int runs, Figures figures) throws IOException {
    List<Size> byDays = new ArrayList<>();
    List<Size> byVertices = new ArrayList<>();
    for (int i = 0; i < SIZES; i++) {
      byDays.add(new Size(FEWEST_DAYS << i, FEWEST_VERTICES));
      byVertices.add(new Size(FEWEST_DAYS, FEWEST_VERTICES << i));
    }
    seconds(byDays.get(0));
    tell("Growth in days", byDays, Size::days, runs, figures);
    tell("Growth in vertices", byVertices, Size::vertices, runs, figures);
  }

  private void tell(
      String name, List<Size> sizes, ToDoubleFunction<Size> size, int runs, Figures figures)
      throws IOException {
    List<List<Seconds>> measured = new ArrayList<>();
    sizes.forEach(any -> measured.add(new ArrayList<>()));
    for (int run = 1; run <= runs; run++) {
      Progress.say(name + ", run " + run + " of " + runs);
      for (int i = 0; i < sizes.size(); i++) {
        measured.get(i).add(seconds(sizes.get(i)));
      }
    }
    figures.section(name + ", one thread, median of " + runs);
    for (int i = 0; i < sizes.size(); i++) {
      String of = sizes.get(i).days + " days, " + sizes.get(i).vertices + " vertices a map: ";
      figures.add(of + "reading", Median.of(measured.get(i), Seconds::reading), "s");
      figures.add(of + "engine", Median.of(measured.get(i), Seconds::engine), "s");
    }
    double[] grown = sizes.stream().mapToDouble(size).toArray();
    figures.add("log-log slope of reading", slope(grown, measured, Seconds::reading), "");
    figures.add("log-log slope of the engine", slope(grown, measured, Seconds::engine), "");
  }

  private static double slope(
      double[] sizes, List<List<Seconds>> measured, ToDoubleFunction<Seconds> seconds) {
    return Slope.logLog(
        sizes, measured.stream().mapToDouble(runs -> Median.of(runs, seconds)).toArray());
  }

  private Seconds seconds(Size size) throws IOException {
    var clock = new Clock();
    new SyntheticSource("maps", MapShape.NZZ, FIRST_DAY, size.days, size.vertices, seed)
        .each(clock);
    return new Seconds(clock.reading, clock.comparing);
  }

  /** Reads and compares map after map; drawing them is not timed. */
  private final class Clock implements SyntheticSource.Files {
    private final SnapshotNormaliser normaliser = new SnapshotNormaliser(source);
    private final ChangedEdgeEngine engine = new ChangedEdgeEngine();
    private ControlSnapshot last;
    private double reading;
    private double comparing;

    @Override
    public void take(String name, byte[] content) throws IOException {
      double started = ThreadTime.seconds();
      ControlSnapshot snapshot =
          normaliser.normalise(name, new ByteArrayInputStream(content)).maps().get(0).snapshot();
      double read = ThreadTime.seconds();
      reading += read - started;
      if (last != null) {
        engine.transitions(new SnapshotPair(last, snapshot), regions, new Overlay());
        comparing += ThreadTime.seconds() - read;
      }
      last = snapshot;
    }
  }
}
