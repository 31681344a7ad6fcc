package org.territorydelta.config;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.territorydelta.model.agreement.AgreementDays;
import org.territorydelta.model.breaks.BreakKind;

/** Reads how series are held against each other and looked through for breaks. */
final class SeriesChecksReader {
  /**
   * Between what two publishers' fronts are apart and what their baselines are: of NZZ and
   * DeepState in 2024 the broadest piece of a front drawn differently is 11 km wide, the narrower
   * baseline (the parts of Donetsk and Luhansk held before 2022) 74.
   */
  private static final double DEFAULT_BASELINE_WIDTH_KM = 20;

  private static final double MOST_BASELINE_WIDTH_KM = 1000;

  private SeriesChecksReader() {}

  static RunConfig.SeriesChecks read(YamlMap yaml) {
    AgreementDays days = AgreementDays.DAY;
    double baselineWidthKm = DEFAULT_BASELINE_WIDTH_KM;
    Optional<YamlMap> agreement = yaml.optionalMap("agreement");
    if (agreement.isPresent()) {
      days = agreement.get().parsed("every", days, AgreementDays::parse);
      baselineWidthKm =
          agreement.get().number("baseline-width-km", baselineWidthKm, 0, MOST_BASELINE_WIDTH_KM);
      agreement.get().finish();
    }
    return new RunConfig.SeriesChecks(
        days, baselineWidthKm, excludedBreaks(yaml), BreakLimitsReader.read(yaml));
  }

  private static Set<BreakKind> excludedBreaks(YamlMap yaml) {
    Set<BreakKind> excluded = new TreeSet<>();
    for (String word : yaml.texts("exclude-breaks")) {
      Optional<BreakKind> kind = excludable().filter(k -> k.word().equals(word)).findFirst();
      if (kind.isEmpty()) {
        yaml.problem(
            "exclude-breaks",
            "Cannot exclude breaks: value='"
                + word
                + "', expected some of "
                + excludable().map(BreakKind::word).collect(Collectors.joining(", ")));
      }
      kind.ifPresent(excluded::add);
    }
    return excluded;
  }

  private static Stream<BreakKind> excludable() {
    return Stream.of(BreakKind.values()).filter(BreakKind::isExcludable);
  }
}
