package org.territorydelta.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.territorydelta.model.Incomparability;

/** A row of {@code comparison} in words: two figures, what they are of, and their ratio. */
final class Founding {
  private Founding() {}

  static String text(TableRows.Cells row) {
    var text = new StringBuilder();
    text.append("Side by side: ").append(end(row, "left"));
    text.append(" against ").append(end(row, "right")).append(".");
    row.number("ratio")
        .ifPresent(
            ratio -> text.append(" The first is ").append(number(ratio)).append(" of the second"));
    row.number("ratio_per_day")
        .ifPresent(ratio -> text.append("; per day, ").append(number(ratio)));
    if (row.number("ratio").isPresent()) {
      text.append(".");
    }
    List<String> reasons = row.texts("reasons");
    if (row.flag("comparable")) {
      text.append(" The two are comparable.");
    } else {
      text.append(" They are not comparable");
      text.append(reasons.isEmpty() ? "." : ": " + String.join("; ", meanings(reasons)) + ".");
    }
    return text.toString();
  }

  private static List<String> meanings(List<String> reasons) {
    return reasons.stream().map(name -> Incomparability.valueOf(name).meaning()).toList();
  }

  private static String end(TableRows.Cells row, String end) {
    boolean isArea = row.text(end + "_reckoned_in").equals("km2");
    double value = row.amount(end + "_value");
    String what =
        isArea
            ? Figures.number(value, 0) + " km² (" + Headline.squareMiles(value) + ")"
            : Figures.number(value, 1) + " " + row.text(end + "_reckoned_in");
    Optional<LocalDate> first = row.date(end + "_first_day");
    LocalDate last = row.date(end + "_last_day").orElseThrow();
    return row.text(end + "_side")
        + ", "
        + row.text(end + "_region_name")
        + ", "
        + row.text(end + "_quantity_type").replace('_', ' ')
        + " of "
        + what
        + (first.isPresent() ? " from " + Headline.days(first.get(), last) : " on " + last)
        + (row.text(end + "_kind").equals("claim")
            ? " as claimed (" + row.text(end + "_reference") + ")"
            : " as " + row.text(end + "_reference") + " shows it");
  }

  private static String number(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio);
  }
}
