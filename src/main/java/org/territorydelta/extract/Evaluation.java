package org.territorydelta.extract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.territorydelta.extract.Rows.ProposedClaim;
import org.territorydelta.extract.Rows.ProposedComparison;
import org.territorydelta.extract.Rows.ProposedEvent;
import org.territorydelta.extract.Rows.Reading;

/**
 * Precision, recall and F1 by field. A figure is right when value and unit are; another field of a
 * claim is right when its figure is and it is one of the readings that are right.
 */
public final class Evaluation {
  /** How often a field was right, proposed wrongly, and missed. */
  public static final class Score {
    private int right;
    private int proposed;
    private int expected;

    void add(boolean isRight) {
      right += isRight ? 1 : 0;
    }

    public double precision() {
      return proposed == 0 ? 0 : (double) right / proposed;
    }

    public double recall() {
      return expected == 0 ? 0 : (double) right / expected;
    }

    public double f1() {
      return proposed + expected == 0 ? 0 : 2.0 * right / (proposed + expected);
    }
  }

  private static final List<String> CLAIM_FIELDS =
      List.of("quantity type", "side", "region", "days", "qualifier", "claimant", "verified");

  private final Map<String, Score> scores = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int empty;
  private int leftAlone;

  private Evaluation() {}

  /** Of the part that rules were written on. */
  public static Evaluation development() {
    return of("");
  }

  /** Of the third that was set aside. */
  public static Evaluation heldOut() {
    return of("held-out-");
  }

  private static Evaluation of(String prefix) {
    var evaluation = new Evaluation();
    var extractor = new Extractor();
    List<EvaluationSet.Case> cases =
        new ArrayList<>(EvaluationSet.read(prefix + "sentences.txt", false));
    cases.addAll(EvaluationSet.read(prefix + "articles.txt", true));
    for (EvaluationSet.Case one : cases) {
      evaluation.judge(one, extractor.read(one.article()));
    }
    return evaluation;
  }

  public double f1(String field) {
    return score(field).f1();
  }

  public double emptyLeftAlone() {
    return empty == 0 ? 1 : (double) leftAlone / empty;
  }

  /** What was read wrongly, for who writes rules. */
  public List<String> faults() {
    return faults;
  }

