package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>{{data}}\u2028";

  @Test
  void aValueIsNeverReadAsAName() {
    assertThat(HtmlPage.filled("{{a}} and {{b}}", Map.of("a", "{{b}}", "b", "2")))
        .isEqualTo("{{b}} and 2");
    assertThatThrownBy(() -> HtmlPage.filled("{{c}}", Map.of()))
        .hasMessage("Cannot fill the page: name=c");
  }

  @Test
  void whateverTheDataHoldsThePageKeepsItsElements() throws IOException {
    String page =
        HtmlPage.of(
            ToldTable.output(
                "area_delta",
                    ToldTable.named("area_delta").month(HOSTILE, HOSTILE, "2024-06", 2, 1),
                "region", ToldTable.named("region").row("region_id", HOSTILE, "level", 1)));

    assertThat(page.contains("<img")).isFalse();
    assertThat(page.contains("\u2028")).isFalse();
    assertThat(page.split("</script>", -1)).as("three scripts").hasSize(4);
    assertThat(data(page).path("regions").get(0).path("id").asText()).isEqualTo(HOSTILE);
  }

  @Test
  void itLoadsNothing() {
    String page = HtmlPage.of(ToldTable.output());

    assertThat(page.contains("default-src 'none'")).isTrue();
    for (String loading : List.of("src=\"", "<link", "@import", "url(http")) {
      assertThat(page.contains(loading)).as(loading).isFalse();
    }
  }

  @Test
  void theLibraryComesWithItsLicence() {
    assertThat(HtmlPage.of(ToldTable.output()).contains("Permission to use, copy, modify"))
        .isTrue();
  }

  @Test
  void theSameOutputGivesTheSamePage() {
    PageInput input =
        ToldTable.output(
            "area_delta", ToldTable.named("area_delta").month("a", "RED", "2024-06", 2, 1));

    assertThat(HtmlPage.of(input)).isEqualTo(HtmlPage.of(input));
  }

  /** What the page's own script will read. */
  static JsonNode data(String page) throws IOException {
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = page.indexOf(start) + start.length();
    return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }
}
