package org.territorydelta.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.territorydelta.model.InputException;
import org.territorydelta.normalise.MapInput;
import org.territorydelta.spark.JobSession;
import org.territorydelta.spark.inputs.InputFiles;
import org.territorydelta.spark.inputs.SourceFile;

/** Files that a user names, with all that is in folders they name, as inputs. */
final class FoundInputs {
  private static final Pattern TEXT =
      Pattern.compile("[^.]+|.*\\.(?:txt|text|md|markdown|html?|xhtml)", Pattern.CASE_INSENSITIVE);

  private FoundInputs() {}

  /**
   * Sorted by path.
   *
   * @param base the folder that paths are shown relative to, where they are local; empty to show
   *     them as they are
   * @throws InputException when there is none
   */
  static List<MapInput> of(List<String> names, String base) throws IOException {
    Configuration hadoop = JobSession.hadoop();
    var found = new TreeMap<String, MapInput>();
    for (String name : names) {
      List<FileStatus> matches = InputFiles.matches(new Path(name), hadoop);
      if (matches.isEmpty()) {
        throw new InputException("Cannot find " + name + ": no file or folder matches");
      }
      List<FileStatus> files = new ArrayList<>();
      for (FileStatus match : matches) {
        collect(match, hadoop, files);
      }
      for (FileStatus file : files) {
        String shown = Places.shown(file.getPath(), base);
        Path path = file.getPath();
        found.put(
            shown,
            new MapInput(
                shown, () -> InputFiles.open(path, hadoop), InputFiles.companions(path, hadoop)));
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * Texts among the files, by the ends of their names; sorted by path.
   *
   * @throws InputException when there is none
   */
  static List<SourceFile> texts(List<String> names) throws IOException {
    Configuration hadoop = JobSession.hadoop();
    var found = new TreeMap<String, SourceFile>();
    for (String name : names) {
      for (FileStatus match : InputFiles.matches(new Path(name), hadoop)) {
        List<FileStatus> files = new ArrayList<>();
        collect(match, hadoop, files);
        String base = match.isDirectory() ? match.getPath().toUri().getPath() : "";
        for (FileStatus file : files) {
          if (TEXT.matcher(file.getPath().getName()).matches()) {
            String shown =
                base.isEmpty() ? file.getPath().getName() : Places.shown(file.getPath(), base);
            String uri = file.getPath().toString();
            found.put(
                uri,
                new SourceFile("reports", uri, shown, file.getLen(), file.getModificationTime()));
          }
        }
      }
    }
    if (found.isEmpty()) {
      throw new InputException(
          "Cannot find reports: path="
              + String.join(", ", names)
              + ", expected text, Markdown or HTML");
    }
    return List.copyOf(found.values());
  }

  private static void collect(FileStatus status, Configuration hadoop, List<FileStatus> files)
      throws IOException {
    if (Places.isHidden(status.getPath().getName())) {
      return;
    }
    if (status.isFile()) {
      files.add(status);
      return;
    }
    List<FileStatus> inside = InputFiles.inside(status.getPath(), hadoop);
    for (FileStatus one : inside) {
      if (!Places.belongsToAnother(one, inside)) {
        collect(one, hadoop, files);
      }
    }
  }
}
