package org.territorydelta.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.territorydelta.claim.SourceBreaks;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Measurement;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.ValueRange;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.map.MapState;

/**
 * Assessments of claims as <a href="https://schema.org/ClaimReview">schema.org's ClaimReview</a>,
 * in JSON-LD: one review for each claim, source, layer set and state of knowledge.
 *
 * <p>A rating has words and their explanation and no {@code ratingValue}, since how a claim sits
 * against late and cautious maps is no place on a scale from false to true. Whether a claimant is a
 * person or an organisation is not known here, so its node has no type. Nor has a review a date or
 * an address: whoever publishes it adds theirs, and the same run gives the same bytes.
 */
public final class ClaimReviews {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> attributions;
  private final SourceBreaks breaks;

  /**
   * @param attributions of each source, by its id
   * @param breaks of every source's series
   */
  public ClaimReviews(Map<String, String> attributions, SourceBreaks breaks) {
    this.attributions = Map.copyOf(attributions);
    this.breaks = breaks;
  }

  /** All reviews as one document, which may stand inside a page's script element. */
  public String json(List<ClaimAssessment> assessments) {
    ObjectNode document = JSON.createObjectNode().put("@context", "https://schema.org");
    ArrayNode graph = document.putArray("@graph");
    assessments.forEach(assessment -> graph.add(review(assessment)));
    try {
      return JSON.writerWithDefaultPrettyPrinter()
              .writeValueAsString(document)
              .replace("<", "\\u003c")
              .replace("\u2028", "\\u2028")
              .replace("\u2029", "\\u2029")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the claim reviews", e);
    }
  }

  private ObjectNode review(ClaimAssessment assessment) {
    Claim claim = assessment.claim();
    ClaimAssessment.Against against = assessment.against();
    ObjectNode review = JSON.createObjectNode();
    review.put("@type", "ClaimReview");
    review.put(
        "@id",
        String.join(
            "/",
            "#review",
            claim.key().id(),
            against.sourceId(),
            against.layerSet(),
            against.known().word()));
    review.put("claimReviewed", statement(claim));
    review.set("itemReviewed", item(claim));
    ObjectNode rating = review.putObject("reviewRating").put("@type", "Rating");
    rating.put("alternateName", words(assessment));
    rating.put("ratingExplanation", explanation(assessment));
    review
        .putObject("author")
        .put("name", "Territory Delta")
        .put("description", "computed from published maps by fixed rules; nobody's judgement");
    ObjectNode maps = review.putObject("isBasedOn").put("@type", "Dataset");
    maps.put("name", "maps of " + against.sourceId());
    Optional.ofNullable(attributions.get(against.sourceId()))
        .ifPresent(attribution -> maps.put("creditText", attribution));
    return review;
  }

  private static ObjectNode item(Claim claim) {
    Claim.Statement statement = claim.statement();
    ObjectNode item = JSON.createObjectNode().put("@type", "Claim");
    item.put("@id", "#claim/" + claim.key().id());
    ObjectNode author = item.putObject("author").put("name", statement.claimant());
    if (!statement.role().isEmpty()) {
      author.put("description", statement.role());
    }
    item.put("datePublished", statement.date().toString());
    if (!statement.place().isEmpty()) {
      boolean isAddress = statement.place().matches("https?://\\S+");
      item.putObject("appearance")
          .put("@type", "CreativeWork")
          .put(isAddress ? "url" : "name", statement.place());
    }
    return item;
  }

  /** What is claimed, in one sentence. */
  private static String statement(Claim claim) {
    Claim.Amount amount = claim.amount();
    String hedge =
        switch (amount.qualifier()) {
          case EXACT, NOT_STATED -> "";
          case ABOUT, MORE_THAN, AT_LEAST, LESS_THAN, UP_TO, AS_MANY_AS, AT_MOST, BETWEEN, ALMOST ->
              amount.qualifier().word() + " ";
        };
    return String.format(
        Locale.ROOT,
        "%s%s %s %s by %s in %s, %s",
        hedge,
        number(amount),
        amount.unit().word().replace('_', ' '),
        verb(amount.quantity()),
        claim.subject().side(),
        claim.subject().region().name(),
        days(claim));
  }

