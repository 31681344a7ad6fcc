package org.territorydelta.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.territorydelta.report.RunManifest;

/**
 * The place a run writes to. Tables are made in a fresh folder beside it and take its place by
 * renaming when they are whole; until then the former output stays as it is. Files of the user's
 * own that lie in it come along; see {@link FolderExchange}. Tables that break a law go into a
 * folder beside it, whose name ends in {@value #REJECTED}. A lock beside it keeps a second run out.
 */
final class OutputFolder implements AutoCloseable {
  static final String REJECTED = ".rejected";

  private static final int SHOWN_STRAYS = 5;

  private final FileSystem files;
  private final Path out;
  private final Path staging;
  private final Path rejected;
  private final Path lock;
  private final FolderExchange exchange;
  private final FolderExchange rejection;

  private OutputFolder(Path out, Configuration hadoop) throws IOException {
    this.files = out.getFileSystem(hadoop);
    this.out = out;
    this.staging = beside(".staging");
    this.rejected = new Path(out.getParent(), out.getName() + REJECTED);
    this.lock = beside(".lock");
    this.exchange = new FolderExchange(out, beside(".previous"), hadoop);
    this.rejection = new FolderExchange(rejected, beside(REJECTED + ".previous"), hadoop);
  }

  private Path beside(String suffix) {
    return new Path(out.getParent(), "." + out.getName() + suffix);
  }

  /**
   * Takes hold of an output folder, which may not exist yet.
   *
   * @throws UsageException when another run holds it, it holds something else, or its tables'
   *     folders hold files that no run wrote
   */
  static OutputFolder open(Path out, Configuration hadoop) throws IOException {
    var folder = new OutputFolder(real(out.getFileSystem(hadoop).makeQualified(out)), hadoop);
    folder.files.mkdirs(folder.out.getParent());
    folder.takeLock();
    try {
      folder.exchange.recover();
      folder.refuseForeign();
      folder.refuseStrays();
      folder.files.delete(folder.staging, true);
      folder.files.mkdirs(folder.staging);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
    return folder;
  }

  /** A link stays what it is: the folder that it leads to is the one that is replaced. */
  private static Path real(Path out) throws IOException {
    if (!"file".equals(out.toUri().getScheme())) {
      return out;
    }
    java.nio.file.Path local = java.nio.file.Path.of(out.toUri().getPath());
    return Files.isSymbolicLink(local) && Files.exists(local)
        ? new Path(out.toUri().getScheme(), "", local.toRealPath().toString())
        : out;
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

  private void refuseStrays() throws IOException {
    List<String> strays = exchange.strays();
    if (!strays.isEmpty()) {
      throw new UsageException(
          "Cannot write to "
              + out
              + ": no run wrote "
              + strays.stream().limit(SHOWN_STRAYS).collect(Collectors.joining(", "))
              + (strays.size() > SHOWN_STRAYS ? ", ..." : "")
              + " in it, where only tables and other files of this program may lie, and which this run"
              + " would replace. Move that first; beside those folders it is left alone.");
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

  /**
   * Puts what was made in the place of the former output.
   *
   * @return files and folders of the user's own that came along, by name
   */
  List<String> publish() throws IOException {
    return exchange.put(staging);
  }

  /**
   * Keeps what was made beside the output, which stays as it is.
   *
   * @return where it is
   */
  Path reject() throws IOException {
    rejection.recover();
    rejection.put(staging);
    return rejected;
  }

  /** Removes what was not published and lets go of the folder. */
  @Override
  public void close() throws IOException {
    files.delete(staging, true);
    files.delete(lock, false);
  }
}
