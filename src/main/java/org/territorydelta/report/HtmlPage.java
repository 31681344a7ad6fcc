package org.territorydelta.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An output as one HTML file that needs nothing else: styles, scripts, the drawing library and the
 * data are in it, and its content security policy lets it load nothing. The same output gives the
 * same bytes.
 */
public final class HtmlPage {
  public static final String FILE_NAME = "report.html";

  /** The drawing library as its WebJar has it. */
  private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/";

  /** In the order they are run. */
  private static final List<String> SCRIPTS =
      List.of(
          "packed.js",
          "words.js",
          "state.js",
          "window.js",
          "map.js",
          "charts.js",
          "two-days.js",
          "tables.js",
          "claims.js",
          "quality.js",
          "carry.js",
          "page.js");

  private HtmlPage() {}

  /** The page of an output. */
  public static String of(PageInput input) {
    Headline headline = Headline.of(input);
    return filled(
        resource("page/page.html"),
        Map.of(
            "title", SafeText.html(headline.title()),
            "standfirst",
                headline.paragraphs().stream()
                    .map(text -> "<p>" + SafeText.html(text) + "</p>")
                    .collect(Collectors.joining("\n")),
            "plain", PlainFigures.html(input, headline),
            "style", resource("page/page.css"),
            "library",
                script(
                    "/*!\n" + resource(D3 + "LICENSE") + "*/\n" + resource(D3 + "dist/d3.min.js")),
            "scripts",
                script(
                    SCRIPTS.stream()
                        .map(name -> resource("page/" + name))
                        .collect(Collectors.joining("\n"))),
            "data", SafeText.json(PackedPage.of(PageData.of(input, headline)))));
  }

  /** Puts values in place of {@code {{names}}}, in one pass, so that no value is read as a name. */
  static String filled(String template, Map<String, String> values) {
    var page = new StringBuilder();
    int from = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", from)) {
      int close = template.indexOf("}}", open);
      String name = template.substring(open + 2, close);
      String value = values.get(name);
      if (value == null) {
        throw new IllegalStateException("Cannot fill the page: name=" + name);
      }
      page.append(template, from, open).append(value);
      from = close + 2;
    }
    return page.append(template.substring(from)).toString();
  }

  /** Code that may stand inside a {@code script} element. */
  private static String script(String code) {
    if (code.contains("</script") || code.contains("<!--")) {
      throw new IllegalStateException("Cannot embed a script: it would end its own element");
    }
    return code;
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Cannot find " + name + " beside the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }
}
