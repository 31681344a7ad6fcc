package org.territorydelta.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.SeriesBreak;

/** The breaks of an output's series, by their places in {@code series_break}. */
final class BreakIndex {
  private final List<SeriesBreak> breaks;

  private BreakIndex(List<SeriesBreak> breaks) {
    this.breaks = breaks;
  }

  static BreakIndex of(TableRows seriesBreak) {
    return new BreakIndex(seriesBreak.stream().map(BreakIndex::read).toList());
  }

  /** Without its files, which do not say where it lies. */
  private static SeriesBreak read(TableRows.Cells row) {
    LocalDate first = row.date("map_date").orElseThrow();
    return new SeriesBreak(
        new SeriesBreak.Key(
            row.text("source_id"), first, BreakKind.parse(row.text("kind")), row.text("side")),
        new SeriesBreak.Maps(
            SeriesBreak.MapFileDate.NONE,
            new SeriesBreak.MapFileDate(first, ""),
            new SeriesBreak.MapFileDate(row.date("last_map_date").orElse(first), "")),
        Math.round(row.amount("area_km2") * 1e6),
        row.text("rule"),
        row.text("detail"),
        row.flag("excluded"));
  }

  /** The places of those that a row of {@code area_delta} counts. */
  List<Integer> places(TableRows.Cells row) {
    List<Integer> places = new ArrayList<>();
    if (row.amount("breaks") > 0) {
      LocalDate opening = row.date("opening_map_date").orElseThrow();
      LocalDate closing = row.date("closing_map_date").orElseThrow();
      for (int i = 0; i < breaks.size(); i++) {
        SeriesBreak found = breaks.get(i);
        if (found.key().sourceId().equals(row.text("source_id"))
            && found.breaksFiguresOf(row.text("side"))
            && (found.beginsBetween(opening, closing) || found.endsBetween(opening, closing))) {
          places.add(i);
        }
      }
    }
    return places;
  }

  /** Those of a row in words: each kind, day and area. */
  String words(TableRows.Cells row) {
    return places(row).stream()
        .map(breaks::get)
        .map(
            found ->
                found.key().kind().word().replace('-', ' ')
                    + " on "
                    + Headline.day(found.key().mapDate())
                    + ", "
                    + Figures.inText(found.areaM2() / 1e6, 1)
                    + "\u00a0km²")
        .collect(Collectors.joining("; "));
  }

  /** The day of the first of them. */
  LocalDate firstDay(TableRows.Cells row) {
    return breaks.get(places(row).get(0)).key().mapDate();
  }
}
