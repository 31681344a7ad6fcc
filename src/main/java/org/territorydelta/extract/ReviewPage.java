package org.territorydelta.extract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.territorydelta.extract.Rows.Origin;

/**
 * A page on which a person accepts, corrects or refuses what was read, sentence by sentence, and
 * saves the files that a run takes. All text is escaped; the page may run its own script and
 * nothing else, and reaches no network.
 */
public final class ReviewPage {
  private static final int MOST_ROWS = 5000;

  private static final String SCRIPT =
      """
      const cell = t => /[",\\r\\n]/.test(t) ? '"' + t.replaceAll('"', '""') + '"' : t;
      const clean = t => /^[=+@\\t]/.test(t) ? "'" + t : t;
      document.querySelectorAll('button[data-table]').forEach(button => button.addEventListener('click', () => {
        const table = document.getElementById(button.dataset.table);
        const head = [...table.querySelectorAll('thead th[data-col]')].map(th => th.dataset.col);
        const lines = [head.join(',')];
        table.querySelectorAll('tbody tr').forEach(row => {
          const values = head.map(col => row.querySelector('[data-col="' + col + '"]').textContent);
          values[head.indexOf('proposed')] = row.querySelector('input').checked ? 'accepted' : 'refused';
          lines.push(values.map(v => cell(clean(v))).join(','));
        });
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([lines.join('\\r\\n') + '\\r\\n'], {type: 'text/csv'}));
        link.download = button.dataset.table + '.csv';
        link.click();
      }));
      """;

  private ReviewPage() {}

  public static String of(List<Proposals> proposals) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-")
        .append(hash())
        .append("'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n")
        .append("<title>Proposals to review</title>\n<style>")
        .append(
            "body{font:15px/1.4 system-ui,sans-serif;margin:2rem;max-width:110rem}table{border-collapse:collapse;font-size:13px}")
        .append(
            "td,th{border:1px solid #ccc;padding:.2rem .4rem;text-align:left;vertical-align:top}td[contenteditable]{background:#fffbe6}")
        .append(
            "mark{background:#ffe08a}.s{min-width:24rem;max-width:40rem;unicode-bidi:isolate}[hidden]{display:none}</style>\n</head>\n<body>\n")
        .append(
            "<h1>Proposals to review</h1>\n<p>Tick what is right, correct the yellow cells, save, and name the saved file in the config. What is not ticked is refused.</p>\n");
    table(
        page,
        "claims",
        Proposals.CLAIM_COLUMNS,
        proposals.stream().flatMap(p -> p.claims().stream()).toList());
    table(
        page,
        "events",
        Proposals.EVENT_COLUMNS,
        proposals.stream().flatMap(p -> p.events().stream()).toList());
    return page.append("<script>")
        .append(SCRIPT)
        .append("</script>\n</body>\n</html>\n")
        .toString();
  }

  private static void table(
      StringBuilder page, String id, List<String> head, List<Proposals.Row> rows) {
    page.append("<h2>").append(rows.size()).append(' ').append(id).append("</h2>\n");
    if (rows.size() > MOST_ROWS) {
      page.append("<p>The first ").append(MOST_ROWS).append("; the file has all.</p>\n");
    }
    page.append("<p><button data-table=\"")
        .append(id)
        .append("\">Save ")
        .append(id)
        .append(".csv</button></p>\n<table id=\"")
        .append(id)
        .append("\">\n<thead><tr><th>right</th><th>sentence</th>");
    for (String column : head) {
      page.append("<th data-col=\"")
          .append(column)
          .append('"')
          .append(isShown(column) ? "" : " hidden")
          .append('>')
          .append(column)
          .append("</th>");
    }
    page.append("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < Math.min(rows.size(), MOST_ROWS); i++) {
      List<String> row = rows.get(i).cells();
      page.append(
              "<tr><td><input type=\"checkbox\" checked aria-label=\"right\"></td><td class=\"s\" dir=\"auto\">")
          .append(marked(rows.get(i).origin()))
          .append("</td>");
      for (int column = 0; column < head.size(); column++) {
        boolean shown = isShown(head.get(column));
        page.append("<td data-col=\"")
            .append(head.get(column))
            .append('"')
            .append(shown ? " contenteditable" : " hidden")
            .append('>')
            .append(escaped(row.get(column)))
            .append("</td>");
      }
      page.append("</tr>\n");
    }
    page.append("</tbody>\n</table>\n");
  }

  private static boolean isShown(String column) {
    return List.of(
            "claimant",
            "side",
            "statement_date",
            "quantity_type",
            "value",
            "unit",
            "qualifier",
            "region_id",
            "first_day",
            "last_day",
            "as_of",
            "verified",
            "date",
            "kind",
            "document",
            "rule",
            "confidence")
        .contains(column);
  }

  /** The sentence with the place it was read from. */
  private static String marked(Origin origin) {
    String sentence = origin.sentence();
    int length = Math.max(0, origin.end() - origin.start());
    int from = origin.sentenceOffset();
    if (from < 0 || from + length > sentence.length()) {
      return escaped(sentence);
    }
    return escaped(sentence.substring(0, from))
        + "<mark>"
        + escaped(sentence.substring(from, from + length))
        + "</mark>"
        + escaped(sentence.substring(from + length));
  }

  static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                  boolean hidden =
                      Character.getType(c) == Character.FORMAT
                          || Character.getType(c) == Character.CONTROL;
                  safe.appendCodePoint(hidden ? ' ' : c);
                }
              }
            });
    return safe.toString();
  }

  private static String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash the script: every Java has SHA-256", e);
    }
  }
}
