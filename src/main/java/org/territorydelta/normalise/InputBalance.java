package org.territorydelta.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.territorydelta.model.Violation;
import org.territorydelta.model.map.FileRole;
import org.territorydelta.model.map.InputFile;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.Rejection;

/**
 * Holds the counts of every input file against what was rejected of it: nothing is lost, nothing is
 * counted twice. Whether the parts of a count add up is for {@link
 * org.territorydelta.model.map.Tally} to say.
 */
public final class InputBalance {
  private final Map<String, Long> rejected = new HashMap<>();
  private final Set<String> failed = new HashSet<>();
  private final Set<String> setAside = new HashSet<>();

  private InputBalance(List<Rejection> rejections) {
    for (Rejection rejection : rejections) {
      String file = key(rejection.sourceId(), rejection.file());
      switch (rejection.reason().outcome()) {
        case REJECTED -> rejected.merge(file, 1L, Long::sum);
        case FILE_FAILED -> failed.add(file);
        case SET_ASIDE -> setAside.add(file);
        case REPAIRED -> {}
      }
    }
  }

  private static String key(String sourceId, String file) {
    return sourceId + " " + file;
  }

  /** What does not balance, file by file. */
  public static List<Violation> check(List<InputFile> files, List<Rejection> rejections) {
    var balance = new InputBalance(rejections);
    List<Violation> violations = new ArrayList<>();
    files.forEach(file -> balance.check(file, violations));
    return violations;
  }

  private void check(InputFile input, List<Violation> violations) {
    MapFile file = input.file();
    String key = key(file.sourceId(), file.path());
    boolean fails = input.role() == FileRole.FAILED;
    long inQuarantine = rejected.getOrDefault(key, 0L);
    long byRules = file.ignoredByRule().values().stream().mapToLong(Long::longValue).sum();
    if (fails != failed.contains(key)) {
      violations.add(broken(key, "a failed file is in quarantine, and no other"));
    }
    if (input.role() == FileRole.SET_ASIDE && !setAside.contains(key)) {
      violations.add(broken(key, "why a map is set aside is in quarantine"));
    }
    if (!fails && file.parts().rejected() != inQuarantine) {
      violations.add(
          broken(
              key,
              "polygons rejected are the rows in quarantine: rejected="
                  + file.parts().rejected()
                  + ", in quarantine="
                  + inQuarantine));
    }
    if (!fails && file.parts().ignored() != byRules) {
      violations.add(
          broken(
              key,
              "polygons ignored are those of the rules: ignored="
                  + file.parts().ignored()
                  + ", by rules="
                  + byRules));
    }
  }

  private static Violation broken(String file, String law) {
    return new Violation("input_file", file, law);
  }
}
