package org.territorydelta.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.territorydelta.job.PythonEnvironment;

/**
 * The same maps by other tools, as whole processes in turn with the job. A peer that fails is left
 * out of later turns, and what it said is shown.
 */
final class PeerRace {
  private final Archive archive;
  private final Path work;
  private final Path python;
  private final Map<Peer, List<ProcessRun>> runs = new EnumMap<>(Peer.class);
  private final Map<Peer, String> failures = new EnumMap<>(Peer.class);

  /** Makes their environment if there is none yet, which is not timed. */
  PeerRace(List<Peer> peers, Archive archive, Path work) throws IOException, InterruptedException {
    this.archive = archive;
    this.work = work;
    Progress.say("the peers' environment");
    this.python = PythonEnvironment.PEERS.interpreter();
    peers.forEach(peer -> runs.put(peer, new ArrayList<>()));
  }

  /** Runs each of them once. */
  void run() throws InterruptedException {
    for (Peer peer : runs.keySet()) {
      if (!failures.containsKey(peer)) {
        Progress.say(peer.title());
        try {
          runs.get(peer).add(ProcessRun.of(command(peer), work.resolve(peer + ".log")));
        } catch (IOException failed) {
          failures.put(peer, failed.getMessage().strip());
        }
      }
    }
  }

  private List<String> command(Peer peer) {
    List<String> command = new ArrayList<>(List.of(python.toString(), peer.script().toString()));
    for (MapFolder maps : archive.folders()) {
      command.addAll(List.of("--source", maps.id(), maps.shape().id(), maps.folder().toString()));
    }
    command.addAll(List.of("--regions", Archive.REGIONS.toString()));
    command.addAll(List.of("--out", table(peer).toString()));
    return command;
  }

  /** Adds a table with a column for the job and for each peer: medians, and differences. */
  void addTo(Figures figures, WholeProcess ours) throws IOException, InterruptedException {
    List<String> heading = new ArrayList<>(List.of("median of " + ours.turns(), "the job"));
    List<String> time = new ArrayList<>(List.of("time", seconds(ours.jobSeconds())));
    List<String> processor =
        new ArrayList<>(List.of("processor time", seconds(ours.jobProcessorSeconds())));
    List<String> ratio = new ArrayList<>(List.of("over the job's", "1"));
    List<String> memory = new ArrayList<>(List.of("peak resident memory", mb(ours.jobPeakMb())));
    List<String> flows = new ArrayList<>(List.of("largest difference of a gain or loss", ""));
    List<String> stocks = new ArrayList<>(List.of("largest difference of a stock", ""));
    for (Peer peer : runs.keySet()) {
      if (failures.containsKey(peer)) {
        figures.circumstance(peer.title() + " failed. " + failures.get(peer));
        continue;
      }
      double seconds = Median.of(runs.get(peer), ProcessRun::seconds);
      JsonNode apart = apart(peer, ours.out());
      heading.add(peer.title() + " " + PythonEnvironment.PEERS.version(peer.id()));
      time.add(seconds(seconds));
      processor.add(seconds(Median.of(runs.get(peer), ProcessRun::processorSeconds)));
      ratio.add(Figures.number(seconds / ours.jobSeconds()));
      memory.add(mb(Median.of(runs.get(peer), ProcessRun::peakMb)));
      flows.add(km2(apart.path("flow").asDouble()));
      stocks.add(km2(apart.path("stock").asDouble()));
    }
    figures.table(List.of(heading, time, ratio, processor, memory, flows, stocks));
  }

  private static String seconds(double value) {
    return Figures.number(value) + " s";
  }

  private static String mb(double value) {
    return Figures.number(value) + " MB";
  }

  private static String km2(double value) {
    return String.format(Locale.ROOT, "%.4f km²", value);
  }

  private JsonNode apart(Peer peer, Path out) throws IOException, InterruptedException {
    Path log = work.resolve(peer + "-check.log");
    ProcessRun.of(
        List.of(
            python.toString(),
            peer.script().toString(),
            "--out",
            table(peer).toString(),
            "--check",
            out.toString()),
        log);
    return new JsonMapper().readTree(Files.readString(log));
  }

  private Path table(Peer peer) {
    return work.resolve(peer + ".parquet");
  }
}
