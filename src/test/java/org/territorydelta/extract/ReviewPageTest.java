package org.territorydelta.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewPageTest {
  private static List<Proposals> hostile() {
    String text =
        "Russian forces captured 12 villages <img src=x onerror=alert(1)> \u202e near Pokrovsk.";
    var article =
        new Article("=cmd()\".txt", Optional.of(LocalDate.of(2024, 8, 14)), "<b>", "", "", text);
    return List.of(Proposals.of(new Extractor().read(article)));
  }

  @Test
  void textIsEscapedAndThePageMayRunItsOwnScriptOnly() {
    String page = ReviewPage.of(hostile());
    assertThat(page).contains("12 villages</mark>").doesNotContain("<img", "<b>", "\u202e");
    assertThat(page).contains("default-src 'none'; script-src 'sha256-");
  }

  @Test
  void aFormulaIsText() {
    String csv = ProposalFiles.claims(hostile());
    assertThat(csv).contains("\"'=cmd()\"\".txt");
  }
}
