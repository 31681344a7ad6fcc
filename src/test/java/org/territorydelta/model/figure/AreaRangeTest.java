package org.territorydelta.model.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AreaRangeTest {
  @Test
  void aRangeGoesUp() {
    assertThatThrownBy(() -> new AreaRange(2, 1)).hasMessageContaining("expected at most high=1");
  }

  @Test
  void aRangeAroundTwoGoesFromTheLeastToTheMost() {
    assertThat(new AreaRange(-5, 1).around(new AreaRange(3, 8))).isEqualTo(new AreaRange(-5, 8));
    assertThat(new AreaRange(-5, 9).around(new AreaRange(3, 8))).isEqualTo(new AreaRange(-5, 9));
  }

  @Test
  void bothEndsAreIncluded() {
    var range = new AreaRange(-5, 1);

    assertThat(range.includes(-6)).isFalse();
    assertThat(range.includes(-5)).isTrue();
    assertThat(range.includes(1)).isTrue();
    assertThat(range.includes(2)).isFalse();
    assertThat(range.widthM2()).isEqualTo(6);
  }

  @Test
  void ofTwoPartsAsWideTheFirstIsTheWidest() {
    var band =
        new NetBand(
            1,
            0,
            new TreeMap<>(
                Map.of(
                    BandPart.SOURCES, new AreaRange(0, 4),
                    BandPart.JITTER, new AreaRange(1, 5),
                    BandPart.LAG, new AreaRange(1, 2))));

    assertThat(band.widest()).contains(BandPart.JITTER);
    assertThat(band.net()).isEqualTo(new AreaRange(0, 5));
  }

  @Test
  void aBandHasAPart() {
    assertThatThrownBy(() -> new NetBand(1, 0, new TreeMap<>()))
        .hasMessageContaining("expected at least one part");
  }
}
