package org.territorydelta.model.figure;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * One side's ground over all maps of a source, for a person to read.
 *
 * @param first ground on the first map
 * @param last ground on the last map
 * @param largestMonth the calendar month, fully covered and across no break, with the largest net
 *     either way; empty when there is none
 * @param breaks those that lie between the first and the last map
 */
public record SideSummary(
    String side,
    String layerSet,
    DatedArea first,
    DatedArea last,
    MonthNet largestMonth,
    FigureBreaks breaks)
    implements Serializable {

  /** From the first map to the last, less what breaks moved. */
  public long netWithoutBreaksM2() {
    return last.areaM2 - first.areaM2 - breaks.netM2();
  }

  /** Ground at the end of a day. */
  public record DatedArea(LocalDate mapDate, long areaM2) implements Serializable {}

  /** A month's net, by its id; an empty id when there is none. */
  public record MonthNet(String month, long netM2) implements Serializable {
    public static final MonthNet NONE = new MonthNet("", 0);
  }
}
