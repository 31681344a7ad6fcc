package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.InputException;

/** Rows with a headline of km², another area, a number of days and a word. */
class RowTallyTest {
  private static final ComparedColumns COLUMNS =
      new ComparedColumns(
          List.of("region"),
          List.of("gained_km2", "net_km2", "days", "coverage"),
          List.of("net_km2", "gained_km2"),
          List.of(),
          List.of());

  private final RowTally tally = new RowTally(COLUMNS, 10);

  private static List<Object> row(Double gained, Double net, Integer days, String coverage) {
    return Arrays.asList(gained, net, days, coverage);
  }

  private void matched(String region, List<Object> before, List<Object> after) {
    tally.matched(List.of(region), before, after);
  }

  @Test
  void rowsAreSameOnlyToTheLastDigit() {
    matched("A", row(2.0, 1.0, 7, "full"), row(2.0, 1.0, 7, "full"));
    matched("B", row(null, null, null, "none"), row(null, null, null, "none"));
    matched("C", row(2.0, 1.0, 7, "full"), row(2.0, Math.nextUp(1.0), 7, "full"));
    tally.added();
    tally.removed();
    tally.removed();

    assertThat(tally.counts()).isEqualTo(new RowCounts(2, 1, 2, 1));
    assertThat(tally.counts().before()).isEqualTo(5);
    assertThat(tally.counts().after()).isEqualTo(4);
  }

  @Test
  void wholeNumbersAreSameAcrossTypesAndBytesByContent() {
    var columns =
        new ComparedColumns(
            List.of("id"), List.of("days", "shape"), List.of(), List.of(), List.of());
    var counts = new RowTally(columns, 10);
    counts.matched(List.of("A"), List.of(7, new byte[] {1, 2}), List.of(7L, new byte[] {1, 2}));
    counts.matched(List.of("B"), List.of(7, new byte[] {1, 2}), List.of(7L, new byte[] {1, 3}));

    assertThat(counts.counts()).isEqualTo(new RowCounts(1, 0, 0, 1));
    assertThat(counts.largest().get(0).before().text()).isEqualTo("2 bytes");
  }

  @Test
  void aRowIsToldByItsHeadlineIfThatMoved() {
    matched("A", row(100.0, 1.0, 7, "full"), row(500.0, 1.5, 6, "partial"));

    RowChange change = tally.largest().get(0);
    assertThat(change.column()).isEqualTo("net_km2");
    assertThat(change.difference()).isEqualTo(0.5);
    assertThat(tally.changes())
        .extracting(ColumnChange::column)
        .containsExactlyInAnyOrder("gained_km2", "net_km2", "days", "coverage");
  }

  @Test
  void headlinesComeFirstThenAreasThenNumbersThenWords() {
    matched("words", row(2.0, 1.0, 7, "full"), row(2.0, 1.0, 7, "partial"));
    matched("number", row(2.0, 1.0, 7, "full"), row(2.0, 1.0, 90, "partial"));
    matched("area", row(2.0, 1.0, 7, "full"), row(40.0, 1.0, 90, "partial"));
    matched("small", row(2.0, 1.0, 7, "full"), row(2.0, 1.1, 7, "full"));
    matched("large", row(2.0, 1.0, 7, "full"), row(2.0, -4.0, 7, "full"));

    assertThat(tally.largest())
        .extracting(change -> change.key().get(0))
        .containsExactly("large", "small", "area", "number", "words");
  }

  @Test
  void aFigureWhereThereWasNoneCountsWholeButHasNoDifference() {
    matched("small", row(2.0, 1.0, 7, "full"), row(2.0, 3.0, 7, "full"));
    matched("come", row(2.0, null, 7, "none"), row(2.0, -5.0, 7, "full"));

    assertThat(tally.largest()).extracting(change -> change.key().get(0)).startsWith("come");
    assertThat(tally.largest().get(0).difference()).isNaN();
    assertThat(tally.changes().get(0)).isEqualTo(new ColumnChange("net_km2", 2, 2.0));
  }

  @Test
  void theLargestDifferenceOfAColumnKeepsItsSign() {
    matched("A", row(2.0, 1.0, 7, "full"), row(2.0, 4.0, 7, "full"));
    matched("B", row(2.0, 1.0, 7, "full"), row(2.0, -9.0, 7, "full"));

    assertThat(tally.changes()).containsExactly(new ColumnChange("net_km2", 2, -10.0));
  }

  @Test
  void nullsInAKeyAreNamed() {
    tally.matched(
        Collections.singletonList(null), row(2.0, 1.0, 7, "full"), row(2.0, 4.0, 7, "full"));

    assertThat(tally.largest().get(0).key()).containsExactly("none");
  }

  /** Twenty rows moved by 1 to 20 km²; three tallies of seven each keep the same five of them. */
  @Test
  void partsOfATableAddUpToItInAnyOrder() {
    List<Integer> rows = new ArrayList<>();
    for (int moved = 0; moved <= 20; moved++) {
      rows.add(moved);
    }
    for (long seed = 1; seed <= 20; seed++) {
      Collections.shuffle(rows, new Random(seed));
      var whole = new RowTally(COLUMNS, 5);
      for (int part = 0; part < 3; part++) {
        var tallied = new RowTally(COLUMNS, 5);
        for (int moved : rows.subList(7 * part, 7 * part + 7)) {
          tallied.matched(
              List.of("region " + moved),
              row(0.0, 0.0, 7, "full"),
              row(0.0, (double) moved, 7, "full"));
        }
        whole.addAll(tallied);
      }

      assertThat(whole.counts()).as("seed " + seed).isEqualTo(new RowCounts(1, 0, 0, 20));
      assertThat(whole.changes()).containsExactly(new ColumnChange("net_km2", 20, 20.0));
      assertThat(whole.largest())
          .as("seed " + seed)
          .extracting(RowChange::difference)
          .containsExactly(20.0, 19.0, 18.0, 17.0, 16.0);
    }
  }

  private static final ComparedColumns.Known KNOWN =
      new ComparedColumns.Known(
          "area_delta",
          List.of("region"),
          List.of("region", "opening_km2", "net_km2", "days"),
          List.of("opening_km2", "net_km2"));

  @Test
  void columnsOfOneOutputAreSetAsideAndNetIsTheHeadline() {
    var columns =
        ComparedColumns.of(
            KNOWN,
            List.of("region", "opening_km2", "gone_km2", "net_km2", "days"),
            List.of("region", "days", "net_km2", "opening_km2", "churn_km2"));

    assertThat(columns.values()).containsExactly("days", "net_km2", "opening_km2");
    assertThat(columns.areas()).containsExactly("net_km2", "opening_km2");
    assertThat(columns.onlyOld()).containsExactly("gone_km2");
    assertThat(columns.onlyNew()).containsExactly("churn_km2");
  }

  @Test
  void rowsCannotBeMatchedWithoutTheirKey() {
    assertThatThrownBy(() -> ComparedColumns.of(KNOWN, List.of("days"), List.of("region", "days")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("area_delta")
        .hasMessageContaining("[region]");
  }

  @Test
  void whatBothHaveAndNobodyKnowsIsNotLeftOutInSilence() {
    List<String> columns = List.of("region", "days", "churn_km2");

    assertThatThrownBy(() -> ComparedColumns.of(KNOWN, columns, columns))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("[churn_km2]");
  }
}
