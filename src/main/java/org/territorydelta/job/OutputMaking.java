package org.territorydelta.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.territorydelta.model.Violation;
import org.territorydelta.report.HtmlPage;
import org.territorydelta.report.RunManifest;
import org.territorydelta.spark.JobSession;
import org.territorydelta.spark.output.TableExport;
import org.territorydelta.spark.tables.DataDictionary;

/**
 * What goes with a run's tables, and where both go: to the output's place where all laws hold on
 * them, else beside it. A page and exports that the former output had are made anew, so that they
 * never contradict the tables beside them.
 *
 * @param shown the output's name for a person
 */
record OutputMaking(
    OutputFolder folder,
    RunManifest manifest,
    String shown,
    JobSession spark,
    Configuration hadoop) {
  private static final int SHOWN_VIOLATIONS = 20;
  private static final int SHOWN_NAMES = 10;
  private static final String MADE_ANEW = "; made anew, as the former output had it";

  /**
   * Publishes the tables.
   *
   * @param csv whether exports were asked for
   * @param report whether a page was asked for
   * @return lines that say what was done beside that
   */
  List<String> publish(boolean csv, boolean report) throws IOException {
    List<String> said = new ArrayList<>();
    describe();
    String staged = folder.staging().toString();
    Optional<Path> former = folder.former();
    boolean hadExports = former.isPresent() && TableExport.isIn(former.get().toString(), hadoop);
    if (csv || hadExports) {
      said.add(ExportCommand.line(spark.export(staged, manifest)) + (csv ? "" : MADE_ANEW));
    }
    boolean hadPage =
        former.isPresent()
            && former
                .get()
                .getFileSystem(hadoop)
                .exists(new Path(former.get(), HtmlPage.FILE_NAME));
    if (report || hadPage) {
      String page = HtmlPage.of(spark.page(staged, manifest));
      folder.writeText(HtmlPage.FILE_NAME, page);
      int bytes = page.getBytes(StandardCharsets.UTF_8).length;
      said.add(
          ReportCommand.written(shown + "/" + HtmlPage.FILE_NAME, bytes)
              + (report ? "" : MADE_ANEW));
    }
    List<String> carried = folder.publish();
    if (!carried.isEmpty()) {
      said.add("Yours, and still there: " + names(carried));
    }
    return said;
  }

  /**
   * Keeps tables that break a law beside the output.
   *
   * @return what to say of it
   */
  String reject(List<Violation> violations) throws IOException {
    describe();
    boolean hasFormer = folder.former().isPresent();
    folder.reject();
    String kept = shown + OutputFolder.REJECTED;
    return "Cannot publish "
        + shown
        + ": "
        + Violation.text(violations, SHOWN_VIOLATIONS)
        + "\nWhat was computed is kept in "
        + kept
        + "; its table violation has every break. "
        + (hasFormer
            ? "What was published before in " + shown + " is as it was."
            : "Nothing is published in " + shown + ".")
        + "\nThe figures contradict each other, which no input should bring about: run once more with"
        + " --full; if it says the same, please report these lines with "
        + kept
        + "/"
        + RunManifest.FILE_NAME
        + " and the files named above.";
  }

  private void describe() throws IOException {
    folder.writeText(DataDictionary.FILE_NAME, DataDictionary.markdown());
    folder.writeText(RunManifest.FILE_NAME, manifest.toJson());
  }

  private static String names(List<String> names) {
    return String.join(", ", names.subList(0, Math.min(SHOWN_NAMES, names.size())))
        + (names.size() > SHOWN_NAMES ? " and " + (names.size() - SHOWN_NAMES) + " more" : "");
  }
}
