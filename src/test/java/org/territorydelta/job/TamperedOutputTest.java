package org.territorydelta.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.territorydelta.spark.SharedSession;

/**
 * A number changed in a written output is found: by the file's hash; where that is forged, by the
 * hash of the rows; where that is forged, too, by a law.
 */
class TamperedOutputTest {
  private static final String FILE = "area_delta/period_kind=month/area_delta-00000.parquet";

  @TempDir static Path folder;
  private static Path original;

  @BeforeAll
  static void runOnce() throws IOException {
    original = TamperedWorld.in(folder);
  }

  @Test
  void anUntouchedOutputPasses() {
    TinyWorld.Ended ended = TinyWorld.execute("check", original.toString());

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("All laws hold");
  }

  @Test
  void aChangedNumberIsFoundByTheHashOfTheFile() throws IOException {
    Path out = withChangedNet("file");

    TinyWorld.Ended ended =
        TinyWorld.execute("check", out.toString(), "--law", "regions-have-one-name");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err()).contains(FILE).contains("the file's hash is the one in _run.json");
  }

  @Test
  void aChangedNumberInAForgedFileIsFoundByTheHashOfTheRows() throws IOException {
    Path out = withChangedNet("rows");
    WrittenFiles.forge(out, FILE);

    TinyWorld.Ended ended =
        TinyWorld.execute("check", out.toString(), "--law", "regions-have-one-name");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err())
        .contains("area_delta [area_delta]: the rows' hash is the one in _run.json")
        .doesNotContain("file's hash");
  }

  @Test
  void aChangedNumberInFilesWithoutHashesIsFoundByALaw() throws IOException {
    Path out = withChangedNet("law");
    WrittenFiles.forge(out, FILE);
    WrittenFiles.forgetContents(out);

    TinyWorld.Ended ended = TinyWorld.execute("check", out.toString());

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err())
        .contains("area_delta [")
        .contains("net-is-closing-minus-opening")
        .doesNotContain("hash");
  }

  /** Adds one to the first net of a month. */
  private static Path withChangedNet(String name) throws IOException {
    Path out = folder.resolve(name).resolve("out");
    Files.createDirectories(out.getParent());
    WrittenFiles.copy(original, out);
    Dataset<Row> rows =
        SharedSession.get()
            .read()
            .parquet(out.resolve(FILE).toString())
            .withColumn("row", functions.monotonically_increasing_id());
    Path scratch = folder.resolve(name).resolve("rows");
    rows.withColumn(
            "net_km2",
            functions
                .when(functions.col("row").equalTo(0), functions.col("net_km2").plus(1))
                .otherwise(functions.col("net_km2")))
        .drop("row")
        .coalesce(1)
        .write()
        .parquet(scratch.toString());
    try (Stream<Path> written = Files.list(scratch)) {
      Path changed =
          written.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.copy(changed, out.resolve(FILE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    return out;
  }
}
