package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.territorydelta.report.InputFileChange.Kind;

class ComparisonTextTest {
  private static final ComparedColumns COLUMNS =
      new ComparedColumns(
          List.of("source_id", "content_hash", "region_id"),
          List.of("net_km2", "days", "coverage"),
          List.of("net_km2"),
          List.of("gone_km2"),
          List.of("come_km2"));

  private static final String HASH = "0123456789abcdef".repeat(4);

  private static final RunManifest OLD =
      WrittenRun.of("a").file("area_delta", "area_delta/0.parquet", 9, "11").manifest();

  private static final RunManifest NEW =
      WrittenRun.of("b").file("area_delta", "area_delta/0.parquet", 9, "12").manifest();

  private static String text(RowTally tally, InputFileChanges inputs, int top) {
    return text(OLD, NEW, tally, inputs, top);
  }

  private static String text(
      RunManifest old, RunManifest now, RowTally tally, InputFileChanges inputs, int top) {
    ComparePlan plan = ComparePlan.of(old, now, top);
    TablePart part = plan.parts().get(0);
    return ComparisonText.text(
        new ComparisonText.Side("out/old", old),
        new ComparisonText.Side("out/new", now),
        OutputComparison.of(plan, inputs, Map.of(part, tally)),
        top,
        Emphasis.NONE);
  }

  private static RowTally tally() {
    return new RowTally(COLUMNS, 10);
  }

  private static List<Object> row(Double net, Integer days, String coverage) {
    return Arrays.asList(net, days, coverage);
  }

  private static String moved(double before, double after) {
    RowTally tally = tally();
    tally.matched(List.of("alpha", HASH, "ONE"), row(before, 7, "full"), row(after, 7, "full"));
    return text(tally, InputFileChanges.none(3), 10);
  }

  @Test
  void differencesStandUnderTheirHeadingsWithTheKey() {
    assertThat(moved(1360.0, 1300.5))
        .contains(
            """
            area_delta: 1 row changed
              only the old one has gone_km2
              only the new one has come_km2
              column          rows  largest difference
              net_km2            1  -59.5
              largest differences of net_km2
                    old      new  difference  source_id content_hash region_id
                1 360.0  1 300.5       -59.5  alpha 0123456789ab ONE

            1 of 2 tables moved.
            """);
  }

  @Test
  void aSmallDifferenceIsNeverShownAsNone() {
    assertThat(moved(100_000, 100_000.00000001))
        .contains("100 000.00000000  100 000.00000001  +0.00000001  alpha");
    assertThat(moved(0.5, Math.nextUp(0.5))).contains("0.50000000  0.50000000      +1e-16  alpha");
  }

  @Test
  void aFigureThatWasNotThereIsNoZero() {
    RowTally tally = tally();
    tally.matched(List.of("alpha", HASH, "ONE"), row(null, null, "none"), row(12.0, 7, "full"));

    assertThat(text(tally, InputFileChanges.none(3), 10))
        .contains("    none   12              alpha");
  }

  @Test
  void wordsThatChangedAreTold() {
    RowTally tally = tally();
    tally.matched(
        List.of("alpha", HASH, "ONE"),
        row(1.0, 7, "full"),
        row(1.0, 7, "partial\n" + "x".repeat(99)));

    assertThat(text(tally, InputFileChanges.none(3), 10))
        .contains(
            "  other changes\n    alpha 0123456789ab ONE: coverage full -> partial\n      xxx")
        .contains("xxx...");
  }

  @Test
  void addedAndRemovedRowsOfAnEditedMapAreExplained() {
    RowTally tally = tally();
    tally.added();
    tally.removed();

    assertThat(text(tally, InputFileChanges.none(3), 10))
        .contains("area_delta            0            1            1            0")
        .contains("the key has content_hash: an edited map's rows are removed and added");
  }

  @Test
  void inputFilesAreCountedAndTheFirstOfThemNamed() {
    var changes = new ArrayList<InputFileChange>();
    changes.add(new InputFileChange(Kind.ADDED, "alpha", "maps/c.json", ""));
    changes.add(new InputFileChange(Kind.ROLE, "alpha", "maps/a.json", "used -> superseded"));
    changes.add(new InputFileChange(Kind.ROLE, "alpha", "maps/b.json", "used -> superseded"));

    assertThat(text(tally(), new InputFileChanges(1_234, changes), 2))
        .contains(
            """
            input files: 1 234 the same, 1 added, 2 another role
              added alpha maps/c.json
              another role alpha maps/a.json, used -> superseded
              and 1 more
            """);
  }

  @Test
  void configAndCodeAreToldByKey() {
    String value = "\"" + "v".repeat(200) + "\"";
    RunManifest old = WrittenRun.of("a").config("{\"band\": 0, \"long\": 1}").manifest();
    RunManifest now =
        WrittenRun.of("b").config("{\"band\": 10, \"long\": " + value + ", \"z\": 1}").manifest();
    String text =
        ComparisonText.text(
            new ComparisonText.Side("old", old),
            new ComparisonText.Side("new", now),
            OutputComparison.ofManifests(ComparePlan.of(old, now, 10)),
            10,
            Emphasis.NONE);

    assertThat(text)
        .contains("run id: differs\ncode: the same\nconfig: 3 differences\n  band: 0 -> 10\n")
        .contains("  long:\n    old 1\n    new \"vvv")
        .contains("  z: only in the new\n");
  }

  @Test
  void nothingHasMovedBetweenAnOutputAndItself() {
    String text =
        ComparisonText.text(
            new ComparisonText.Side("same", OLD),
            new ComparisonText.Side("same", OLD),
            OutputComparison.ofManifests(ComparePlan.of(OLD, OLD, 10)),
            10,
            Emphasis.NONE);

    assertThat(text)
        .contains("run id: the same")
        .contains("code: the same\nconfig: the same\ninput files: 0, all the same\n")
        .contains("area_delta            9    identical\n")
        .endsWith("Nothing moved: both list the same files by their hashes, 9 rows.\n");
  }

  @Test
  void noLineIsLongerThanEightyColumns() {
    RowTally tally = tally();
    String name = "a-region-with-a-name-that-nobody-would-give-it-".repeat(3);
    tally.matched(
        List.of("alpha", HASH, name),
        row(1.23456789e9, 7, "full"),
        row(-9.87654321e9, 8, "x".repeat(300)));
    tally.matched(
        List.of("alpha", HASH, name + "2"), row(1.0, 7, "full"), row(1.00000001, 8, "full"));
    tally.matched(
        List.of("alpha", HASH, name + "3"), row(1.0, 7, "full"), row(1.0, 7, "y".repeat(300)));
    var inputs =
        new InputFileChanges(
            0, List.of(new InputFileChange(Kind.MOVED, "alpha", name, "it was " + name + name)));
    RunManifest old = WrittenRun.of("a").file("area_delta", "area_delta/0", 9, "1").manifest();
    RunManifest now =
        WrittenRun.of("b")
            .file("area_delta", "area_delta/0", 9, "2")
            .config("{\"" + name + "\": \"" + name + name + "\"}")
            .manifest();

    assertThat(text(old, now, tally, inputs, 10).lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
  }
}
