package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.figure.PeriodPiece;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.scene.LargeScene;
import org.territorydelta.scene.MeasuredScene;

/**
 * Every law of a source's tables on country-sized scenes. The gate looks at a few of moderate
 * detail; {@code mvn test -Dtest=LargeScenesTest -Dlarge.scenes=200 -Dlarge.columns=160} looks at
 * as many as asked for, with 25,600 quadrangles each, most of whose edges are drawn anew.
 */
class LargeScenesTest {
  private static final int SCENES = Integer.getInteger("large.scenes", 4);
  private static final int COLUMNS = Integer.getInteger("large.columns", 24);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SCENES);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyLawHolds(long seed) {
    MeasuredScene scene = LargeScene.measured(seed, COLUMNS);
    SourceTables tables = scene.tables();

    assertThat(SourceLaws.check(tables)).isEmpty();
    // Of nothing any law would hold.
    List<PeriodPiece> pieces = tables.pieces();
    assertThat(pieces).hasSizeGreaterThan(COLUMNS * COLUMNS);
    assertThat(tables.areaDeltas().stream().filter(LargeScenesTest::isWhole))
        .allSatisfy(
            row -> assertThat(row.figures().orElseThrow().change().gainedM2()).isPositive());
  }

  private static boolean isWhole(AreaDelta row) {
    return row.key().region().id().equals(RegionId.ALL)
        && row.key().period().kind() == PeriodKind.ALL;
  }
}
