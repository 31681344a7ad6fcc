package org.territorydelta.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;

/** Everything that a page shows, as one tree; what is drawn and asked of it happens in the page. */
final class PageData {
  private static final String ALL_LEVEL = "-1";

  /** Rows of quarantine that are shown one by one. */
  private static final int SHOWN_REJECTIONS = 40;

  private final PageInput input;
  private final ObjectNode page = RunManifest.tree(Map.of());

  private PageData(PageInput input) {
    this.input = input;
  }

  static ObjectNode of(PageInput input, Headline headline) {
    var data = new PageData(input);
    headline
        .lead()
        .ifPresent(
            row -> {
              ObjectNode lead = data.page.putObject("lead");
              lead.put("source", row.text("source_id"));
              lead.put("side", row.text("side"));
              lead.put("set", row.text("layer_set"));
              lead.put("kind", row.text("period_kind"));
              lead.put("period", row.text("period_id"));
            });
    data.addRun();
    data.addRegions();
    FigureSeries.add(
        data.page, input.table("area_delta"), BreakIndex.of(input.table("series_break")));
    data.addTransitions();
    data.addPieces();
    data.addDays();
    data.addQuality();
    data.addReports();
    return data.page;
  }

  private void addRun() {
    RunManifest run = input.run();
    ObjectNode node = page.putObject("run");
    node.put("id", run.runId());
    node.put("version", run.code().version());
    node.put("commit", run.code().commit());
    node.put("modified", run.code().modified());
    node.put("finished", run.times().finished().toString());
    ShownNames.of(run).add(node);
    node.set("libraries", RunManifest.tree(run.libraries()));
    node.set("counters", RunManifest.tree(run.counters()));
    Map<String, Long> rows = new TreeMap<>();
    run.tables().forEach(file -> rows.merge(file.table(), file.rows(), Long::sum));
    node.set("tables", RunManifest.tree(rows));
    node.set("layerSets", run.config().path("layer-sets"));
    node.set("limits", run.config().path("limits"));
    node.set("noiseWidth", run.config().path("pieces").path("noise-width-metres"));
    node.set("bandLag", run.config().path("figures").path("band-lag-days"));
    node.set("borderBand", run.config().path("border-band-km"));
    ArrayNode sources = page.putArray("sources");
    for (RunManifest.SourceTerms terms : run.sources()) {
      ObjectNode source = sources.addObject();
      source.put("id", terms.sourceId());
      source.put("attribution", terms.attribution());
      source.put("licence", terms.licence());
      source.put("shown", terms.geometryMayBeShown());
      source.put("notice", terms.notice());
    }
  }

  private void addRegions() {
    ArrayNode regions = page.putArray("regions");
    input.table("region").stream()
        .forEach(
            row -> {
              ObjectNode region = regions.addObject();
              int level = Integer.parseInt(row.text("level"));
              region.put("id", row.text("region_id"));
              region.put("level", level);
              region.put("name", row.text("name"));
              region.put("country", row.text("country"));
              region.set("km2", PageNumbers.node(row.amount("area_km2")));
              Outline outline =
                  input.regions().get(PageInput.regionKey(row.text("region_id"), level));
              if (outline != null) {
                addOutline(region.putArray("rings"), outline);
              }
            });
  }

  private static void addOutline(ArrayNode rings, Outline outline) {
    for (Outline.Ring ring : outline.rings()) {
      ArrayNode node = rings.addArray();
      node.add(ring.polygon());
      ring.steps().forEach(node::add);
    }
  }

  /** By source and pair of maps: region, from, to, km². Consecutive pairs for all ground only. */
  private void addTransitions() {
    Map<String, List<TableRows.Cells>> byPair =
        input.table("transition").stream()
            .filter(
                row ->
                    row.text("pair_kind").equals("period") || row.text("level").equals(ALL_LEVEL))
            .collect(
                Collectors.groupingBy(
                    row ->
                        row.text("source_id")
                            + "|"
                            + row.text("opening_map_date")
                            + "|"
                            + row.text("closing_map_date"),
                    TreeMap::new,
                    Collectors.toList()));
    ObjectNode transitions = page.putObject("transitions");
    byPair.forEach(
        (pair, rows) -> {
          boolean isPeriod = rows.stream().anyMatch(PageData::isPeriod);
          ArrayNode node = transitions.putArray(pair);
          rows.stream()
              .filter(row -> isPeriod(row) == isPeriod)
              .forEach(
                  row ->
                      node.addArray()
                          .add(PageInput.regionKey(row.text("region_id"), level(row)))
                          .add(row.text("from_side"))
                          .add(row.text("from_status"))
                          .add(row.text("to_side"))
                          .add(row.text("to_status"))
                          .add(PageNumbers.node(row.amount("area_km2"))));
        });
  }

