package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.territorydelta.report.TablePart.Standing;

class ComparePlanTest {
  private static final String DAY = "area_delta/period_kind=day/";
  private static final String WEEK = "area_delta/period_kind=week/";
  private static final String MONTH = "area_delta/period_kind=month/";

  @Test
  void everyPartitionIsHeldAgainstItsOwnByHash() {
    ComparePlan plan =
        ComparePlan.of(
            WrittenRun.of("a")
                .file("area_delta", DAY + "0.parquet", 10, "11")
                .file("area_delta", DAY + "1.parquet", 5, "12")
                .file("area_delta", WEEK + "0.parquet", 3, "13")
                .manifest(),
            WrittenRun.of("b")
                .file("area_delta", DAY + "1.parquet", 5, "12")
                .file("area_delta", DAY + "0.parquet", 10, "11")
                .file("area_delta", MONTH + "0.parquet", 1, "14")
                .file("area_delta", WEEK + "0.parquet", 4, "15")
                .manifest(),
            10);

    assertThat(plan.parts())
        .extracting(part -> part + " " + part.standing())
        .containsExactly(
            "area_delta/period_kind=day IDENTICAL",
            "area_delta/period_kind=month ONLY_NEW",
            "area_delta/period_kind=week DIFFERENT",
            "input_file IDENTICAL");
    assertThat(plan.parts().get(0).rowsBefore()).isEqualTo(15);
    assertThat(plan.isAnswered()).isFalse();
  }

  @Test
  void aPartInOneOutputOnlyIsKnownWithoutReading() {
    ComparePlan plan =
        ComparePlan.of(
            WrittenRun.of("a").file("area_delta", WEEK + "0.parquet", 3, "13").manifest(),
            WrittenRun.of("b").file("area_delta", MONTH + "0.parquet", 2, "14").manifest(),
            10);

    assertThat(plan.isAnswered()).isTrue();
    assertThat(OutputComparison.ofManifests(plan).tables().get(0).counts())
        .isEqualTo(new RowCounts(0, 2, 3, 0));
  }

  @Test
  void oneTableAloneLeavesTheOthersUnread() {
    ComparePlan plan =
        ComparePlan.of(
            WrittenRun.of("a")
                .file("region", "region/0.parquet", 3, "13")
                .file("snapshot", "snapshot/0.parquet", 3, "14")
                .manifest(),
            WrittenRun.of("b")
                .file("region", "region/0.parquet", 3, "13")
                .file("snapshot", "snapshot/0.parquet", 3, "15")
                .manifest(),
            10);

    assertThat(plan.tables()).containsExactly("input_file", "region", "snapshot");
    assertThat(plan.only("region").isAnswered()).isTrue();
    assertThat(plan.only("snapshot").parts())
        .extracting(TablePart::standing)
        .containsExactly(Standing.DIFFERENT);
  }
}
