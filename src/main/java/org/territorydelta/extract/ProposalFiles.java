package org.territorydelta.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.territorydelta.extract.Rows.Origin;
import org.territorydelta.extract.Rows.ProposedClaim;
import org.territorydelta.extract.Rows.ProposedComparison;
import org.territorydelta.extract.Rows.ProposedEvent;
import org.territorydelta.extract.Rows.Reading;

/**
 * Writes proposals as rows of the claims and events files, with columns behind those that say where
 * and how each was read. RFC 4180, UTF-8; a text that a spreadsheet would take for a formula gets
 * an apostrophe.
 */
public final class ProposalFiles {
  private static final String ORIGIN =
      "document,document_date,span,sentence_number,sentence,rule,region_from,confidence,proposed";
  private static final String CLAIMS =
      "claim_id,group_id,claimant,publisher,claimant_role,side,statement_date,source_url,source_id,"
          + "quantity_type,value,significant_digits,unit,qualifier,region_id,first_day,last_day,as_of,layer_set,verified,"
          + ORIGIN;
  private static final String EVENTS =
      "event_id,date,region_id,kind,value,unit,qualifier,claimant,publisher,verified,detail,source_url,"
          + ORIGIN;
  private static final String COMPARISONS =
      "comparison_id,left,right,document,span,sentence_number,sentence,rule,confidence,proposed";

  private ProposalFiles() {}

  public static String claims(List<Reading> readings) {
    StringBuilder csv = new StringBuilder(CLAIMS).append("\r\n");
    for (Reading reading : readings) {
      Article article = reading.article();
      for (ProposedClaim c : reading.claims()) {
        row(
            csv,
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
            c.verified(),
            article.name(),
            day(article.date()),
            span(c.origin()),
            Integer.toString(c.origin().number()),
            c.origin().sentence(),
            c.origin().rule(),
            c.regionFrom(),
            confidence(c.origin()),
            "yes");
      }
    }
    return csv.toString();
  }

  public static String events(List<Reading> readings) {
    StringBuilder csv = new StringBuilder(EVENTS).append("\r\n");
    for (Reading reading : readings) {
      Article article = reading.article();
      for (ProposedEvent e : reading.events()) {
        row(
            csv,
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
            url(article),
            article.name(),
            day(article.date()),
            span(e.origin()),
            Integer.toString(e.origin().number()),
            e.origin().sentence(),
            e.origin().rule(),
            "",
            confidence(e.origin()),
            "yes");
      }
    }
    return csv.toString();
  }

  public static String comparisons(List<Reading> readings) {
    StringBuilder csv = new StringBuilder(COMPARISONS).append("\r\n");
    for (Reading reading : readings) {
      for (ProposedComparison p : reading.comparisons()) {
        row(
            csv,
            p.id(),
            p.left(),
            p.right(),
            reading.article().name(),
            span(p.origin()),
            Integer.toString(p.origin().number()),
            p.origin().sentence(),
            p.origin().rule(),
            confidence(p.origin()),
            "yes");
      }
    }
    return csv.toString();
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

  private static String span(Origin origin) {
    return origin.start() + ".." + origin.end();
  }

  private static String confidence(Origin origin) {
    return String.format(Locale.ROOT, "%.2f", origin.confidence());
  }

  private static void row(StringBuilder csv, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      csv.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    csv.append("\r\n");
  }

  private static String cell(String text) {
    String flat = text.replaceAll("[\\p{Cc}]+", " ");
    String safe =
        flat.matches("(?s)^[=+@\\t-].*") && !flat.matches("-?[\\d.]+(?:-[\\d.]+)?")
            ? "'" + flat
            : flat;
    return safe.matches("(?s).*[,\"\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** The cells of what was written here. */
  static List<List<String>> rows(String csv) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (c == '"') {
        boolean twice = quoted && i + 1 < csv.length() && csv.charAt(i + 1) == '"';
        if (twice) {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }
}
