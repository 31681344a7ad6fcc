package org.territorydelta.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ArticleReaderTest {
  @Test
  void frontMatterSaysDayPublisherAddressAndTitle() {
    Article article =
        ArticleReader.read(
            "x.md",
            "---\ndate: 2024-08-14\npublisher: AP\nurl: https://e.org/1\ntitle: \"One\"\n---\nText **bold**.");
    assertThat(article.date()).contains(LocalDate.of(2024, 8, 14));
    assertThat(article.publisher()).isEqualTo("AP");
    assertThat(article.url()).isEqualTo("https://e.org/1");
    assertThat(article.title()).isEqualTo("One");
    assertThat(article.text().strip()).isEqualTo("Text bold.");
  }

  @Test
  void aLineOrTheNameSaysTheDay() {
    assertThat(ArticleReader.read("x.txt", "Title\n14 August 2024\nText.").date())
        .contains(LocalDate.of(2024, 8, 14));
    assertThat(ArticleReader.read("20240814_x.txt", "Text.").date())
        .contains(LocalDate.of(2024, 8, 14));
    assertThat(ArticleReader.read("x.txt", "Text.").date()).isEmpty();
  }

  @Test
  void metaTagsAndLinkedDataSayTheDayOfAPage() {
    String meta =
        "<html><head><meta property=\"article:published_time\" content=\"2025-04-14T08:00:00Z\"></head><body><p>A&amp;B</p></body></html>";
    assertThat(ArticleReader.read("p.html", meta).date()).contains(LocalDate.of(2025, 4, 14));
    assertThat(ArticleReader.read("p.html", meta).text()).isEqualTo("A&B");
    String linked =
        "<html><script type=\"application/ld+json\">{\"datePublished\":\"2025-04-13\",\"publisher\":{\"name\":\"N\"}}</script><p>T</p></html>";
    assertThat(ArticleReader.read("p.html", linked).date()).contains(LocalDate.of(2025, 4, 13));
    assertThat(ArticleReader.read("p.html", linked).publisher()).isEqualTo("N");
  }

  @Test
  void scriptsMenusAndMarksThatTurnTextAreNotRead() {
    String page =
        "<html><script>Russia took 900 villages</script><nav>menu</nav><p>a\u202eb</p></html>";
    assertThat(ArticleReader.read("p.html", page).text()).doesNotContain("900", "menu", "\u202e");
  }

  @Test
  void nestedTagsWithoutEndAreBounded() {
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> ArticleReader.read("p.html", "<html>" + "<div><script".repeat(200_000)));
  }
}
