package org.territorydelta.claim;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.ComparisonRow;
import org.territorydelta.model.claim.ComparisonRow.Definition;
import org.territorydelta.model.claim.ComparisonRow.End;
import org.territorydelta.model.claim.ComparisonRow.EndKind;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.MeasureUnit.Dimension;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.map.RegionId;

/** A comparison in plain words: who said what, how many times the other it is, and what differs. */
final class ComparisonSentence {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final ClaimRegister register;

  ComparisonSentence(ClaimRegister register) {
    this.register = register;
  }

  /**
   * @param counterparts the same two figures as sources measure them
   * @param later what sources show to have come later, in words
   */
  String of(ComparisonRow row, Collection<ComparisonRow> counterparts, List<String> later) {
    List<String> sentences = new ArrayList<>();
    String ends = end(row.left()) + "; " + end(row.right()) + ".";
    sentences.add(ends.substring(0, 1).toUpperCase(Locale.ROOT) + ends.substring(1));
    row.ratio()
        .ifPresentOrElse(
            ratio -> sentences.add(times(row, ratio)),
            () -> sentences.add("There is no ratio of the two."));
    for (ComparisonRow measured : counterparts) {
      measured
          .ratio()
          .ifPresent(
              ratio ->
                  sentences.add(
                      "On the maps of "
                          + measured.left().reference()
                          + " it was "
                          + number(ratio)
                          + " times: "
                          + value(measured.left())
                          + " against "
                          + value(measured.right())
                          + "."));
    }
    sentences.addAll(later);
    sentences.add(differences(row));
    boolean unverified =
        List.of(row.left(), row.right()).stream()
            .flatMap(end -> claim(end).stream())
            .anyMatch(claim -> !claim.subject().verified());
    if (unverified) {
      sentences.add("Not independently verified.");
    }
    return String.join(" ", sentences);
  }

  private Optional<Claim> claim(End end) {
    return end.kind() == EndKind.CLAIM ? register.claim(end.reference()) : Optional.empty();
  }

  private String end(End end) {
    Definition definition = end.definition();
    String whose =
        verb(definition.quantity())
            + " "
            + definition.side()
            + (definition.region().id().equals(RegionId.ALL)
                ? ""
                : " in " + definition.region().name())
            + " "
            + days(definition.time());
    return claim(end)
        .map(
            claim ->
                claim.statement().claimant()
                    + " claimed "
                    + hedge(claim)
                    + value(end)
                    + " "
                    + whose)
        .orElse("the maps of " + end.reference() + " give " + value(end) + " " + whose);
  }

  private static String hedge(Claim claim) {
    return switch (claim.amount().qualifier()) {
      case EXACT, NOT_STATED -> "";
      case ABOUT, MORE_THAN, AT_LEAST, LESS_THAN, UP_TO, AS_MANY_AS, AT_MOST, BETWEEN, ALMOST ->
          claim.amount().qualifier().word() + " ";
    };
  }

  private static String verb(QuantityType quantity) {
    return switch (quantity) {
      case CONTROL_STOCK, SETTLEMENT_COUNT -> "held by";
      case GROSS_GAIN -> "taken by";
      case GROSS_LOSS -> "lost by";
      case NET_CHANGE -> "net for";
      case RATE_PER_DAY -> "a day net for";
      case ADVANCE_DISTANCE -> "of advance by";
    };
  }

  private static String days(ClaimTime time) {
    String last = DAY.format(time.lastDay());
    return time.firstDay()
        .map(
            first ->
                first.equals(time.lastDay())
                    ? "on " + last
                    : "from " + DAY.format(first) + " to " + last)
        .orElse("at the end of " + last);
  }

  private static String value(End end) {
    OptionalDouble value = end.value();
    if (value.isEmpty()) {
      return "no figure";
    }
    Dimension dimension = end.definition().quantity().dimension();
    double shown = value.getAsDouble();
    String format = dimension == Dimension.LENGTH || Math.abs(shown) < 10 ? "%,.1f" : "%,.0f";
    String unit =
        switch (dimension) {
          case AREA -> " km²";
          case LENGTH -> " km";
          case COUNT -> " settlements";
        };
    return String.format(Locale.ROOT, format, shown) + unit;
  }

  private static String times(ComparisonRow row, double ratio) {
    var text = new StringBuilder("The first is " + number(ratio) + " times the second");
    if (row.ratioLow().isPresent() && row.ratioHigh().isPresent()) {
      text.append(" (")
          .append(number(row.ratioLow().getAsDouble()))
          .append(" to ")
          .append(number(row.ratioHigh().getAsDouble()))
          .append(")");
    }
    row.ratioPerDay()
        .ifPresent(perDay -> text.append(", and per day ").append(number(perDay)).append(" times"));
    return text.append(".").toString();
  }

  private static String number(double ratio) {
    return String.format(Locale.ROOT, Math.abs(ratio) < 10 ? "%.2f" : "%.0f", ratio);
  }

  private static String differences(ComparisonRow row) {
    List<String> words = new ArrayList<>();
    for (Incomparability reason : row.reasons()) {
      words.add(
          switch (reason) {
            case SIDE -> "sides";
            case COUNTRY -> "countries";
            case QUANTITY_TYPE -> "kinds of quantity";
            case LAYER_SET -> "statuses counted";
            case PERIOD_LENGTH -> "lengths of period";
            case SOURCE -> "sources";
            case UNKNOWN_SIDE,
                REGION,
                PERIOD,
                UNIT,
                NOT_COVERED,
                BASE,
                PERIOD_NOT_STATED,
                BELOW_SEVEN_DAYS,
                PLACES,
                SERIES_BREAK,
                STALENESS,
                NEAREST_LAYER_SET,
                OTHER_SIDE,
                VARIOUS_AREAS,
                FAR_WITHIN ->
                "";
          });
    }
    words.removeIf(String::isEmpty);
    var text = new StringBuilder();
    if (words.isEmpty()) {
      text.append(row.reasons().isEmpty() ? "The two are of the same thing." : "");
    } else {
      text.append("Different ");
      for (int i = 0; i < words.size(); i++) {
        text.append(i == 0 ? "" : i == words.size() - 1 ? " and " : ", ").append(words.get(i));
      }
      text.append(".");
    }
    if (row.reasons().contains(Incomparability.SERIES_BREAK)) {
      text.append(" A series breaks there, and is measured without.");
    }
    if (row.reasons().contains(Incomparability.NOT_COVERED)) {
      text.append(" The maps do not cover one of the periods.");
    }
    return text.toString().strip();
  }
}
