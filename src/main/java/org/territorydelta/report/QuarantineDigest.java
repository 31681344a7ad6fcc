package org.territorydelta.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;

/**
 * What was left out, in a few lines: of each reason how often, and the first with its file, place
 * and detail. Repairs, and maps that are set aside, are told elsewhere.
 */
public final class QuarantineDigest {
  private QuarantineDigest() {}

  /** One text for each reason for which features or files of maps were left out, in order. */
  public static List<String> ofMaps(Collection<Rejection> rejections) {
    return of(rejections, index -> ", feature_index " + index);
  }

  /** The same for rows of reports, counted from 1. */
  public static List<String> ofRows(Collection<Rejection> rejections) {
    return of(rejections, index -> ", row " + (index + 1));
  }

  private static List<String> of(Collection<Rejection> rejections, IntFunction<String> place) {
    Map<RejectionReason, Integer> counts = new EnumMap<>(RejectionReason.class);
    Map<RejectionReason, Rejection> firsts = new EnumMap<>(RejectionReason.class);
    for (Rejection rejection : rejections) {
      boolean told =
          switch (rejection.reason().outcome()) {
            case REJECTED, FILE_FAILED -> true;
            case REPAIRED, SET_ASIDE -> false;
          };
      if (told) {
        counts.merge(rejection.reason(), 1, Integer::sum);
        firsts.merge(rejection.reason(), rejection, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    List<String> texts = new ArrayList<>();
    firsts.forEach(
        (reason, first) -> {
          OptionalInt index = first.place().featureIndex();
          texts.add(
              counts.get(reason)
                  + " "
                  + reason.name()
                  + (counts.get(reason) == 1 ? ": " : ", first ")
                  + first.file()
                  + (index.isPresent() ? place.apply(index.getAsInt()) : "")
                  + ": "
                  + first.detail());
        });
    return texts;
  }
}
