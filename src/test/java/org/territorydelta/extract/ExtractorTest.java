package org.territorydelta.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.territorydelta.extract.Rows.ProposedClaim;
import org.territorydelta.extract.Rows.Reading;

class ExtractorTest {
  /** A Wednesday. */
  private static final LocalDate DAY = LocalDate.of(2024, 8, 14);

  private static final Duration BOUND = Duration.ofSeconds(30);

  private static Reading read(String text) {
    return new Extractor().read(new Article("a.txt", Optional.of(DAY), "", "", "", text));
  }

  private static ProposedClaim only(String text) {
    List<ProposedClaim> claims = read(text).claims();
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  @Test
  void aPeriodUpToTheDayOfSpeakingEndsThere() {
    // Monday before 14 August is the 12th; seven days up to it begin on the 6th.
    ProposedClaim claim =
        only(
            "Ukraine's commander said on Monday that his forces took 390 square miles of Kursk in one week.");
    assertThat(claim.statementDate()).isEqualTo(LocalDate.of(2024, 8, 12));
    assertThat(claim.firstDay()).contains(LocalDate.of(2024, 8, 6));
    assertThat(claim.lastDay()).contains(LocalDate.of(2024, 8, 12));
    assertThat(claim.quantityType()).isEqualTo("gross_gain");
    assertThat(claim.side()).isEqualTo("UA");
    assertThat(claim.regionId()).isEqualTo("RU-KRS");
  }

  @Test
  void twoUnitsOfOneFigureAreOneGroup() {
    List<ProposedClaim> claims =
        read("Russian forces seized 2,000 square kilometres (772 square miles) in July.").claims();
    assertThat(claims).extracting(ProposedClaim::unit).containsExactly("km2", "sq_mi");
    assertThat(claims.get(1).groupId()).isEqualTo(claims.get(0).groupId());
  }

  @Test
  void aSpanIsWhereTheFigureStandsInTheText() {
    String text = "First a quiet line.\nRussian forces captured 12 villages near Pokrovsk in July.";
    ProposedClaim claim = only(text);
    assertThat(text.substring(claim.origin().start(), claim.origin().end()))
        .isEqualTo("12 villages");
  }

  @Test
  void oneSentenceMakesAllOfATextUnverified() {
    Reading reading =
        read(
            "Russian forces captured 12 villages near Pokrovsk.\nNone of the claims could be independently verified.");
    assertThat(reading.claims()).extracting(ProposedClaim::verified).containsExactly("no");
  }

  @Test
  void hopesPlansAndDenialsAreNoFigures() {
    assertThat(read("The general denied losing three villages near Vovchansk.").claims()).isEmpty();
    assertThat(read("Kyiv hopes to liberate 400 square kilometres by winter.").claims()).isEmpty();
    assertThat(read("Moscow would control 80 percent of the Donetsk region.").claims()).isEmpty();
  }

  @Test
  void aLanguageIsAddedByFilesAlone() {
    // "Russian troops occupied 430 sq km of Ukraine's territory in January."
    ProposedClaim claim = only("Російські війська окупували 430 кв. км території України в січні.");
    assertThat(claim.value()).isEqualTo("430");
    assertThat(claim.unit()).isEqualTo("km2");
    assertThat(claim.side()).isEqualTo("RU");
    assertThat(claim.firstDay()).contains(LocalDate.of(2024, 1, 1));
    assertThat(claim.lastDay()).contains(LocalDate.of(2024, 1, 31));
  }

  @Test
  void aLineOfAMegabyteOfCommasIsBounded() {
    Assertions.assertTimeout(
        BOUND, () -> read("1,".repeat(5_000_000).substring(0, ArticleReader.MOST_BYTES / 4)));
  }

  @Test
  void anArticleWithoutADayGivesNothing() {
    var undated = new Article("a.txt", Optional.empty(), "", "", "", "Russia took 40 villages.");
    assertThat(new Extractor().read(undated).claims()).isEmpty();
  }
}
