package org.territorydelta.extract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.territorydelta.extract.Rows.Origin;
import org.territorydelta.extract.Rows.ProposedClaim;
import org.territorydelta.extract.Rows.ProposedComparison;
import org.territorydelta.extract.Rows.ProposedEvent;
import org.territorydelta.extract.Rows.Reading;

/**
 * What a document says, as rows of the claims and events files, with columns behind those that say
 * where and how each was read.
 *
 * @param isDated whether its day is known; without it nothing is read
 */
public record Proposals(
    String document, boolean isDated, List<Row> claims, List<Row> events, List<Row> comparisons)
    implements Serializable {

  /** A row's cells in the order of its table's columns. */
  public record Row(List<String> cells, Origin origin) implements Serializable {}

  private static final List<String> ORIGIN =
      List.of(
          "document",
          "document_date",
          "span",
          "sentence_number",
          "sentence",
          "rule",
          "region_from",
          "confidence",
          "proposed");

  static final List<String> CLAIM_COLUMNS =
      with(
          "claim_id",
          "group_id",
          "claimant",
          "publisher",
          "claimant_role",
          "side",
          "statement_date",
          "source_url",
          "source_id",
          "quantity_type",
          "value",
          "significant_digits",
          "unit",
          "qualifier",
          "region_id",
          "first_day",
          "last_day",
          "as_of",
          "layer_set",
          "verified");
  static final List<String> EVENT_COLUMNS =
      with(
          "event_id",
          "date",
          "region_id",
          "kind",
          "value",
          "unit",
          "qualifier",
          "claimant",
          "publisher",
          "verified",
          "detail",
          "source_url");
  static final List<String> COMPARISON_COLUMNS = with("comparison_id", "left", "right");

  private static List<String> with(String... columns) {
    return java.util.stream.Stream.concat(java.util.Arrays.stream(columns), ORIGIN.stream())
        .toList();
  }

  /** The rows of a reading. */
  public static Proposals of(Reading reading) {
    Article article = reading.article();
    return new Proposals(
        article.name(),
        article.date().isPresent(),
        reading.claims().stream().map(claim -> row(article, claim)).toList(),
        reading.events().stream().map(event -> row(article, event)).toList(),
        reading.comparisons().stream().map(pair -> row(article, pair)).toList());
  }

  private static Row row(Article article, ProposedClaim c) {
    return row(
        article,
        c.origin(),
        c.regionFrom(),
        c.id(),
        c.groupId(),
        c.claimant(),
        publisher(article),
        "",
        c.side(),
        c.statementDate().toString(),
        url(article),
        "",
        c.quantityType(),
        c.value(),
        "",
        c.unit(),
        c.qualifier(),
        c.regionId(),
        day(c.firstDay()),
        day(c.lastDay()),
        day(c.asOf()),
        "",
        c.verified());
  }

  private static Row row(Article article, ProposedEvent e) {
    return row(
        article,
        e.origin(),
        "",
        e.id(),
        e.date().toString(),
        e.regionId(),
        e.kind(),
        e.value(),
        e.unit(),
        e.qualifier(),
        e.claimant(),
        publisher(article),
        e.verified(),
        e.detail(),
        url(article));
  }

  private static Row row(Article article, ProposedComparison p) {
    return row(article, p.origin(), "", p.id(), p.left(), p.right());
  }

  private static Row row(Article article, Origin origin, String regionFrom, String... cells) {
    List<String> all = new java.util.ArrayList<>(List.of(cells));
    all.addAll(
        List.of(
            article.name(),
            day(article.date()),
            origin.start() + ".." + origin.end(),
            Integer.toString(origin.number()),
            origin.sentence(),
            origin.rule(),
            regionFrom,
            String.format(Locale.ROOT, "%.2f", origin.confidence()),
            "yes"));
    return new Row(List.copyOf(all), origin);
  }

  private static String publisher(Article article) {
    return article.publisher().isEmpty() ? article.name() : article.publisher();
  }

  private static String url(Article article) {
    return article.url().isEmpty() ? article.name() : article.url();
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
