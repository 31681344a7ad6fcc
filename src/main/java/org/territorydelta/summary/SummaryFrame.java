package org.territorydelta.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.figure.Diagonal;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.timeline.PeriodCalendar;

/** What all sources are summed up by. */
public record SummaryFrame(
    RegionTree regions,
    List<LayerSet> layerSets,
    PeriodCalendar calendar,
    int maxStalenessDays,
    Options options)
    implements Serializable {
  /**
   * What may be asked for.
   *
   * @param bandLagDays by how many days, at most, a period's ends are shifted for the band
   * @param diagonal whether transitions tell of ground that stayed, too
   */
  public record Options(int bandLagDays, Diagonal diagonal) implements Serializable {
    /** A day: the last day of a period and the map that shows it are easily a day apart. */
    public static final Options DEFAULT = new Options(1, Diagonal.LEFT_OUT);
  }

  public SummaryFrame {
    layerSets = new ArrayList<>(layerSets);
  }
}
