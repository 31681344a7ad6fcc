package org.territorydelta.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.territorydelta.extract.Evaluation;
import org.territorydelta.extract.ProposalFiles;
import org.territorydelta.extract.Proposals;
import org.territorydelta.extract.ReviewPage;
import org.territorydelta.model.InputException;
import org.territorydelta.spark.JobSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code extract}: proposes claims, events and comparisons out of dated reports. */
@Command(
    name = "extract",
    description =
        "Read dated reports (text, Markdown, HTML) and propose claims, events and comparisons.",
    footer = {
      "",
      "A report's date is looked for in its front matter or first lines, in meta tags and",
      "JSON-LD, and in its name; a report without one is named and left out. Proposals",
      "count in no figure until a config accepts them (accept-proposals).",
      "comparisons.csv and review.html lie beside --out unless named."
    })
final class ExtractCommand implements Callable<Integer> {
  private static final int NAMED_UNDATED = 10;

  @Option(
      names = "--reports",
      paramLabel = "DIR|GLOB",
      arity = "1..*",
      description = "folders, globs or files")
  private List<String> reports = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FILE", description = "the proposed claims")
  private String out = "";

  @Option(names = "--events", paramLabel = "FILE", description = "the proposed events")
  private String events = "";

  @Option(names = "--comparisons", paramLabel = "FILE", description = "the proposed comparisons")
  private String comparisons = "";

  @Option(names = "--review", paramLabel = "FILE", description = "the page to accept or correct on")
  private String review = "";

  @Option(
      names = "--evaluate",
      description = "print precision, recall and F1 by field on the evaluation set instead")
  private boolean evaluate;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Override
  public Integer call() throws IOException {
    if (evaluate) {
      System.out.println(
          "On the part that rules were written on:\n" + Evaluation.development().text());
      System.out.print("On the third that was set aside:\n" + Evaluation.heldOut().text());
      return ExitCode.DONE;
    }
    if (reports.isEmpty() || out.isEmpty()) {
      throw new UsageException("Cannot extract: expected --reports and --out, or --evaluate");
    }
    List<Proposals> readings;
    try (JobSession spark = JobSession.open()) {
      readings = spark.extract(FoundInputs.texts(reports));
    }
    List<Proposals> dated = readings.stream().filter(Proposals::isDated).toList();
    if (dated.isEmpty()) {
      throw new InputException(
          "Cannot date a report: none of "
              + readings.size()
              + " says its day, expected 'date:' at its top or a day in its name");
    }
    Path beside = new Path(out);
    write(out, ProposalFiles.claims(dated));
    if (!events.isEmpty()) {
      write(events, ProposalFiles.events(dated));
    }
    write(
        comparisons.isEmpty() ? sibling(beside, "comparisons.csv") : comparisons,
        ProposalFiles.comparisons(dated));
    write(review.isEmpty() ? sibling(beside, "review.html") : review, ReviewPage.of(dated));
    System.out.println(summary(readings, dated));
    return ExitCode.DONE;
  }

  private static String summary(List<Proposals> readings, List<Proposals> dated) {
    int claims = dated.stream().mapToInt(r -> r.claims().size()).sum();
    int events = dated.stream().mapToInt(r -> r.events().size()).sum();
    int pairs = dated.stream().mapToInt(r -> r.comparisons().size()).sum();
    StringBuilder text =
        new StringBuilder(
            dated.size()
                + " reports: "
                + claims
                + " claims, "
                + events
                + " events, "
                + pairs
                + " comparisons proposed");
    List<String> undated =
        readings.stream().filter(r -> !r.isDated()).map(Proposals::document).toList();
    if (!undated.isEmpty()) {
      text.append("\n")
          .append(undated.size())
          .append(" left out for want of a date: ")
          .append(String.join(", ", undated.subList(0, Math.min(NAMED_UNDATED, undated.size()))));
    }
    return text.toString();
  }

  private static String sibling(Path file, String name) {
    return file.getParent() == null ? name : new Path(file.getParent(), name).toString();
  }

  private static void write(String file, String text) throws IOException {
    Configuration hadoop = JobSession.hadoop();
    Path path = new Path(file);
    try (OutputStream out = path.getFileSystem(hadoop).create(path, true)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
