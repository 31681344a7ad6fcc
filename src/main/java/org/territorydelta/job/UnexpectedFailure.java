package org.territorydelta.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.territorydelta.spark.JobSession;

/**
 * Says that something failed which nobody foresaw: in a few lines for a person, with the stack
 * trace in a file of the temporary folder for whoever mends it. Under spark-submit the trace is
 * told with them, as its log is all that is left of a driver on a cluster.
 */
final class UnexpectedFailure {
  private UnexpectedFailure() {}

  static String text(Throwable failure) {
    String said = "Unexpected failure: " + reason(failure);
    String trace = trace(failure);
    if (JobSession.isSubmitted()) {
      return said + "\n" + trace;
    }
    try {
      Path file = Files.createTempFile("territory-delta-failure-", ".txt");
      Files.writeString(file, CodeVersion.current() + System.lineSeparator() + trace);
      return said
          + "\nThe stack trace is in "
          + file
          + ": if it is not the disk or the file system that fails, please report it with that file.";
    } catch (IOException e) {
      return said + "\n" + trace;
    }
  }

  /** The first words of the first cause that has some. */
  private static String reason(Throwable failure) {
    String reason = failure.getClass().getSimpleName();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage();
      if (message != null && !message.isBlank()) {
        reason = cause.getClass().getSimpleName() + ": " + message.lines().findFirst().orElse("");
      }
    }
    return reason;
  }

  private static String trace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
