package org.territorydelta.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A page's tree in fewer bytes: four years of daily maps of three sources would else take five
 * megabytes. {@code packed.js} undoes it, number by number.
 *
 * <ul>
 *   <li>A period is a row: its id, 0 where that is its first day; its first day in days after the
 *       first day of the period before, that of the first one after {@link LocalDate#EPOCH}; its
 *       last day after its first; the days of its two maps after those, null where there is none;
 *       observed days, staleness, lag; coverage as a place in {@link #COVERAGES}.
 *   <li>Figures along a line are one text of numbers, in which {@code z5} is five zeros and {@code
 *       n5} five that are absent.
 *   <li>Transitions name their region and holders by places in two lists.
 * </ul>
 */
final class PackedPage {
  private static final String[] COVERAGES = {"full", "partial", "none"};
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PackedPage() {}

  /** Packs a tree in place. */
  static ObjectNode of(ObjectNode page) {
    page.withObject("/periods")
        .properties()
        .forEach(entry -> entry.setValue(periods((ArrayNode) entry.getValue())));
    for (JsonNode line : page.withArray("series")) {
      for (Map.Entry<String, JsonNode> figures : ((ObjectNode) line).properties()) {
        if (figures.getValue() instanceof ArrayNode values && !figures.getKey().equals("part")) {
          figures.setValue(NODES.textNode(figures(values)));
        }
      }
    }
    page.set("transitions", transitions(page.withObject("/transitions")));
    return page;
  }

  private static ArrayNode periods(ArrayNode periods) {
    ArrayNode rows = NODES.arrayNode();
    LocalDate before = LocalDate.EPOCH;
    for (JsonNode period : periods) {
      LocalDate first = day(period, "first");
      LocalDate last = day(period, "last");
      ArrayNode row = rows.addArray();
      if (period.path("id").asText().equals(first.toString())) {
        row.add(0);
      } else {
        row.add(period.path("id"));
      }
      row.add(first.toEpochDay() - before.toEpochDay()).add(last.toEpochDay() - first.toEpochDay());
      addMap(row, period, "open", first);
      addMap(row, period, "close", last);
      for (String number : new String[] {"days", "stale", "lag"}) {
        row.add(period.has(number) ? period.get(number) : NODES.nullNode());
      }
      row.add(place(period.path("coverage").asText()));
      before = first;
    }
    return rows;
  }

  private static void addMap(ArrayNode row, JsonNode period, String name, LocalDate from) {
    if (period.has(name)) {
      row.add(day(period, name).toEpochDay() - from.toEpochDay());
    } else {
      row.addNull();
    }
  }

  private static LocalDate day(JsonNode period, String name) {
    return LocalDate.parse(period.path(name).asText());
  }

  private static int place(String coverage) {
    for (int i = 0; i < COVERAGES.length; i++) {
      if (COVERAGES[i].equals(coverage)) {
        return i;
      }
    }
    throw new IllegalArgumentException("Cannot pack a period: coverage=" + coverage);
  }

  static String figures(ArrayNode values) {
    var text = new StringBuilder();
    String run = "";
    int length = 0;
    for (JsonNode value : values) {
      String kind = value.isNull() ? "n" : value.asDouble() == 0 ? "z" : "";
      if (length > 0 && !kind.equals(run)) {
        text.append(run).append(length).append(' ');
        length = 0;
      }
      run = kind;
      if (kind.isEmpty()) {
        text.append(value.asText()).append(' ');
      } else {
        length++;
      }
    }
    if (length > 0) {
      text.append(run).append(length);
    }
    return text.toString().stripTrailing();
  }

  private static ObjectNode transitions(ObjectNode byPair) {
    Map<String, Integer> regions = new LinkedHashMap<>();
    Map<String, Integer> holders = new LinkedHashMap<>();
    ObjectNode packed = NODES.objectNode();
    ObjectNode pairs = NODES.objectNode();
    for (Map.Entry<String, JsonNode> pair : byPair.properties()) {
      ArrayNode flat = pairs.putArray(pair.getKey());
      for (JsonNode row : pair.getValue()) {
        Iterator<JsonNode> cells = row.elements();
        flat.add(placeIn(regions, cells.next().asText()));
        flat.add(placeIn(holders, cells.next().asText() + "|" + cells.next().asText()));
        flat.add(placeIn(holders, cells.next().asText() + "|" + cells.next().asText()));
        flat.add(cells.next());
      }
    }
    regions.keySet().forEach(packed.putArray("regions")::add);
    holders.keySet().forEach(packed.putArray("holders")::add);
    packed.set("pairs", pairs);
    return packed;
  }

  private static int placeIn(Map<String, Integer> places, String name) {
    return places.computeIfAbsent(name, any -> places.size());
  }
}
