package org.territorydelta.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.RejectionReason;

/**
 * What was rejected, in a few lines: of each reason how often, and the first with its file, place
 * and detail. Repairs and whole maps are told elsewhere.
 */
public final class QuarantineDigest {
  private QuarantineDigest() {}

  /** One text for each reason, in the order of the reasons. */
  public static List<String> of(Collection<Rejection> rejections) {
    Map<RejectionReason, Integer> counts = new EnumMap<>(RejectionReason.class);
    Map<RejectionReason, Rejection> firsts = new EnumMap<>(RejectionReason.class);
    for (Rejection rejection : rejections) {
      if (rejection.reason().outcome() == RejectionReason.Outcome.REJECTED) {
        counts.merge(rejection.reason(), 1, Integer::sum);
        firsts.merge(rejection.reason(), rejection, (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
    List<String> texts = new ArrayList<>();
    firsts.forEach((reason, first) -> texts.add(text(first, counts.get(reason))));
    return texts;
  }

  private static String text(Rejection first, int count) {
    return count
        + " "
        + first.reason().name()
        + (count == 1 ? ": " : ", first ")
        + place(first)
        + ": "
        + first.detail();
  }

  /** The file and, where it is one, the feature or row in it, as people find it. */
  private static String place(Rejection rejection) {
    var place = new StringBuilder(rejection.file());
    rejection
        .place()
        .featureIndex()
        .ifPresent(index -> place.append(", feature_index ").append(index));
    return place.toString();
  }
}
