package org.territorydelta.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.territorydelta.report.InputFileChange.Kind;

/**
 * The input files of two outputs against each other. A file is known by its source and its path
 * below the config's folder; one that is gone and came back elsewhere with the same bytes has
 * moved.
 *
 * @param same files with the same content and role
 * @param changes by kind, source and path
 */
public record InputFileChanges(long same, List<InputFileChange> changes) {

  /**
   * A file as an output lists it.
   *
   * @param sha256 of its bytes; empty when they could not be read
   */
  public record Listed(String sourceId, String path, String sha256, String role) {
    private String id() {
      return sourceId + " " + path;
    }

    private InputFileChange became(Kind kind, String detail) {
      return new InputFileChange(kind, sourceId, path, detail);
    }
  }

  /** Nothing has changed. */
  public static InputFileChanges none(long files) {
    return new InputFileChanges(files, List.of());
  }

  public static InputFileChanges between(List<Listed> before, List<Listed> after) {
    SortedMap<String, Listed> gone = byId(before);
    SortedMap<String, Listed> come = byId(after);
    List<InputFileChange> changes = new ArrayList<>();
    long same = 0;
    for (Listed now : after) {
      Listed then = gone.remove(now.id());
      if (then != null) {
        come.remove(now.id());
        if (!then.sha256.equals(now.sha256)) {
          changes.add(now.became(Kind.CONTENT, role(then, now)));
        } else if (!then.role.equals(now.role)) {
          changes.add(now.became(Kind.ROLE, role(then, now)));
        } else {
          same++;
        }
      }
    }
    addMoved(changes, gone, come);
    gone.values().forEach(then -> changes.add(then.became(Kind.REMOVED, "")));
    come.values().forEach(now -> changes.add(now.became(Kind.ADDED, "")));
    changes.sort(
        Comparator.comparing(InputFileChange::kind)
            .thenComparing(InputFileChange::sourceId)
            .thenComparing(InputFileChange::path));
    return new InputFileChanges(same, List.copyOf(changes));
  }

  /** Takes out those that are gone and those that came, where one is the other. */
  private static void addMoved(
      List<InputFileChange> changes,
      SortedMap<String, Listed> gone,
      SortedMap<String, Listed> come) {
    Map<String, Deque<Listed>> goneByContent = new HashMap<>();
    for (Listed then : gone.values()) {
      goneByContent.computeIfAbsent(content(then), sha -> new ArrayDeque<>()).add(then);
    }
    for (Listed now : List.copyOf(come.values())) {
      Deque<Listed> candidates = goneByContent.getOrDefault(content(now), new ArrayDeque<>());
      if (!now.sha256.isEmpty() && !candidates.isEmpty()) {
        Listed then = candidates.remove();
        gone.remove(then.id());
        come.remove(now.id());
        String role = role(then, now);
        changes.add(
            now.became(Kind.MOVED, "it was " + then.path + (role.isEmpty() ? "" : ", " + role)));
      }
    }
  }

  private static String content(Listed file) {
    return file.sourceId + " " + file.sha256;
  }

  private static String role(Listed then, Listed now) {
    return then.role.equals(now.role) ? "" : then.role + " -> " + now.role;
  }

  private static SortedMap<String, Listed> byId(List<Listed> files) {
    SortedMap<String, Listed> byId = new TreeMap<>();
    files.forEach(file -> byId.put(file.id(), file));
    return byId;
  }
}
