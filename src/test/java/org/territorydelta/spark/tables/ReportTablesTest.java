package org.territorydelta.spark.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.claim.AsKnown;
import org.territorydelta.model.claim.ClaimAssessment;
import org.territorydelta.model.claim.ClaimAssessment.Against;
import org.territorydelta.model.claim.ClaimLabel;
import org.territorydelta.model.claim.Incomparability;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.spark.SharedSession;

/** What the tables of reports show beside what their records hold. */
class ReportTablesTest {
  private static <T> Row throughSpark(Table<T> table, T value) {
    return SharedSession.get().createDataFrame(List.of(table.row(value)), table.schema()).first();
  }

  @Test
  void figuresOfAClaimStandBesideWhatItSays() {
    Row row =
        throughSpark(
            Tables.CLAIM_ASSESSMENT,
            new ClaimAssessment(
                ReportRecords.FULL,
                true,
                new Against("nzz", "controlled", AsKnown.NOW),
                Optional.of(ReportRecords.MEASURED),
                ClaimLabel.STRONGLY_HIGH,
                Set.of()));

    assertThat(row.<Double>getAs("value_low")).isEqualTo(390.0);
    assertThat(row.<Integer>getAs("significant_digits")).isEqualTo(2);
    assertThat(row.<Double>getAs("claimed_value")).isCloseTo(1010.095, within(0.001));
    assertThat(row.<Double>getAs("difference")).isCloseTo(383.595, within(0.001));
    assertThat(row.<Double>getAs("ratio")).isCloseTo(1.6123, within(0.0001));
    assertThat(row.<Integer>getAs("claimed_days")).isEqualTo(7);
    assertThat(row.<Integer>getAs("covered_days")).isEqualTo(6);
    assertThat(row.<Double>getAs("covered_value")).isNull();
    assertThat(row.<Double>getAs("opening_km2")).isZero();
  }

  @Test
  void anEndOfAComparisonIsInBothUnits() {
    Row row = throughSpark(Tables.COMPARISON, ReportRecords.comparison(Set.of()));

    assertThat(row.<Double>getAs("left_km2")).isCloseTo(1010.095, within(0.001));
    assertThat(row.<Double>getAs("left_sq_mi")).isCloseTo(390, within(1e-9));
    assertThat(row.<Double>getAs("left_per_day")).isCloseTo(144.299, within(0.001));
    assertThat(row.<Double>getAs("right_km2")).isNull();
    assertThat(row.<Double>getAs("ratio")).isNull();
  }

  @Test
  void everyKeyColumnIsAColumnThatIsNeverNull() {
    Tables.reports()
        .forEach(
            table ->
                assertThat(table.columns().stream().filter(c -> !c.nullable()).map(Column::name))
                    .as(table.name())
                    .containsAll(table.key())
                    .doesNotHaveDuplicates());
  }

  @Test
  void theDictionaryExplainsEveryWord() {
    String dictionary = DataDictionary.markdown();

    for (Qualifier qualifier : Qualifier.values()) {
      assertThat(dictionary)
          .contains("| `" + qualifier.word() + "` | " + qualifier.interval() + " |");
    }
    for (ClaimLabel label : ClaimLabel.values()) {
      assertThat(dictionary).contains("| `" + label + "` | " + label.meaning() + " |");
    }
    for (Incomparability reason : Incomparability.values()) {
      assertThat(dictionary).contains("| `" + reason + "` | " + reason.meaning() + " |");
    }
  }
}
