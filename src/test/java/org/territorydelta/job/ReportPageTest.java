package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.Browser;
import org.territorydelta.spark.SharedSession;

/** The sample's page, in a real browser. Its pictures are kept under {@code target/page}. */
class ReportPageTest {
  private static final Path PICTURES = Path.of("target", "page");
  private static final String AXE_VERSION = "4.6.3";
  private static final int PHONE = 390;
  private static final int DESKTOP = 1280;
  private static final int WIDE = 1920;

  private static final String KURSK_WIDTH =
      "document.querySelector('#map [data-region=\"1 RU-KRS\"]').getBBox().width";

  @TempDir static Path folder;
  private static String out;
  private static Path page;
  private static Browser browser;

  @BeforeAll
  static void openThePage() throws Exception {
    browser = Browser.open(folder.resolve("profile"));
    out = folder.resolve("out").toString();
    TinyWorld.Ended ended =
        TinyWorld.execute("run", "--config", "data/sample/config.yaml", "--out", out, "--report");
    assertThat(ended.code()).as(ended.err()).isZero();
    page = Path.of(out, "report.html");
    browser.show(page, DESKTOP, false);
  }

  @AfterAll
  static void closeTheBrowser() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void itLoadsWithoutAWordOnTheConsoleAndAsksForNothingElse() throws Exception {
    assertThat(browser.complaints()).isEmpty();
    assertThat(browser.requests()).isNotEmpty().containsOnly(page.toUri().toString());
    assertThat(browser.text("document.title")).contains("km²", "Territory Delta");
  }

