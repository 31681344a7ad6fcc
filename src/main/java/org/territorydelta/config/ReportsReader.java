package org.territorydelta.config;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;

/**
 * Reads which report files there are and what is to be compared. Claims and regions are not known
 * yet; whether an end's claim or region exists is told when they are.
 */
final class ReportsReader {
  private final List<RunConfig.Source> sources;
  private final List<LayerSet> layerSets;
  private final List<Period> named;

  ReportsReader(List<RunConfig.Source> sources, List<LayerSet> layerSets, List<Period> named) {
    this.sources = sources;
    this.layerSets = layerSets;
    this.named = named;
  }

  RunConfig.Reports reports(YamlMap yaml) {
    return new RunConfig.Reports(
        yaml.texts("claims"),
        yaml.texts("events"),
        yaml.texts("places"),
        comparisons(yaml),
        yaml.parsed("reports-encoding", "", ReportsReader::encoding),
        new RunConfig.Proposals(
            yaml.texts("reports"),
            yaml.parsed(
                "accept-proposals",
                RunConfig.Proposals.NONE.leastConfidence(),
                ReportsReader::leastConfidence)));
  }

  private static double leastConfidence(String text) {
    return switch (text) {
      case "true" -> 0;
      case "false" -> RunConfig.Proposals.NONE.leastConfidence();
      default -> {
        if (!text.matches("0?\\.\\d{1,6}|[01]")) {
          throw new IllegalArgumentException(
              "expected true, false, or the least confidence, as in 0.8");
        }
        yield Double.parseDouble(text);
      }
    };
  }

  private static String encoding(String name) {
    try {
      return Charset.forName(name).name();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("expected an encoding, as in windows-1251", e);
    }
  }

  private List<Comparison> comparisons(YamlMap yaml) {
    List<Comparison> comparisons = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlMap map : yaml.maps("comparisons")) {
      String id = map.text("id");
      if (!ids.add(id)) {
        map.problem("id", "Cannot use id: value='" + id + "' names two comparisons");
      }
      Optional<Comparison.End> left = end(map, "left");
      Optional<Comparison.End> right = end(map, "right");
      map.finish();
      if (left.isPresent() && right.isPresent()) {
        comparisons.add(new Comparison(id, left.get(), right.get()));
      }
    }
    return comparisons;
  }

  private Optional<Comparison.End> end(YamlMap comparison, String key) {
    Optional<YamlMap> map = comparison.optionalMap(key);
    if (map.isEmpty()) {
      comparison.problem("id", "Cannot compare: expected " + key + ", a claim or a source");
      return Optional.empty();
    }
    YamlMap end = map.get();
    if (end.has("claim") == end.has("source")) {
      end.problem(key, "Cannot read " + key + ": expected either claim or source");
      return Optional.empty();
    }
    Optional<Comparison.End> read =
        end.has("claim")
            ? Optional.of(new Comparison.ClaimEnd(end.text("claim")))
            : measurement(end);
    end.finish();
    return read;
  }

  private Optional<Comparison.End> measurement(YamlMap end) {
    QuantityType quantity =
        end.parsed("quantity", QuantityType.NET_CHANGE, word -> QuantityType.parse(word));
    Optional<ClaimTime> time = time(end, quantity);
    String sourceId = end.text("source");
    String side = end.text("side");
    checkSide(end, sourceId, side);
    List<String> names = layerSets.stream().map(LayerSet::name).toList();
    String first = names.isEmpty() ? "" : names.get(0);
    String layerSet = end.optionalText("layer-set").orElse(first);
    if (!names.contains(layerSet)) {
      unknown(end, "layer-set", layerSet, names);
    }
    String region = end.optionalText("region").orElse(RegionId.ALL.id());
    var ground = new Comparison.Ground(sourceId, side, layerSet, region);
    return time.map(
        found ->
            new Comparison.MapEnd(
                ground, quantity, found.firstDay().orElse(LocalDate.MIN), found.lastDay()));
  }

  private void checkSide(YamlMap end, String sourceId, String side) {
    Optional<RunConfig.Source> source =
        sources.stream().filter(s -> s.id().equals(sourceId)).findFirst();
    if (source.isEmpty()) {
      unknown(end, "source", sourceId, sources.stream().map(RunConfig.Source::id).toList());
      return;
    }
    Set<String> sides =
        source.get().profile().firmToSoft().stream()
            .map(Holding::side)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!sides.contains(side)) {
      unknown(end, "side", side, List.copyOf(sides));
    }
  }

  private static void unknown(YamlMap map, String key, String value, List<String> known) {
    if (!value.isEmpty()) {
      map.problem(
          key,
          "Cannot use "
              + key
              + ": value='"
              + value
              + "', expected one of "
              + String.join(", ", known));
    }
  }

  private Optional<ClaimTime> time(YamlMap end, QuantityType quantity) {
    Optional<String> id = end.optionalText("period");
    Optional<LocalDate> first = day(end, "first-day");
    Optional<LocalDate> last = day(end, "last-day");
    Optional<LocalDate> asOf = day(end, "as-of");
    boolean ofDay =
        quantity == QuantityType.CONTROL_STOCK
            || quantity == QuantityType.SETTLEMENT_COUNT && asOf.isPresent();
    if (ofDay) {
      if (asOf.isEmpty() && !end.has("as-of") || hasPeriod(end)) {
        end.problem("quantity", "Cannot measure " + quantity.word() + ": expected as-of alone");
      }
      return asOf.map(ClaimTime::at);
    }
    boolean both = end.has("first-day") && end.has("last-day");
    if (end.has("as-of") || id.isPresent() == both || end.has("first-day") != both) {
      end.problem(
          "quantity",
          "Cannot measure "
              + quantity.word()
              + ": expected either period, or first-day and last-day");
      return Optional.empty();
    }
    if (id.isPresent()) {
      return period(end, id.get());
    }
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    if (last.get().isBefore(first.get())) {
      end.problem("last-day", "Cannot measure: last-day is before first-day");
      return Optional.empty();
    }
    return Optional.of(ClaimTime.over(first.get(), last.get()));
  }

  private static boolean hasPeriod(YamlMap end) {
    return end.has("period") || end.has("first-day") || end.has("last-day");
  }

  private Optional<ClaimTime> period(YamlMap end, String id) {
    Optional<Period> period = named.stream().filter(p -> p.id().equals(id)).findFirst();
    if (period.isEmpty()) {
      unknown(end, "period", id, named.stream().map(Period::id).toList());
    }
    return period.map(p -> ClaimTime.over(p.firstDay(), p.lastDay()));
  }

  private static Optional<LocalDate> day(YamlMap end, String key) {
    return end.parsed(key, Optional.empty(), text -> Optional.of(LocalDate.parse(text)));
  }
}
