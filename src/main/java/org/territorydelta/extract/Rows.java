package org.territorydelta.extract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What was read from a document, in the words of the claims and events files. */
public final class Rows {
  private Rows() {}

  /**
   * Where a row was read, by which rule, and how sure that is.
   *
   * @param start of the words, in the document's text
   * @param sentenceStart of their sentence
   */
  public record Origin(
      String document,
      int start,
      int end,
      int sentenceStart,
      int number,
      String sentence,
      String rule,
      double confidence)
      implements Serializable {
    /** Where the words stand in the sentence. */
    int sentenceOffset() {
      return start - sentenceStart;
    }
  }

  /**
   * A proposed claim. Texts are empty where the document gives none.
   *
   * @param regionFrom how the region was found: {@code sentence}, {@code article}, {@code side}
   */
  public record ProposedClaim(
      String id,
      String groupId,
      String claimant,
      String side,
      LocalDate statementDate,
      String quantityType,
      String value,
      String unit,
      String qualifier,
      String regionId,
      String regionFrom,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> lastDay,
      Optional<LocalDate> asOf,
      String verified,
      Origin origin)
      implements Serializable {

    ProposedClaim verified(String word) {
      return new ProposedClaim(
          id,
          groupId,
          claimant,
          side,
          statementDate,
          quantityType,
          value,
          unit,
          qualifier,
          regionId,
          regionFrom,
          firstDay,
          lastDay,
          asOf,
          word,
          origin);
    }
  }

  /** A proposed event. */
  public record ProposedEvent(
      String id,
      LocalDate date,
      String regionId,
      String kind,
      String value,
      String unit,
      String qualifier,
      String claimant,
      String verified,
      String detail,
      Origin origin)
      implements Serializable {

    ProposedEvent verified(String word) {
      return new ProposedEvent(
          id, date, regionId, kind, value, unit, qualifier, claimant, word, detail, origin);
    }
  }

  /** Two claims that the text holds against each other. */
  public record ProposedComparison(String id, String left, String right, Origin origin)
      implements Serializable {}

  /** All of a document, in the order of its text. */
  public record Reading(
      Article article,
      List<ProposedClaim> claims,
      List<ProposedEvent> events,
      List<ProposedComparison> comparisons)
      implements Serializable {}
}