  private static boolean isPeriod(TableRows.Cells row) {
    return row.text("pair_kind").equals("period");
  }

  private static int level(TableRows.Cells row) {
    return Integer.parseInt(row.text("level"));
  }

  /** Shapes once, and by source, side, layer set and period which of them were gained and lost. */
  private void addPieces() {
    ArrayNode shapes = page.putArray("shapes");
    Map<String, Integer> places = new HashMap<>();
    Map<String, ArrayNode> groups = new LinkedHashMap<>();
    ObjectNode pieces = page.putObject("pieces");
    input.table("change_polygon").stream()
        .forEach(
            row -> {
              Outline outline = input.pieces().get(row.text("piece_id"));
              if (outline == null) {
                return;
              }
              int place =
                  places.computeIfAbsent(
                      row.text("piece_id"),
                      id -> {
                        addOutline(shapes.addArray(), outline);
                        return places.size();
                      });
              String group =
                  String.join(
                      "|",
                      row.text("source_id"),
                      row.text("side"),
                      row.text("layer_set"),
                      row.text("period_kind"),
                      row.text("period_id"));
              groups
                  .computeIfAbsent(group, pieces::putArray)
                  .addArray()
                  .add(place)
                  .add(row.text("change").equals("gained") ? 1 : -1)
                  .add(PageNumbers.node(row.amount("area_km2")))
                  .add(row.flag("noisy") ? 1 : 0);
            });
  }

  /** Each source's days as runs of one state, and how old a map got before the next one came. */
  private void addDays() {
    ObjectNode days = page.putObject("days");
    Map<String, List<TableRows.Cells>> bySource = bySource("map_day", row -> true);
    bySource.forEach(
        (source, rows) -> {
          ObjectNode node = days.putObject(source);
          node.put("first", rows.get(0).text("day"));
          int last = lastMapped(rows);
          node.put(
              "oldest",
              (long)
                  rows.subList(0, last + 1).stream()
                      .mapToDouble(row -> row.amount("staleness_days"))
                      .max()
                      .orElse(0));
          ArrayNode runs = node.putArray("runs");
          String state = "";
          int length = 0;
          for (TableRows.Cells row : rows) {
            if (length > 0 && !row.text("state").equals(state)) {
              runs.addArray().add(state).add(length);
              length = 0;
            }
            state = row.text("state");
            length++;
          }
          runs.addArray().add(state).add(length);
        });
  }

  private static int lastMapped(List<TableRows.Cells> days) {
    int last = days.size() - 1;
    while (last > 0 && !days.get(last).text("state").equals("mapped")) {
      last--;
    }
    return last;
  }

  private void addQuality() {
    ObjectNode files = page.putObject("files");
    bySource("input_file", row -> true)
        .forEach(
            (source, rows) -> {
              ObjectNode node = files.putObject(source);
              Map<String, Long> roles =
                  rows.stream()
                      .collect(
                          Collectors.groupingBy(
                              row -> row.text("role"), TreeMap::new, Collectors.counting()));
              node.set("roles", RunManifest.tree(roles));
              for (String parts : List.of("read", "used", "ignored", "rejected")) {
                node.put(parts, (long) sum(rows, "parts_" + parts));
              }
            });
    ObjectNode maps = page.putObject("maps");
    bySource("snapshot", row -> true)
        .forEach(
            (source, rows) -> {
              ObjectNode node = maps.putObject(source);
              node.put("current", rows.stream().filter(row -> row.flag("current")).count());
              node.put("replaced", rows.stream().filter(row -> !row.flag("current")).count());
              node.put("repaired", (long) sum(rows, "repaired"));
              node.set("repairedKm2", PageNumbers.node(sum(rows, "repaired_km2")));
              node.set("overlapKm2", PageNumbers.node(sum(rows, "overlap_km2")));
            });
    ObjectNode quarantine = page.putObject("quarantine");
    ArrayNode reasons = quarantine.putArray("reasons");
    input.table("quarantine").stream()
        .collect(
            Collectors.groupingBy(
                row -> List.of(row.text("source_id"), row.text("outcome"), row.text("reason")),
                LinkedHashMap::new,
                Collectors.toList()))
        .forEach(
            (reason, rows) -> {
              ArrayNode node = reasons.addArray();
              reason.forEach(node::add);
              node.add(rows.size());
              node.add(PageNumbers.node(sum(rows, "area_km2")));
              node.add(PageNumbers.node(sum(rows, "used_km2")));
            });
    table("rejections", "quarantine", row -> true, SHOWN_REJECTIONS);
    table("breaks", "series_break", row -> true, Integer.MAX_VALUE);
    table("agreement", "source_agreement", lastOfMonth(), Integer.MAX_VALUE);
  }

