package org.territorydelta.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.map.RegionFacts;

/** A row of {@code comparison} in words: two figures, what they are of, and their ratio. */
final class ComparisonSentence {
  private ComparisonSentence() {}

  static String text(TableRows.Cells row) {
    var text = new StringBuilder();
    text.append("Side by side: a ").append(end(row, "left"));
    text.append(" against a ").append(end(row, "right")).append(".");
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
      text.append(reasons.isEmpty() ? "." : ": " + String.join(", ", differences(reasons)) + ".");
    }
    return text.toString();
  }

  private static List<String> differences(List<String> reasons) {
    return reasons.stream().map(name -> difference(Incomparability.valueOf(name))).toList();
  }

  /** A reason in a word or two, where two figures stand side by side. */
  static String difference(Incomparability reason) {
    return switch (reason) {
      case SIDE -> "different sides";
      case UNKNOWN_SIDE -> "a side that no source draws";
      case COUNTRY -> "different countries";
      case REGION -> "different regions";
      case QUANTITY_TYPE -> "different kinds of quantity";
      case PERIOD -> "a period that was not over";
      case LAYER_SET -> "different statuses counted";
      case UNIT -> "a percentage of an unknown area";
      case NOT_COVERED -> "days that no maps cover";
      case SERIES_BREAK -> "maps between which a series breaks";
      case BASE -> "other ground";
      case PERIOD_NOT_STATED -> "a period that is not stated";
      case BELOW_SEVEN_DAYS -> "a period below seven days";
      case PLACES -> "fewer places than settlements";
      case STALENESS -> "maps of other days";
      case NEAREST_LAYER_SET -> "the nearest statuses counted";
      case OTHER_SIDE -> "told by the other side's ground";
      case SOURCE -> "different sources";
      case PERIOD_LENGTH -> "periods of different lengths";
      case VARIOUS_AREAS -> "various areas";
      case FAR_WITHIN -> "words that hold for far more";
    };
  }

  private static String end(TableRows.Cells row, String end) {
    return row.text(end + "_quantity_type").replace('_', ' ')
        + " of "
        + value(row, end)
        + " by "
        + row.text(end + "_side")
        + place(row.text(end + "_region_name"))
        + days(row, end)
        + (row.text(end + "_kind").equals("claim")
            ? ", as claimed (" + row.text(end + "_reference") + ")"
            : ", as " + row.text(end + "_reference") + " shows it");
  }

  private static String place(String regionName) {
    return regionName.equals(RegionFacts.ALL.name()) ? " over all ground" : " in " + regionName;
  }

  private static String value(TableRows.Cells row, String end) {
    if (row.number(end + "_value").isEmpty()) {
      return "unknown size";
    }
    double value = row.amount(end + "_value");
    return row.text(end + "_reckoned_in").equals("km2")
        ? Figures.inText(value, 0) + "\u00a0km² (" + Headline.squareMiles(value) + ")"
        : Figures.inText(value, 1) + " " + row.text(end + "_reckoned_in");
  }

  private static String days(TableRows.Cells row, String end) {
    LocalDate last = row.date(end + "_last_day").orElseThrow();
    return row.date(end + "_first_day")
        .map(first -> " from " + Headline.days(first, last))
        .orElse(" on " + Headline.days(last, last));
  }

  private static String number(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.0f", ratio);
  }
}
