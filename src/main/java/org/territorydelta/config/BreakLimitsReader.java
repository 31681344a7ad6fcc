package org.territorydelta.config;

import java.util.Optional;
import java.util.function.Function;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.breaks.BreakKind;
import org.territorydelta.model.breaks.BreakLimits;
import org.territorydelta.model.change.ChangedBlock;

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

  /** What a part of the section says; the fallback where it is left out. */
  private <T> T part(String key, T fallback, Function<YamlMap, T> reader) {
    Optional<YamlMap> map = section.flatMap(of -> of.optionalMap(key));
    Optional<T> read = map.map(reader);
    map.ifPresent(YamlMap::finish);
    return read.orElse(fallback);
  }

  private BreakLimits.Base base(BreakLimits.Base fallback) {
    return part(
        BreakKind.BASE_REDEFINED.word(),
        fallback,
        of ->
            new BreakLimits.Base(
                area(of, LEAST, fallback.leastM2(), ChangedBlock.REAR_TOLD_FROM_M2),
                of.number("apart-km", fallback.apartKm(), 0, MOST_KM),
                new BreakLimits.Rear(
                    of.number("rear-km", fallback.rear().rearKm(), 0, MOST_KM),
                    of.number("border-km", fallback.rear().borderKm(), 0, MOST_KM))));
  }

  /** Dropouts and spikes are told alike: one is the other for whoever loses the ground. */
  private BreakLimits.Reversal reversal(BreakLimits.Reversal fallback) {
    return part(
        "reversal",
        fallback,
        of ->
            new BreakLimits.Reversal(
                area(of, LEAST, fallback.leastM2(), ChangedBlock.LEAST_M2),
                of.integer("most-days", fallback.mostDays(), 1, MOST_DAYS)));
  }

  private BreakLimits.Misplaced misplaced(BreakLimits.Misplaced fallback) {
    return part(
        BreakKind.MISPLACED.word(),
        fallback,
        of ->
            new BreakLimits.Misplaced(
                area(of, LEAST, fallback.leastM2(), ChangedBlock.TOLD_FROM_M2),
                of.number("remote-km", fallback.remoteKm(), 0, MOST_KM)));
  }

  private BreakLimits.Implausible implausible(BreakLimits.Implausible fallback) {
    return part(
        BreakKind.IMPLAUSIBLE_AREA.word(),
        fallback,
        of ->
            new BreakLimits.Implausible(
                of.number("times", fallback.times(), 1, MOST_TIMES),
                area(of, LEAST, fallback.leastM2(), 0)));
  }

  private BreakLimits.Batch batch(BreakLimits.Batch fallback) {
    return part(
        BreakKind.BATCH_RELEASE.word(),
        fallback,
        of ->
            new BreakLimits.Batch(
                jump(of, "times", LEAST, fallback.anyway()),
                jump(of, "times-after-quiet", "least-after-quiet-km2", fallback.afterQuiet())));
  }

  private static BreakLimits.Jump jump(
      YamlMap map, String times, String least, BreakLimits.Jump fallback) {
    return new BreakLimits.Jump(
        map.number(times, fallback.times(), 1, MOST_TIMES),
        area(map, least, fallback.leastM2(), ChangedBlock.LEAST_M2));
  }

  private long reclassified(long fallbackM2) {
    return part(
        BreakKind.BLOCK_RECLASSIFICATION.word(), fallbackM2, of -> area(of, LEAST, fallbackM2, 0));
  }

  private int settledMaps(int fallback) {
    return part(
        BreakKind.VOCABULARY.word(),
        fallback,
        of -> of.integer("settled-maps", fallback, 1, MOST_MAPS));
  }

  private static long area(YamlMap map, String key, long fallbackM2, long leastM2) {
    return SquareKm.toM2(
        map.number(key, SquareKm.fromM2(fallbackM2), SquareKm.fromM2(leastM2), MOST_KM2));
  }
}