  /** All ground on each month's last compared day, by pair of sources, side and layer set. */
  private Predicate<TableRows.Cells> lastOfMonth() {
    Map<List<String>, LocalDate> last = new HashMap<>();
    input.table("source_agreement").stream()
        .filter(row -> row.text("level").equals(ALL_LEVEL))
        .forEach(
            row ->
                last.merge(
                    monthly(row), row.date("day").orElseThrow(), (a, b) -> a.isAfter(b) ? a : b));
    return row ->
        row.text("level").equals(ALL_LEVEL)
            && row.date("day").equals(Optional.ofNullable(last.get(monthly(row))));
  }

  private static List<String> monthly(TableRows.Cells row) {
    return List.of(
        row.text("source_a"),
        row.text("source_b"),
        row.text("side"),
        row.text("layer_set"),
        row.text("day").substring(0, 7));
  }

  private void addReports() {
    table("claims", "claim_assessment", row -> true, Integer.MAX_VALUE);
    table("comparisons", "comparison", row -> true, Integer.MAX_VALUE);
    table("reproductions", "reproduction", row -> true, Integer.MAX_VALUE);
    table("events", "report_event", row -> true, Integer.MAX_VALUE);
    table("settlements", "settlement_change", row -> true, Integer.MAX_VALUE);
    ObjectNode words = page.putObject("words");
    for (ClaimLabel label : ClaimLabel.values()) {
      words.put(label.name(), label.meaning());
    }
    ObjectNode reasons = page.putObject("reasons");
    ObjectNode differences = page.putObject("differences");
    for (Incomparability reason : Incomparability.values()) {
      reasons.put(reason.name(), reason.meaning());
      differences.put(reason.name(), ComparisonSentence.difference(reason));
    }
  }

  /** A table as it is: its columns, then its rows. */
  private void table(String name, String table, Predicate<TableRows.Cells> which, int most) {
    TableRows all = input.table(table);
    ObjectNode node = page.putObject(name);
    node.put("written", input.tables().containsKey(table));
    ArrayNode columns = node.putArray("columns");
    all.columns().forEach(columns::add);
    ArrayNode rows = node.putArray("rows");
    all.stream().filter(which).limit(most).forEach(row -> addValues(rows.addArray(), row.values()));
  }

  private static void addValues(ArrayNode node, Collection<?> values) {
    for (Object value : values) {
      if (value == null) {
        node.addNull();
      } else if (value instanceof Number number) {
        node.add(PageNumbers.node(number.doubleValue()));
      } else if (value instanceof Boolean flag) {
        node.add(flag);
      } else if (value instanceof Collection<?> list) {
        addValues(node.addArray(), list);
      } else {
        node.add(value.toString());
      }
    }
  }

  private Map<String, List<TableRows.Cells>> bySource(
      String table, Predicate<TableRows.Cells> which) {
    return input.table(table).stream()
        .filter(which)
        .collect(
            Collectors.groupingBy(
                row -> row.text("source_id"),
                TreeMap::new,
                Collectors.toCollection(ArrayList::new)));
  }

  private static double sum(List<TableRows.Cells> rows, String column) {
    return rows.stream().mapToDouble(row -> row.amount(column)).sum();
  }
}
