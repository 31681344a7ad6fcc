package org.territorydelta.report;

import java.util.List;

/** The headline's series as a plain table, for readers whose browser runs no scripts. */
final class PlainFigures {
  private static final int MOST_ROWS = 24;

  private PlainFigures() {}

  static String html(PageInput input, Headline headline) {
    if (headline.lead().isEmpty()) {
      return "";
    }
    TableRows.Cells lead = headline.lead().get();
    List<TableRows.Cells> rows =
        input.table("area_delta").stream()
            .filter(row -> isOfTheSeries(row, lead))
            .filter(row -> !row.text("coverage").equals("none") && !row.flag("parted_by_break"))
            .toList();
    var html = new StringBuilder("<table class=\"plain\"><caption>");
    ShownNames names = ShownNames.of(input.run());
    html.append(SafeText.html(names.side(lead.text("side"))))
        .append(", km², by the maps of ")
        .append(SafeText.html(names.source(lead.text("source_id"))))
        .append("</caption><thead><tr>");
    for (String head : List.of("First day", "Last day", "Gained", "Lost", "Net")) {
      html.append("<th scope=\"col\">").append(head).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (TableRows.Cells row : rows.subList(Math.max(0, rows.size() - MOST_ROWS), rows.size())) {
      html.append("<tr><td>").append(SafeText.html(row.text("first_day"))).append("</td><td>");
      html.append(SafeText.html(row.text("last_day"))).append("</td>");
      for (String column : List.of("gained_km2", "lost_km2", "net_km2")) {
        html.append("<td class=\"num\">");
        html.append(Figures.inText(row.amount(column), 1)).append("</td>");
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private static boolean isOfTheSeries(TableRows.Cells row, TableRows.Cells lead) {
    return List.of("source_id", "side", "layer_set", "period_kind").stream()
            .allMatch(column -> row.text(column).equals(lead.text(column)))
        && row.text("level").equals("-1");
  }
}
