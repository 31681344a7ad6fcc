package org.territorydelta.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The set that rules are measured on; its README says how it is written. */
final class EvaluationSet {
  /** Right readings of one row, by field; a field's readings are all right. */
  record Row(List<List<String>> fields, boolean optional) {
    List<String> field(int index) {
      return index < fields.size() ? fields.get(index) : List.of("");
    }
  }

  /** A document and what it says. */
  record Case(
      String id,
      Article article,
      List<Row> claims,
      List<Row> events,
      List<int[]> pairs,
      boolean single) {
    boolean isEmpty() {
      return claims.isEmpty() && events.isEmpty();
    }
  }

  private EvaluationSet() {}

  static List<Case> read(String file, boolean articles) {
    List<Case> cases = new ArrayList<>();
    String[] head = {};
    StringBuilder text = new StringBuilder();
    Case open = null;
    for (String[] tabs : WordList.read("evaluation/" + file)) {
      String line = tabs[0];
      if (line.startsWith("@")) {
        close(cases, open, text, head);
        head =
            Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toArray(String[]::new);
        open = articles ? blank(head[0], false) : null;
      } else if (line.startsWith(">")) {
        if (!articles) {
          close(cases, open, text, head);
          open = blank(head[0] + "-" + (cases.size() + 1), true);
        }
        text.append(line.substring(1).strip()).append('\n');
      } else if (open != null) {
        row(open, line);
      }
    }
    close(cases, open, text, head);
    return cases;
  }

  private static Case blank(String id, boolean single) {
    var nothing = new Article(id, Optional.empty(), "", "", "", "");
    return new Case(id, nothing, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), single);
  }

  private static void close(List<Case> cases, Case open, StringBuilder text, String[] head) {
    if (open != null && !text.isEmpty()) {
      var article =
          new Article(
              open.id, Optional.of(LocalDate.parse(head[1])), head[2], "", "", text.toString());
      cases.add(new Case(open.id, article, open.claims, open.events, open.pairs, open.single));
    }
    text.setLength(0);
  }

  private static void row(Case open, String line) {
    String[] words = line.split(" ", 2);
    if (words[0].equals("P")) {
      open.pairs.add(Arrays.stream(words[1].split(" ")).mapToInt(Integer::parseInt).toArray());
      return;
    }
    List<List<String>> fields = new ArrayList<>();
    for (String field : words[1].split("\\|", -1)) {
      fields.add(List.of(field.strip().split("/", -1)));
    }
    boolean optional = words[0].endsWith("?");
    (words[0].startsWith("C") ? open.claims : open.events).add(new Row(fields, optional));
  }
}
