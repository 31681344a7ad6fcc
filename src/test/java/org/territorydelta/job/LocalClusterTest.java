package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.job.WrittenFiles.hashes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample on Spark's own small cluster: a master, two workers, and for each an executor in a
 * process of its own, with a core and 1 GiB. What passes between them is serialised and sent, and
 * nothing that a task needs can lie in the driver's memory.
 *
 * <p>A Spark from Maven has no installation to start executors from. They find their classes by
 * {@code spark.executor.extraClassPath}, and of an installation they only want that its folder of
 * jars is there and which Scala it has.
 *
 * <p>The output has an address that only a setting of the session explains, as an object store's
 * keys would be: driver and executors have to know it.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalClusterTest {
  /** Stages with fewer tasks may be done by one executor before the other has asked. */
  private static final int MANY_TASKS = 8;

  private static final Set<String> BOTH = Set.of("0", "1");

  @TempDir static Path folder;
  private static Path onCluster;

  @BeforeAll
  static void runOnce() throws IOException, InterruptedException {
    Path home = folder.resolve("spark");
    Files.createDirectories(home.resolve("jars"));
    Path events = Files.createDirectory(folder.resolve("events"));
    onCluster = folder.resolve("cluster");
    String link = "-Dspark.hadoop.fs.viewfs.mounttable.tables.link./out=" + folder.toUri();
    new OwnProcess()
        .environment("SPARK_HOME", home.toString())
        .environment("SPARK_SCALA_VERSION", "2.13")
        .environment("SPARK_LOCAL_IP", "127.0.0.1")
        .environment("SPARK_LOCAL_HOSTNAME", "localhost")
        .options("-XX:TieredStopAtLevel=1", "-Dspark.master=local-cluster[2,1,1024]")
        .options("-Dspark.executor.extraClassPath=" + OwnProcess.CLASS_PATH)
        .options("-Dspark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1")
        // No task before both executors are there.
        .options("-Dspark.cores.max=2", "-Dspark.scheduler.minRegisteredResourcesRatio=1")
        .options("-Dspark.eventLog.enabled=true", "-Dspark.eventLog.dir=" + events.toUri())
        .options("-Dspark.eventLog.compress=false", "-Dspark.eventLog.rolling.enabled=false")
        .options(link)
        .runSample("viewfs://tables/out/cluster");
  }

  @Test
  void everyTableHasTheBytesThatOneProcessWrites() throws IOException {
    Path local = folder.resolve("local");
    TinyWorld.Ended ended =
        TinyWorld.execute("run", "--config", "data/sample/config.yaml", "--out", local.toString());
    assertThat(ended.code()).as(ended.err()).isZero();

    assertThat(hashes(onCluster)).isEqualTo(hashes(local));
  }

  @Test
  void bothExecutorsTakePartInEveryStageOfManyTasks() throws IOException {
    Map<Integer, TreeSet<String>> executors = new TreeMap<>();
    Map<Integer, Integer> tasks = new TreeMap<>();
    for (JsonNode ended : events("SparkListenerTaskEnd")) {
      int stage = ended.required("Stage ID").asInt();
      assertThat(ended.required("Task End Reason").required("Reason").asText())
          .isEqualTo("Success");
      executors
          .computeIfAbsent(stage, id -> new TreeSet<>())
          .add(ended.required("Task Info").required("Executor ID").asText());
      tasks.merge(stage, 1, Integer::sum);
    }

    assertThat(executors.values()).allSatisfy(ids -> assertThat(BOTH).containsAll(ids));
    tasks.values().removeIf(number -> number < MANY_TASKS);
    tasks.keySet().retainAll(stagesAlone());
    assertThat(tasks).isNotEmpty();
    assertThat(tasks.keySet())
        .allSatisfy(stage -> assertThat(executors.get(stage)).as("stage " + stage).isEqualTo(BOTH));
  }

  /** Stages that run by themselves; tables are written side by side, and their tasks are short. */
  private static Set<Integer> stagesAlone() throws IOException {
    Set<Integer> stages = new TreeSet<>();
    for (JsonNode submitted : events("SparkListenerStageSubmitted")) {
      String work = submitted.path("Properties").path("spark.job.description").asText();
      if (Set.of("reading maps", "comparing maps").contains(work)) {
        stages.add(submitted.required("Stage Info").required("Stage ID").asInt());
      }
    }
    return stages;
  }

  /** The events of one kind in the log of the one application. */
  private static Iterable<JsonNode> events(String kind) throws IOException {
    var json = new ObjectMapper();
    var events = new ArrayList<JsonNode>();
    try (Stream<Path> logs = Files.list(folder.resolve("events"))) {
      for (String line : Files.readAllLines(logs.findFirst().orElseThrow())) {
        JsonNode event = json.readTree(line);
        if (event.path("Event").asText().equals(kind)) {
          events.add(event);
        }
      }
    }
    return events;
  }
}
