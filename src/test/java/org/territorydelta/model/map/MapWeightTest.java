package org.territorydelta.model.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MapWeightTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-15);

  @Test
  void groundIsWeighedByItsAreaAndNotByPolygons() {
    // One polygon of 10 km² against ninety-nine of 10 km² in all.
    assertThat(weight(99, 1, 10, 10, 0).rejectedShare()).isEqualTo(0.5, EXACT);
    assertThat(weight(1, 99, 90, 10, 0).rejectedShare()).isEqualTo(0.1, EXACT);
  }

  @Test
  void aPolygonOfUnknownAreaWeighsAsTheOthersDoOnAverage() {
    // Three polygons of 30 km², one of them rejected with 10 km²; a fourth counts as 10 km² too.
    assertThat(weight(2, 2, 20, 10, 1).rejectedShare()).isEqualTo(20.0 / 40, EXACT);
    assertThat(weight(3, 1, 30, 0, 1).rejectedShare()).isEqualTo(10.0 / 40, EXACT);
    assertThat(weight(0, 2, 0, 0, 2).rejectedShare()).isEqualTo(1, EXACT);
  }

  @Test
  void whatIsIgnoredWeighsNothing() {
    var ignoredOnly = new MapWeight(LocalDate.EPOCH, 0, 7, 0, 0, 0, 0);
    assertThat(ignoredOnly.rejectedShare()).isZero();
    assertThat(ignoredOnly.isBlank()).isFalse();
    assertThat(weight(0, 0, 0, 0, 0).isBlank()).isTrue();
    assertThat(weight(0, 0, 0, 0, 0).rejectedShare()).isZero();
  }

  @Test
  void countsMustFit() {
    assertThatIllegalArgumentException().isThrownBy(() -> weight(1, 1, 1, 1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> weight(-1, 0, 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> weight(1, 1, 1, -1, 0));
  }

  private static MapWeight weight(
      long used, long rejected, long usedKm2, long rejectedKm2, long unmeasured) {
    return new MapWeight(
        LocalDate.EPOCH,
        used,
        0,
        rejected,
        usedKm2 * 1_000_000,
        rejectedKm2 * 1_000_000,
        unmeasured);
  }
}
