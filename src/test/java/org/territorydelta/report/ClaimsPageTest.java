package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.Browser;

/** Three assessments of two claims, in a real browser. */
class ClaimsPageTest {
  private static final String SHOWN = "document.querySelectorAll('#claim-rows tr[data-claim]')";

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void openThePage() throws Exception {
    browser = Browser.open(folder.resolve("profile"));
    ToldTable claims =
        ToldTable.named("claim_assessment")
            .row(claim("week", "General", "https://news.example/a?b=1&c=2", "now", "HIGH", 390.0))
            .row(
                claim("week", "General", "https://news.example/a?b=1&c=2", "then", "UNKNOWN", null))
            .row(claim("total", "Minister", "javascript:alert(1)", "now", "CONSISTENT", 300.0));
    Path page = folder.resolve("claims.html");
    Files.writeString(
        page,
        HtmlPage.of(
            ToldTable.output(
                "claim_assessment",
                claims,
                "area_delta",
                ToldTable.named("area_delta").month("atlas", "RED", "2024-06", 2, 1))));
    browser.show(page, 1280, false);
  }

  @AfterAll
  static void closeTheBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void whatIsKnownNowComesFirst() throws Exception {
    browser.choose("claim-label", "");
    browser.choose("claim-claimant", "");

    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.number(SHOWN + ".length")).isEqualTo(2);
    assertThat(browser.text("document.getElementById('claim-rows').textContent"))
        .contains("Above the measured", "Consistent", "About 390\u00a0square miles")
        .doesNotContain("Not known then");
  }

  @Test
  void filtersFilter() throws Exception {
    browser.choose("claim-label", "HIGH");
    assertThat(browser.text("[..." + SHOWN + "].map(row => row.dataset.claim)")).isEqualTo("week");
    browser.choose("claim-label", "");
    browser.choose("claim-claimant", "Minister");
    assertThat(browser.text("[..." + SHOWN + "].map(row => row.dataset.claim)")).isEqualTo("total");
    browser.choose("claim-claimant", "");
    browser.choose("claim-known", "as_known_then");
    assertThat(browser.text("[..." + SHOWN + "].map(row => row.dataset.label)"))
        .isEqualTo("UNKNOWN");
    browser.choose("claim-known", "as_known_now");
  }

  @Test
  void onlyAddressesOfTheWebBecomeLinks() throws Exception {
    browser.choose("claim-label", "");
    browser.choose("claim-claimant", "");

    assertThat(
            browser.text(
                "[...document.querySelectorAll('#claims a')].map(a => a.href + ' ' + a.rel)"))
        .isEqualTo("https://news.example/a?b=1&c=2 noopener noreferrer");
    assertThat(browser.text("document.getElementById('claims').textContent"))
        .contains("javascript:alert(1)");
  }

  @Test
  void noLabelSaysTrueOrFalse() throws Exception {
    assertThat(browser.text("document.body.innerText.match(/\\\\b(true|false)\\\\b/i)"))
        .isEqualTo("null");
  }

  private static Object[] claim(
      String id, String claimant, String place, String known, String label, Double measured) {
    return new Object[] {
      "claim_id",
      id,
      "claimant",
      claimant,
      "claimant_role",
      "",
      "statement_date",
      LocalDate.parse("2024-08-14"),
      "stated_where",
      place,
      "side",
      "RED",
      "region_name",
      "East",
      "quantity_type",
      "gross_gain",
      "stated",
      id.equals("week") ? "3.9E+2" : "300",
      "unit",
      id.equals("week") ? "sq_mi" : "km2",
      "qualifier",
      id.equals("week") ? "about" : "exact",
      "first_day",
      LocalDate.parse("2024-08-06"),
      "last_day",
      LocalDate.parse("2024-08-12"),
      "verified",
      false,
      "reckoned_in",
      "km2",
      "claimed_low",
      380.0,
      "claimed_value",
      390.0,
      "claimed_high",
      400.0,
      "source_id",
      "atlas",
      "layer_set",
      "controlled",
      "known",
      "as_known_" + known,
      "counted",
      true,
      "label",
      label,
      "reasons",
      List.of(),
      "measured_low",
      measured,
      "measured_value",
      measured,
      "measured_high",
      measured,
      "ratio",
      measured == null ? null : 390 / measured
    };
  }
}
