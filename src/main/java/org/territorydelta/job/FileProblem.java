package org.territorydelta.job;

import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;

/** Says why a file or folder cannot be reached, in words that do not need the library's source. */
final class FileProblem {
  private static final String BAD_GLOB = "Illegal file pattern";

  private FileProblem() {}

  static String text(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof ClassNotFoundException) {
        return "its file system is not among Spark's libraries here: " + message;
      } else if (cause instanceof UnsupportedFileSystemException) {
        return "its file system is not known: " + message;
      } else if (cause instanceof UnknownHostException) {
        return "its host cannot be found: " + message;
      } else if (message.startsWith(BAD_GLOB)) {
        return "it is no glob" + message.substring(message.lastIndexOf(": "));
      } else if (cause instanceof AccessControlException
          || cause instanceof AccessDeniedException
          || message.endsWith("(Permission denied)")) {
        return "this user may not read it";
      } else if (message.endsWith("(Is a directory)")) {
        return "it is a folder, expected a file";
      } else if (cause instanceof FileNotFoundException && !message.startsWith("there is")) {
        return "there is no such file";
      }
    }
    return String.valueOf(problem.getMessage());
  }
}
