package org.territorydelta.config;

import java.util.Optional;
import org.territorydelta.model.BreakKind;
import org.territorydelta.model.BreakLimits;
import org.territorydelta.model.ChangedBlock;
import org.territorydelta.model.SquareKm;

/**
 * Reads {@code series-breaks}: for each kind of break from where on it is told. What is left out is
 * as by default.
 */
final class BreakLimitsReader {
  /** All land there is. */
  private static final double MOST_KM2 = 150_000_000;

  /** Half way around the Earth. */
  private static final double MOST_KM = 20_000;

  private static final double MOST_TIMES = 1_000_000;

  private static final int MOST_DAYS = 366;

  private static final int MOST_MAPS = 1000;

  private static final String LEAST = "least-km2";

  private final Optional<YamlMap> section;

  private BreakLimitsReader(Optional<YamlMap> section) {
    this.section = section;
  }

  static BreakLimits read(YamlMap yaml) {
    Optional<YamlMap> section = yaml.optionalMap("series-breaks");
    BreakLimits limits = new BreakLimitsReader(section).limits(BreakLimits.DEFAULT);
    section.ifPresent(YamlMap::finish);
    return limits;
  }

  private BreakLimits limits(BreakLimits fallback) {
    return new BreakLimits(
        base(fallback.base()),
        reversal(fallback.reversal()),
        misplaced(fallback.misplaced()),
        implausible(fallback.implausible()),
        batch(fallback.batch()),
        reclassified(fallback.reclassifiedM2()),
        settledMaps(fallback.settledMaps()));
  }

  private Optional<YamlMap> kind(BreakKind kind) {
    return section.flatMap(map -> map.optionalMap(kind.word()));
  }

  private BreakLimits.Base base(BreakLimits.Base fallback) {
    Optional<YamlMap> map = kind(BreakKind.BASE_REDEFINED);
    var base =
        map.map(
            of ->
                new BreakLimits.Base(
                    area(of, LEAST, fallback.leastM2(), ChangedBlock.REAR_TOLD_FROM_M2),
                    of.number("apart-km", fallback.apartKm(), 0, MOST_KM),
                    new BreakLimits.Rear(
                        of.number("rear-km", fallback.rear().rearKm(), 0, MOST_KM),
                        of.number("border-km", fallback.rear().borderKm(), 0, MOST_KM))));
    map.ifPresent(YamlMap::finish);
    return base.orElse(fallback);
  }

  /** Dropouts and spikes are told alike: one is the other for whoever loses the ground. */
  private BreakLimits.Reversal reversal(BreakLimits.Reversal fallback) {
    Optional<YamlMap> map = section.flatMap(of -> of.optionalMap("reversal"));
    var reversal =
        map.map(
            of ->
                new BreakLimits.Reversal(
                    area(of, LEAST, fallback.leastM2(), ChangedBlock.LEAST_M2),
                    of.integer("most-days", fallback.mostDays(), 1, MOST_DAYS)));
    map.ifPresent(YamlMap::finish);
    return reversal.orElse(fallback);
  }

  private BreakLimits.Misplaced misplaced(BreakLimits.Misplaced fallback) {
    Optional<YamlMap> map = kind(BreakKind.MISPLACED);
    var misplaced =
        map.map(
            of ->
                new BreakLimits.Misplaced(
                    area(of, LEAST, fallback.leastM2(), ChangedBlock.TOLD_FROM_M2),
                    of.number("remote-km", fallback.remoteKm(), 0, MOST_KM)));
    map.ifPresent(YamlMap::finish);
    return misplaced.orElse(fallback);
  }

  private BreakLimits.Implausible implausible(BreakLimits.Implausible fallback) {
    Optional<YamlMap> map = kind(BreakKind.IMPLAUSIBLE_AREA);
    var implausible =
        map.map(
            of ->
                new BreakLimits.Implausible(
                    of.number("times", fallback.times(), 1, MOST_TIMES),
                    area(of, LEAST, fallback.leastM2(), 0)));
    map.ifPresent(YamlMap::finish);
    return implausible.orElse(fallback);
  }

  private BreakLimits.Batch batch(BreakLimits.Batch fallback) {
    Optional<YamlMap> map = kind(BreakKind.BATCH_RELEASE);
    var batch =
        map.map(
            of ->
                new BreakLimits.Batch(
                    new BreakLimits.Jump(
                        of.number("times", fallback.anyway().times(), 1, MOST_TIMES),
                        area(of, LEAST, fallback.anyway().leastM2(), ChangedBlock.LEAST_M2)),
                    new BreakLimits.Jump(
                        of.number(
                            "times-after-quiet", fallback.afterQuiet().times(), 1, MOST_TIMES),
                        area(
                            of,
                            "least-after-quiet-km2",
                            fallback.afterQuiet().leastM2(),
                            ChangedBlock.LEAST_M2))));
    map.ifPresent(YamlMap::finish);
    return batch.orElse(fallback);
  }

  private long reclassified(long fallbackM2) {
    Optional<YamlMap> map = kind(BreakKind.BLOCK_RECLASSIFICATION);
    Optional<Long> leastM2 = map.map(of -> area(of, LEAST, fallbackM2, 0));
    map.ifPresent(YamlMap::finish);
    return leastM2.orElse(fallbackM2);
  }

  private int settledMaps(int fallback) {
    Optional<YamlMap> map = kind(BreakKind.VOCABULARY);
    Optional<Integer> maps = map.map(of -> of.integer("settled-maps", fallback, 1, MOST_MAPS));
    map.ifPresent(YamlMap::finish);
    return maps.orElse(fallback);
  }

  private static long area(YamlMap map, String key, long fallbackM2, long leastM2) {
    return SquareKm.toM2(
        map.number(key, SquareKm.fromM2(fallbackM2), SquareKm.fromM2(leastM2), MOST_KM2));
  }
}