  /** Without an exponent, which says how many digits were known and not how it was printed. */
  private static String number(Claim.Amount amount) {
    String low = amount.stated().low().toPlainString();
    String high = amount.stated().high().toPlainString();
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String verb(QuantityType quantity) {
    return switch (quantity) {
      case CONTROL_STOCK, SETTLEMENT_COUNT -> "held";
      case GROSS_GAIN -> "gained";
      case GROSS_LOSS -> "lost";
      case NET_CHANGE -> "gained net";
      case RATE_PER_DAY -> "a day gained net";
      case ADVANCE_DISTANCE -> "advanced";
    };
  }

  private static String days(Claim claim) {
    LocalDate last = claim.time().lastDay();
    return claim
        .time()
        .firstDay()
        .map(first -> first.equals(last) ? "on " + last : first + " to " + last)
        .orElse("at the end of " + last);
  }

  /** Neutral: where the claim stands to the maps, and nothing about who is right. */
  private static String words(ClaimAssessment assessment) {
    return switch (assessment.label()) {
      case CONSISTENT -> "in line with these maps";
      case HIGH -> "above these maps";
      case LOW -> "below these maps";
      case STRONGLY_HIGH -> "far above these maps";
      case STRONGLY_LOW -> "far below these maps";
      case WRONG_SIGN -> "the other way from these maps";
      case NOT_COMPARABLE -> "not comparable with these maps";
      case UNVERIFIABLE ->
          assessment.reasons().contains(Incomparability.SERIES_BREAK)
              ? "of days over which these maps do not compare"
              : "of days that these maps do not cover";
      case UNKNOWN -> "not to be told from these maps";
      case SUPERSEDED -> "replaced by a later claim";
    };
  }

  private String explanation(ClaimAssessment assessment) {
    List<String> sentences = new ArrayList<>();
    String unit = " " + assessment.claim().amount().quantity().dimension().reckonedIn().word();
    assessment
        .claim()
        .range()
        .ifPresent(range -> sentences.add("The number stands for " + ends(range) + unit + "."));
    String known =
        assessment.against().known() == AsKnown.THEN
            ? "the maps published up to the day of the statement"
            : "all maps published so far";
    assessment
        .measured()
        .ifPresent(
            range ->
                sentences.add(
                    capital(known)
                        + " of "
                        + assessment.against().sourceId()
                        + " give "
                        + ends(range)
                        + unit
                        + layerSet(assessment)
                        + maps(assessment)
                        + "."));
    assessment
        .covered()
        .ifPresent(
            range ->
                sentences.add(
                    "The maps of "
                        + assessment.against().sourceId()
                        + " that there are"
                        + span(assessment)
                        + " give "
                        + ends(range)
                        + unit
                        + layerSet(assessment)
                        + "."));
    brokenBy(assessment).ifPresent(sentences::add);
    if (!assessment.reasons().isEmpty()) {
      boolean apart =
          assessment.label() == ClaimLabel.NOT_COMPARABLE
              || assessment.label() == ClaimLabel.UNVERIFIABLE;
      sentences.add(
          assessment.reasons().stream()
                  .map(Incomparability::meaning)
                  .collect(Collectors.joining("; ", apart ? "Not compared: " : "To be known: ", ""))
              + ".");
    }
    sentences.add(capital(assessment.label().meaning()) + ".");
    sentences.add("This compares intervals and says neither true nor false.");
    return String.join(" ", sentences);
  }

  /** The days that maps really span where they are not those of the claim. */
  private static String span(ClaimAssessment assessment) {
    return assessment
        .measurement()
        .flatMap(Measurement::coveredDays)
        .map(days -> maps(assessment) + " (" + Figures.count(days, "day") + ", not the claim's),")
        .orElse(maps(assessment) + ",");
  }

  private Optional<String> brokenBy(ClaimAssessment assessment) {
    if (!assessment.reasons().contains(Incomparability.SERIES_BREAK)) {
      return Optional.empty();
    }
    String told =
        breaks
            .spoiling(
                assessment.against().sourceId(),
                assessment.measuredSide(),
                assessment.claim().amount().quantity(),
                assessment.measurement().orElseThrow().states())
            .stream()
            .map(
                found ->
                    found.key().mapDate()
                        + " ("
                        + found.key().kind().word()
                        + ", "
                        + Figures.number(SquareKm.fromM2(found.areaM2()), 1)
                        + " km²)")
            .collect(Collectors.joining("; "));
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The series of " + assessment.against().sourceId() + " breaks on " + told + ".");
  }

  private static String layerSet(ClaimAssessment assessment) {
    String layerSet = assessment.against().layerSet();
    return layerSet.equals(ClaimAssessment.ANY_LAYER_SET) ? "" : ", layer set " + layerSet;
  }

  private static String maps(ClaimAssessment assessment) {
    Optional<AreaDelta.States> states = assessment.measurement().map(Measurement::states);
    return states
        .flatMap(AreaDelta.States::closing)
        .map(MapState::mapDate)
        .map(
            closing ->
                states
                        .flatMap(AreaDelta.States::opening)
                        .map(opening -> ", from the map of " + opening.mapDate() + " to that of ")
                        .orElse(", by the map of ")
                    + closing)
        .orElse("");
  }

  private static String ends(ValueRange range) {
    if (Double.isInfinite(range.high())) {
      return Figures.number(range.low(), 1) + " or more";
    }
    if (Double.isInfinite(range.low())) {
      return Figures.number(range.high(), 1) + " or less";
    }
    String low = Figures.number(range.low(), 1);
    String high = Figures.number(range.high(), 1);
    return low.equals(high) ? low : low + " to " + high;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
