package org.territorydelta.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.territorydelta.report.RunManifest;

/**
 * The job, the sample, and peers that do the job's work, as processes of their own, in turn, so
 * that whatever else the machine does falls on all; and the job again after one file was added to
 * what a finished run had read.
 */
final class WholeProcess {
  /** One turn. */
  private record Turn(
      ProcessRun sample, ProcessRun job, Map<String, Double> stages, Optional<ProcessRun> rerun) {}

  private final Archive archive;
  private final Path work;
  private final Path out;
  private final List<Turn> turns = new ArrayList<>();

  WholeProcess(Archive archive, Path work) {
    this.archive = archive;
    this.work = work;
    this.out = work.resolve("out");
  }

  /** Where the last whole run's tables are. */
  Path out() {
    return out;
  }

  int turns() {
    return turns.size();
  }

  double jobProcessorSeconds() {
    return Median.of(turns, turn -> turn.job.processorSeconds());
  }

  double jobPeakMb() {
    return Median.of(turns, turn -> turn.job.peakMb());
  }

  double jobSeconds() {
    return Median.of(turns, turn -> turn.job.seconds());
  }

  /**
   * Takes turns.
   *
   * @param oneMoreFile whether each has a rerun with one file more
   * @param peers what else runs in each
   */
  void run(int runs, boolean oneMoreFile, Optional<PeerRace> peers)
      throws IOException, InterruptedException {
    Progress.say("the sample, not timed");
    Launcher.warmUp(work);
    Path before = work.resolve("before");
    Optional<Path> last = Optional.empty();
    if (oneMoreFile) {
      last = Optional.of(lastFile());
      finish(last.get(), before);
    }
    for (int run = 1; run <= runs; run++) {
      Progress.say("run " + run + " of " + runs);
      ProcessRun sample = sample();
      Folders.delete(out);
      ProcessRun job = job();
      Map<String, Double> stages = stages();
      Optional<ProcessRun> rerun = Optional.empty();
      if (oneMoreFile) {
        Folders.delete(out);
        Folders.copy(before, out);
        rerun = Optional.of(job());
      }
      turns.add(new Turn(sample, job, stages, rerun));
      if (peers.isPresent()) {
        peers.get().run();
      }
    }
  }

  /** The newest map of the source with the most files. */
  private Path lastFile() throws IOException {
    List<Path> most = List.of();
    for (MapFolder maps : archive.folders()) {
      List<Path> files = maps.files();
      if (files.size() > most.size()) {
        most = files;
      }
    }
    return most.get(most.size() - 1);
  }

  /** Runs the job on all maps but the last, and keeps what it made. */
  private void finish(Path last, Path kept) throws IOException, InterruptedException {
    Progress.say("a finished run without " + last.getFileName());
    Path aside = work.resolve(last.getFileName());
    Files.move(last, aside);
    job();
    Files.move(aside, last);
    Folders.delete(kept);
    Files.move(out, kept);
  }

  private ProcessRun sample() throws IOException, InterruptedException {
    Path sample = work.resolve("sample");
    Folders.delete(sample);
    return Launcher.run(Launcher.SAMPLE, sample, work.resolve("sample.log"));
  }

  private ProcessRun job() throws IOException, InterruptedException {
    return Launcher.run(archive.config(), out, work.resolve("job.log"));
  }

  private Map<String, Double> stages() throws IOException {
    String manifest = Files.readString(out.resolve(RunManifest.FILE_NAME));
    return RunManifest.fromJson(manifest).times().stageSeconds();
  }

  /** Adds the medians. */
  void addTo(Figures figures, ArchiveSize size) {
    double sample = Median.of(turns, turn -> turn.sample.seconds());
    double job = jobSeconds();
    figures.section("Whole processes, median of " + turns.size());
    figures.add("the sample", sample, "s");
    figures.add("the job", job, "s");
    figures.add(
        "processor time, the sample", Median.of(turns, t -> t.sample.processorSeconds()), "s");
    figures.add("processor time, the job", jobProcessorSeconds(), "s");
    figures.add("vertices per second", size.vertices() / job, "1/s");
    figures.add("peak resident memory, the sample", Median.of(turns, t -> t.sample.peakMb()), "MB");
    figures.add("peak resident memory, the job", jobPeakMb(), "MB");
    if (turns.get(0).rerun.isPresent()) {
      double rerun = Median.of(turns, turn -> turn.rerun.orElseThrow().seconds());
      figures.add("the job again after one file was added", rerun, "s");
      figures.add(
          "processor time, the job again",
          Median.of(turns, turn -> turn.rerun.orElseThrow().processorSeconds()),
          "s");
      figures.add("the job again / the sample", rerun / sample, "");
    }
    figures.section("Stages of the job");
    double rest = job;
    for (String stage : turns.get(0).stages.keySet()) {
      double seconds = Median.of(turns, turn -> turn.stages.get(stage));
      figures.add(stage, seconds, "s");
      rest -= seconds;
    }
    figures.add("everything else, Spark's start and stop above all", rest, "s");
  }
}