  @Test
  void theFiguresAreThoseOfTheTable() throws Exception {
    for (String side : List.of("RU", "UA")) {
      for (String source : List.of("gazette", "survey")) {
        choose(source, side, "named", "-1 ALL");
        int periods = (int) browser.number("document.getElementById('slider').max") + 1;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < periods; i++) {
          moveTo(i);
          String named = browser.text("document.getElementById('slider-now').textContent");
          String id = named.replaceAll(".*\\((.*)\\)", "$1");
          Row row = delta(source, side, id, "ALL");
          for (String figure : List.of("net", "gained", "lost")) {
            assertThat(shown(figure))
                .as(source + " " + side + " " + id + " " + figure)
                .isEqualTo(tenths(row.<Double>getAs(figure + "_km2")));
          }
          seen.add(id);
        }
        assertThat(seen).hasSize(periods).hasSize(3);
      }
    }
  }

  @Test
  void theKeyboardMovesTheSliderAndTheSliderMovesTheMap() throws Exception {
    choose("survey", "UA", "day", "-1 ALL");
    browser.choose("measure", "share");
    moveTo(0);
    String before = shades();

    browser.text("document.getElementById('slider').focus()");
    browser.press("End", 35);
    assertThat(browser.text("document.getElementById('slider-now').textContent"))
        .isEqualTo("14 August 2024");
    String at14 = shades();
    browser.press("ArrowLeft", 37);

    assertThat(browser.text("document.getElementById('slider-now').textContent"))
        .isEqualTo("13 August 2024");
    assertThat(shades()).isNotEqualTo(before).contains("gain");
    assertThat(at14).isNotEqualTo(before);
  }

  @Test
  void aRegionThatIsChosenIsWhatTheFiguresAreOf() throws Exception {
    choose("survey", "UA", "named", "1 RU-KRS");
    moveTo(2);

    String id =
        browser
            .text("document.getElementById('slider-now').textContent")
            .replaceAll(".*\\((.*)\\)", "$1");
    assertThat(shown("net"))
        .isEqualTo(tenths(delta("survey", "UA", id, "RU-KRS").<Double>getAs("net_km2")));
    assertThat(browser.text("document.getElementById('where-text').textContent"))
        .contains("in Kursk");
  }

  @Test
  void aChosenRegionFillsTheMapAndAllGroundComesBack() throws Exception {
    choose("survey", "UA", "named", "-1 ALL");
    double before = browser.number(KURSK_WIDTH);

    browser.text(
        "document.querySelector('#map [data-region=\"1 RU-KRS\"]').dispatchEvent(new Event('click', {bubbles: true}))");
    browser.settle();
    assertThat(browser.text("document.getElementById('region').value")).isEqualTo("1 RU-KRS");
    assertThat(browser.number(KURSK_WIDTH)).isGreaterThan(1.5 * before);
    browser.text("document.querySelector('#map .back').click()");
    browser.settle();

    assertThat(browser.number(KURSK_WIDTH)).isEqualTo(before);
  }

  @Test
  void piecesAreDrawnWhereTheTermsAllowThem() throws Exception {
    choose("survey", "UA", "named", "-1 ALL");
    moveTo(2);

    assertThat(browser.number("document.querySelectorAll('#map .piece.gained').length"))
        .isPositive();
    // The largest is a part of one region; turned inside out, a piece would fill the map.
    assertThat(
            browser.number(
                "Math.max(...[...document.querySelectorAll('#map .piece')].map(p => p.getBBox().width))"))
        .isBetween(5.0, 150.0);
  }

  @Test
  void namesAreShownAsTheyAreWhateverTheyHold() throws Exception {
    String name = "</script><img src=x onerror=document.title=1> & \u2028 \"B\"";
    TinyWorld world = TinyWorld.in(folder.resolve("hostile")).withFourDays();
    Path regions = world.path("regions.geojson");
    String json = new ObjectMapper().writeValueAsString(name);
    Files.writeString(regions, Files.readString(regions).replace("\"Region B\"", json));
    assertThat(world.run().code()).isZero();
    assertThat(TinyWorld.execute("report", world.out()).code()).isZero();

    try (Browser other = Browser.open(folder.resolve("hostile-profile"))) {
      other.show(world.path("out/report.html"), DESKTOP, false);

      assertThat(other.complaints()).isEmpty();
      assertThat(other.requests()).containsOnly(world.path("out/report.html").toUri().toString());
      assertThat(other.number("document.images.length")).isZero();
      assertThat(other.text("document.getElementById('regions').textContent")).contains(name);
    }
  }

  @Test
  void aCheckerOfAccessibilityFindsNothingSeriousInLightAndDark() throws Exception {
    choose("survey", "UA", "named", "-1 ALL");
    browser.run(axe());
    for (boolean dark : List.of(false, true)) {
      browser.look(DESKTOP, dark);
      browser.run(
          "window.found = null; axe.run({resultTypes: ['violations']}).then(r => { window.found = r; }, e => { window.found = {error: String(e)}; });");
      for (int i = 0;
          i < 100 && browser.text("String(window.found === null)").equals("true");
          i++) {
        Thread.sleep(100);
      }

      assertThat(browser.text("window.found.error || ''")).isEmpty();
      assertThat(browser.number("window.found.violations ? 1 : 0")).isEqualTo(1);
      assertThat(
              browser.text(
                  "window.found.violations.filter(v => ['serious', 'critical'].includes(v.impact))"
                      + ".map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' ')).join('; ')"))
          .as(dark ? "dark" : "light")
          .isEmpty();
    }
    browser.look(DESKTOP, false);
  }

  @Test
  void aLinkOpensThePageAsItWas() throws Exception {
    choose("gazette", "RU", "named", "1 UA-14");
    moveTo(1);
    String hash = browser.text("location.hash");
    String figures = shown("net");
    choose("survey", "UA", "day", "-1 ALL");

    browser.text("location.hash = " + new ObjectMapper().writeValueAsString(hash));
    browser.settle();

    assertThat(browser.text("document.getElementById('source').value")).isEqualTo("gazette");
    assertThat(browser.text("document.getElementById('region').value")).isEqualTo("1 UA-14");
    assertThat(browser.text("document.getElementById('slider').value")).isEqualTo("1");
    assertThat(shown("net")).isEqualTo(figures);
  }

  @Test
  void sourcesAndSidesHaveTheNamesOfTheConfig() throws Exception {
    choose("survey", "UA", "named", "-1 ALL");

    assertThat(browser.text("document.getElementById('where-text').textContent"))
        .contains("Ukraine", "the Survey");
    assertThat(browser.text("document.getElementById('side').selectedOptions[0].textContent"))
        .isEqualTo("Ukraine");
  }

  @Test
  void aChartIsSavedAsAPictureWithoutAnyRequest() throws Exception {
    choose("survey", "UA", "month", "-1 ALL");
    browser.text("document.querySelector('[data-carry=net] button').click()");
    for (int i = 0; i < 50 && browser.text("document.body.dataset.saved || ''").isEmpty(); i++) {
      Thread.sleep(100);
    }

    String[] saved = browser.text("document.body.dataset.saved || 'none 0'").split(" ");
    assertThat(saved[0]).isEqualTo("net");
    assertThat(Integer.parseInt(saved[1])).isGreaterThan(1000);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void twoDaysSideBySideAreTheTablesStocksAndTheirDifference() throws Exception {
    choose("survey", "UA", "day", "-1 ALL");
    for (String day : List.of("a=2024-08-05", "b=2024-08-12")) {
      browser.text(
          "(() => { const input = document.getElementById('day-' + '"
              + day.charAt(0)
              + "'); input.value = '"
              + day.substring(2)
              + "'; input.dispatchEvent(new Event('change', {bubbles: true})); return ''; })()");
    }
    browser.settle();
    double before = delta("survey", "UA", "2024-08-05", "ALL").<Double>getAs("closing_km2");
    double after = delta("survey", "UA", "2024-08-12", "ALL").<Double>getAs("closing_km2");

    String row = browser.text("document.querySelector('#two-days-table tr.chosen').textContent");
    assertThat(row.replace("\u202f", ""))
        .contains(tenths(after))
        .contains("+" + tenths(after - before));
  }

  /** Of its WebJar; it is put into the page as its reader's tools would be. */
  private static String axe() throws Exception {
    try (var in =
        ReportPageTest.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/" + AXE_VERSION + "/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void itFitsEveryScreenInLightAndDark() throws Exception {
    choose("survey", "UA", "named", "-1 ALL");
    moveTo(2);
    for (int width : List.of(PHONE, DESKTOP, WIDE)) {
      for (boolean dark : List.of(false, true)) {
        browser.look(width, dark);
        assertThat(browser.number("document.documentElement.scrollWidth"))
            .as("width of the page at " + width)
            .isLessThanOrEqualTo(width);
        browser.picture(PICTURES.resolve("sample-" + width + (dark ? "-dark" : "-light") + ".png"));
      }
    }
    browser.look(DESKTOP, false);
    Files.write(PICTURES.resolve("sample.pdf"), browser.printed());
  }

  private static String shades() throws Exception {
    return browser.text(
        "[...document.querySelectorAll('#map [data-region]')].map(r => r.getAttribute('class')).join()");
  }

  private static void choose(String source, String side, String kind, String region)
      throws Exception {
    browser.choose("source", source);
    browser.choose("side", side);
    browser.choose("set", "controlled");
    browser.choose("kind", kind);
    browser.choose("region", region);
  }

  private static void moveTo(int index) throws Exception {
    browser.text(
        "(() => { const slider = document.getElementById('slider'); slider.value = "
            + index
            + "; slider.dispatchEvent(new Event('input', {bubbles: true})); return ''; })()");
    browser.settle();
  }

  /** A figure as a reader sees it, as a number to one decimal. */
  private static String shown(String figure) throws Exception {
    return browser
        .text("document.querySelector('[data-figure=\"" + figure + "\"] dd').textContent")
        .replaceAll("[^0-9.\u2212-]", "")
        .replace('\u2212', '-');
  }

  private static String tenths(double km2) {
    return String.format(Locale.ROOT, "%.1f", km2);
  }

  private static Row delta(String source, String side, String period, String region) {
    return SharedSession.get()
        .read()
        .parquet(out + "/area_delta")
        .where("source_id = '" + source + "' and side = '" + side + "'")
        .where("period_id = '" + period + "' and region_id = '" + region + "'")
        .where("layer_set = 'controlled' and level <> 0")
        .first();
  }
}
