package org.territorydelta.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.territorydelta.report.RunManifest;

/**
 * The place a run writes to. Tables are made in a fresh folder beside it and take its place by
 * renaming when they are whole; until then the former output stays as it is, and it is put back at
 * the next start if a crash fell between the two renames. A lock beside it keeps a second run out.
 */
final class OutputFolder implements AutoCloseable {
  private final FileSystem files;
  private final Path out;
  private final Path staging;
  private final Path previous;
  private final Path lock;

  private OutputFolder(FileSystem files, Path out) {
    this.files = files;
    this.out = out;
    this.staging = beside(".staging");
    this.previous = beside(".previous");
    this.lock = beside(".lock");
  }

  private Path beside(String suffix) {
    return new Path(out.getParent(), "." + out.getName() + suffix);
  }

  /**
   * Takes hold of an output folder, which may not exist yet.
   *
   * @throws UsageException when another run holds it or it holds something else
   */
  static OutputFolder open(Path out, Configuration hadoop) throws IOException {
    FileSystem files = out.getFileSystem(hadoop);
    var folder = new OutputFolder(files, files.makeQualified(out));
    files.mkdirs(folder.out.getParent());
    folder.takeLock();
    try {
      folder.recover();
      folder.refuseForeign();
      files.delete(folder.staging, true);
      files.mkdirs(folder.staging);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
    return folder;
  }

  private void takeLock() throws IOException {
    if (files.exists(lock)) {
      String holder = read(lock);
      if (isAlive(holder)) {
        throw new UsageException(
            "Cannot write to "
                + out
                + ": another run is writing there ("
                + holder
                + "). Wait for it, or delete "
                + lock
                + " if it is gone.");
      }
      files.delete(lock, false);
    }
    try (OutputStream stream = files.create(lock, false)) {
      stream.write(holder().getBytes(StandardCharsets.UTF_8));
    } catch (FileAlreadyExistsException e) {
      throw new UsageException("Cannot write to " + out + ": another run began there just now");
    }
  }

  private static String holder() {
    return "process " + ProcessHandle.current().pid() + " on " + host();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  /** A run on this machine whose process is gone has left its lock behind. */
  private static boolean isAlive(String holder) {
    String[] words = holder.strip().split(" ");
    if (words.length != 4 || !words[3].equals(host())) {
      return true;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(words[1]));
    return process.map(ProcessHandle::isAlive).orElse(false);
  }

  private String read(Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void recover() throws IOException {
    if (files.exists(previous)) {
      if (files.exists(out)) {
        files.delete(previous, true);
      } else {
        rename(previous, out);
      }
    }
  }

  private void refuseForeign() throws IOException {
    if (files.exists(out)
        && files.listStatus(out).length > 0
        && !files.exists(new Path(out, RunManifest.FILE_NAME))) {
      throw new UsageException(
          "Cannot write to "
              + out
              + ": it holds something that is no output of this program. Name another folder.");
    }
  }

  /** Where the tables are made. */
  Path staging() {
    return staging;
  }

  /** The finished output that is to be replaced, if there is one. */
  Optional<Path> former() throws IOException {
    return files.exists(new Path(out, RunManifest.FILE_NAME)) ? Optional.of(out) : Optional.empty();
  }

  void writeText(String name, String text) throws IOException {
    try (OutputStream stream = files.create(new Path(staging, name), true)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Puts what was made in the place of the former output. */
  void publish() throws IOException {
    if (files.exists(out)) {
      rename(out, previous);
    }
    rename(staging, out);
    files.delete(previous, true);
  }

  private void rename(Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("Cannot rename " + from + " to " + to);
    }
  }

  /** Removes what was not published and lets go of the folder. */
  @Override
  public void close() throws IOException {
    files.delete(staging, true);
    files.delete(lock, false);
  }
}
