package org.territorydelta.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.territorydelta.job.PythonTools;

/** The same maps by GeoPandas; {@code geopandas_peer.py} says what it does and what it leaves. */
final class GeoPandasPeer {
  private static final Path SCRIPT = Path.of("src", "test", "python", "geopandas_peer.py");

  /** Opening, closing, gained, lost. */
  private static final int FIGURES_A_ROW = 4;

  private final Path python;
  private final Archive archive;
  private final Path work;

  private GeoPandasPeer(Path python, Archive archive, Path work) {
    this.python = python;
    this.archive = archive;
    this.work = work;
  }

  /** Makes the environment if there is none yet, which is not timed. */
  static GeoPandasPeer installed(Archive archive, Path work)
      throws IOException, InterruptedException {
    Path python = PythonTools.interpreter();
    return new GeoPandasPeer(python, archive, work);
  }

  /** Runs it both ways and holds the figures against the job's. */
  void tell(int runs, WholeProcess ours, Figures figures) throws IOException, InterruptedException {
    double beyond = ours.jobSeconds() - ours.floorSeconds();
    figures.section("GeoPandas " + PythonTools.version("geopandas") + ", median of " + runs);
    tell("all maps at once", runs(runs), beyond, figures);
    JsonNode apart = apart(ours.out());
    tell("one map at a time", runs(runs, "--one-by-one"), beyond, figures);
    figures.count("figures held against the job's", FIGURES_A_ROW * apart.path("rows").asLong());
    figures.add("largest difference of gains and losses", apart.path("flow").asDouble(), "km²");
    figures.add("largest difference of stocks", apart.path("stock").asDouble(), "km²");
  }

  private static void tell(String way, List<ProcessRun> runs, double beyond, Figures figures) {
    double seconds = Median.of(runs, ProcessRun::seconds);
    figures.add(way, seconds, "s");
    figures.add(way + " / the job's time beyond the floor", seconds / beyond, "");
    figures.add("processor time", Median.of(runs, ProcessRun::processorSeconds), "s");
    figures.add("peak resident memory", Median.of(runs, ProcessRun::peakMb), "MB");
  }

  private List<ProcessRun> runs(int runs, String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(python.toString(), SCRIPT.toString()));
    for (MapFolder maps : archive.folders()) {
      command.addAll(List.of("--source", maps.id(), maps.shape().id(), maps.folder().toString()));
    }
    command.addAll(List.of("--regions", Archive.REGIONS.toString()));
    command.addAll(List.of("--out", table().toString()));
    command.addAll(List.of(more));
    List<ProcessRun> times = new ArrayList<>();
    for (int run = 1; run <= runs; run++) {
      Progress.say("GeoPandas " + String.join(" ", more) + " run " + run + " of " + runs);
      times.add(ProcessRun.of(command, work.resolve("geopandas.log")));
    }
    return times;
  }

  /** How far its figures for everything are from the job's. */
  private JsonNode apart(Path out) throws IOException, InterruptedException {
    Path log = work.resolve("geopandas-check.log");
    ProcessRun.of(
        List.of(
            python.toString(),
            SCRIPT.toString(),
            "--out",
            table().toString(),
            "--check",
            out.toString()),
        log);
    return new JsonMapper().readTree(Files.readString(log));
  }

  private Path table() {
    return work.resolve("geopandas.parquet");
  }
}