  /** The table that the command prints. */
  public String text() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                Locale.ROOT, "%-16s %9s %7s %6s%n", "field", "precision", "recall", "F1"));
    scores.forEach(
        (field, score) ->
            text.append(
                String.format(
                    Locale.ROOT,
                    "%-16s %9.2f %7.2f %6.2f%n",
                    field,
                    score.precision(),
                    score.recall(),
                    score.f1())));
    return text
        + String.format(Locale.ROOT, "empty sentences left alone: %d of %d%n", leftAlone, empty);
  }

  private Score score(String field) {
    return scores.computeIfAbsent(field, name -> new Score());
  }

  private void judge(EvaluationSet.Case one, Reading reading) {
    if (one.single() && one.isEmpty()) {
      empty++;
      boolean alone = reading.claims().isEmpty() && reading.events().isEmpty();
      leftAlone += alone ? 1 : 0;
      if (!alone) {
        fault(
            one,
            "not empty",
            reading.claims().stream()
                    .map(c -> c.quantityType() + " " + c.value() + " " + c.unit())
                    .toList()
                + " "
                + reading.events().stream().map(ProposedEvent::kind).toList());
      }
    }
    Map<Integer, ProposedClaim> matched = claims(one, reading);
    events(one, reading);
    pairs(one, reading, matched);
  }

  private void fault(EvaluationSet.Case one, String what, String detail) {
    String text = one.single() ? one.article().text().strip() : "";
    faults.add(one.id() + ": " + what + ": " + detail + "  << " + text);
  }

  private Map<Integer, ProposedClaim> claims(EvaluationSet.Case one, Reading reading) {
    List<ProposedClaim> left = new ArrayList<>(reading.claims());
    Map<Integer, ProposedClaim> matched = new LinkedHashMap<>();
    for (int i = 0; i < one.claims().size(); i++) {
      EvaluationSet.Row row = one.claims().get(i);
      Optional<ProposedClaim> found =
          left.stream()
              .filter(c -> sameValue(row.field(1), c.value()) && row.field(2).contains(c.unit()))
              .max(java.util.Comparator.comparingInt(c -> agreement(row, c)));
      found.ifPresent(left::remove);
      if (row.optional()) {
        found.ifPresent(claim -> matched.put(one.claims().indexOf(row), claim));
        continue;
      }
      score("figure").expected++;
      CLAIM_FIELDS.forEach(field -> score(field).expected += counts(row, field) ? 1 : 0);
      if (found.isEmpty()) {
        fault(one, "missed", row.field(0) + " " + row.field(1) + " " + row.field(2));
        continue;
      }
      matched.put(i, found.get());
      score("figure").proposed++;
      score("figure").add(true);
      for (String field : CLAIM_FIELDS) {
        if (counts(row, field)) {
          boolean right = isRight(row, found.get(), field);
          score(field).proposed++;
          score(field).add(right);
          if (!right) {
            fault(
                one,
                field,
                "expected "
                    + expected(row, field)
                    + ", got "
                    + got(found.get(), field)
                    + " for "
                    + found.get().value());
          }
        }
      }
    }
    for (ProposedClaim extra : left) {
      score("figure").proposed++;
      CLAIM_FIELDS.stream()
          .filter(f -> !f.equals("verified"))
          .forEach(field -> score(field).proposed++);
      fault(
          one,
          "too many",
          extra.quantityType()
              + " "
              + extra.value()
              + " "
              + extra.unit()
              + " in: "
              + extra.origin().sentence());
    }
    return matched;
  }

  private static boolean counts(EvaluationSet.Row row, String field) {
    return !field.equals("verified")
        || row.field(8).contains("yes")
        || row.field(8).equals(List.of("no"));
  }

  private static int agreement(EvaluationSet.Row row, ProposedClaim claim) {
    return (int) CLAIM_FIELDS.stream().filter(field -> isRight(row, claim, field)).count();
  }

  private static List<String> expected(EvaluationSet.Row row, String field) {
    return row.field(
        List.of(
                "quantity type",
                "",
                "",
                "qualifier",
                "side",
                "region",
                "claimant",
                "days",
                "verified")
            .indexOf(field));
  }

  private static String got(ProposedClaim claim, String field) {
    return switch (field) {
      case "quantity type" -> claim.quantityType();
      case "side" -> claim.side();
      case "region" -> claim.regionId();
      case "qualifier" -> claim.qualifier();
      case "claimant" -> claim.claimant();
      case "verified" -> claim.verified();
      case "days" ->
          claim
              .asOf()
              .map(d -> "=" + d)
              .orElse(
                  claim.firstDay().map(LocalDate::toString).orElse("")
                      + ".."
                      + claim.lastDay().map(LocalDate::toString).orElse(""));
      default ->
          throw new IllegalArgumentException(
              "Cannot judge field: name=" + field + ", expected one of " + CLAIM_FIELDS);
    };
  }

  private static boolean isRight(EvaluationSet.Row row, ProposedClaim claim, String field) {
    String got = got(claim, field);
    return expected(row, field).stream()
        .anyMatch(
            right ->
                right.equals("*")
                    || switch (field) {
                      case "days" -> sameDays(right, got);
                      case "claimant" -> sameWords(right, got);
                      default -> right.equalsIgnoreCase(got);
                    });
  }

  private static boolean sameValue(List<String> expected, String got) {
    return expected.stream()
        .anyMatch(right -> right.equals("*") || numbers(right).equals(numbers(got)));
  }

  private static List<BigDecimal> numbers(String text) {
    return Arrays.stream(text.split("-"))
        .filter(t -> !t.isBlank())
        .map(t -> new BigDecimal(t).stripTrailingZeros())
        .toList();
  }

  private static boolean sameWords(String right, String got) {
    if (right.isEmpty() || got.isEmpty()) {
      return right.isEmpty() == got.isEmpty();
    }
    Set<String> shared = words(right);
    shared.retainAll(words(got));
    return !shared.isEmpty();
  }

  private static Set<String> words(String text) {
    Set<String> words =
        new TreeSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")));
    words.removeAll(Set.of("the", "a", "of", "s", ""));
    return words;
  }

  /** {@code first..last} or {@code =day}, {@code ~n} days of slack. */
  private static boolean sameDays(String right, String got) {
    String[] slack = right.split("~");
    int days = slack.length > 1 ? Integer.parseInt(slack[1]) : 0;
    String form = slack[0];
    if (form.equals("=*")) {
      return true;
    }
    if (form.startsWith("=") || got.startsWith("=")) {
      return form.startsWith("=")
          && got.startsWith("=")
          && near(form.substring(1), got.substring(1), days);
    }
    String[] expected = form.split("\\.\\.", 2);
    String[] actual = got.split("\\.\\.", 2);
    return actual.length == 2
        && near(expected[0], actual[0], days)
        && near(expected[1], actual[1], days);
  }

  private static boolean near(String one, String other, int days) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.equals(other);
    }
    return Math.abs(ChronoUnit.DAYS.between(LocalDate.parse(one), LocalDate.parse(other))) <= days;
  }

  private void events(EvaluationSet.Case one, Reading reading) {
    List<ProposedEvent> left = new ArrayList<>(reading.events());
    for (EvaluationSet.Row row : one.events()) {
      Optional<ProposedEvent> found =
          left.stream()
              .filter(e -> row.field(0).contains(e.kind()) && eventValue(row, e))
              .findFirst();
      found = found.or(() -> left.stream().filter(e -> eventValue(row, e)).findFirst());
      found.ifPresent(left::remove);
      if (row.optional()) {
        continue;
      }
      for (String field : List.of("event", "event kind", "event date", "event region")) {
        score(field).expected++;
      }
      if (found.isEmpty()) {
        fault(one, "missed event", row.field(0) + " " + row.field(1));
        continue;
      }
      ProposedEvent event = found.get();
      eventField(one, "event", true, "");
      eventField(
          one,
          "event kind",
          row.field(0).contains(event.kind()),
          row.field(0) + " got " + event.kind());
      eventField(
          one,
          "event date",
          row.field(6).stream().anyMatch(d -> sameDays("=" + d, "=" + event.date())),
          row.field(6) + " got " + event.date());
      eventField(
          one,
          "event region",
          row.field(4).contains("*")
              || row.field(4).stream().anyMatch(r -> r.equalsIgnoreCase(event.regionId())),
          row.field(4) + " got " + event.regionId());
    }
    for (ProposedEvent extra : left) {
      for (String field : List.of("event", "event kind", "event date", "event region")) {
        score(field).proposed++;
      }
      fault(
          one,
          "too many events",
          extra.kind()
              + " "
              + extra.value()
              + " "
              + extra.detail()
              + " in: "
              + extra.origin().sentence());
    }
  }

  private static boolean eventValue(EvaluationSet.Row row, ProposedEvent event) {
    return row.field(1).contains("") && event.value().isEmpty()
        || row.field(1).contains("*")
        || !event.value().isEmpty()
            && !row.field(1).contains("")
            && sameValue(row.field(1), event.value());
  }

  private void eventField(EvaluationSet.Case one, String field, boolean right, String detail) {
    score(field).proposed++;
    score(field).add(right);
    if (!right) {
      fault(one, field, detail);
    }
  }

  private void pairs(EvaluationSet.Case one, Reading reading, Map<Integer, ProposedClaim> matched) {
    List<ProposedComparison> left = new ArrayList<>(reading.comparisons());
    for (int[] pair : one.pairs()) {
      score("comparison").expected++;
      String a = Optional.ofNullable(matched.get(pair[0] - 1)).map(ProposedClaim::id).orElse("-");
      String b = Optional.ofNullable(matched.get(pair[1] - 1)).map(ProposedClaim::id).orElse("-");
      Optional<ProposedComparison> found =
          left.stream()
              .filter(
                  p ->
                      p.left().equals(a) && p.right().equals(b)
                          || p.left().equals(b) && p.right().equals(a))
              .findFirst();
      if (found.isPresent()) {
        left.remove(found.get());
        score("comparison").proposed++;
        score("comparison").add(true);
      } else {
        fault(one, "missed pair", pair[0] + " " + pair[1]);
      }
    }
    score("comparison").proposed += left.size();
    left.forEach(extra -> fault(one, "too many pairs", extra.origin().sentence()));
  }
}
