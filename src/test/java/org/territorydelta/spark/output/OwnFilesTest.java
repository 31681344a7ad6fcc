package org.territorydelta.spark.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.territorydelta.report.RunManifest.TableFile;

/** Which files of an output folder the program wrote, and which somebody else did. */
class OwnFilesTest {
  private static final OwnFiles UNLISTED = OwnFiles.of(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_run.json",
        "data-dictionary.md",
        "report.html",
        "claim-review.jsonld",
        "_rerun/files",
        "_rerun/changes-00012",
        "_rerun/differences-00000",
        "csv/area_delta.csv",
        "region/region-00000.parquet",
        "region/.DS_Store",
        "area_delta/period_kind=rolling-28-day/area_delta-00012.parquet",
        "violation/violation-00000.parquet"
      })
  void whatARunWritesIsItsOwn(String path) {
    assertThat(UNLISTED.isOwn(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "notes.txt",
        "region",
        "region-00000.parquet",
        "figures/region-00000.parquet",
        "region/area_delta-00000.parquet",
        "region/region-00000.parquet.bak",
        "region/old/region-00000.parquet",
        "csv/notes.csv",
        "csv/area_delta.xlsx",
        "_rerun/notes",
        "_rerun/changes-/deeper",
        "sub/_run.json"
      })
  void everythingElseIsSomebodyElses(String path) {
    assertThat(UNLISTED.isOwn(path)).isFalse();
  }

  @Test
  void aTableThatOnlyAnEarlierVersionWroteIsKnownByItsManifest() {
    var listed =
        OwnFiles.of(List.of(new TableFile("front", "front/front-00000.parquet", 1, "c0ffee", "")));

    assertThat(listed.isOwn("front/front-00000.parquet")).isTrue();
    assertThat(listed.isOwnName("front")).isTrue();
    assertThat(listed.isOwn("front/mine.csv")).isFalse();
    assertThat(UNLISTED.isOwnName("front")).isFalse();
  }
}
