package org.territorydelta.model.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.territorydelta.model.change.ChangePiece.Areas;
import org.territorydelta.model.change.ChangePiece.Course;
import org.territorydelta.model.change.ChangePiece.Depth;
import org.territorydelta.model.change.ChangePiece.Key;
import org.territorydelta.model.change.ChangePiece.Measures;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.RegionId;

class ChangePieceTest {
  private static final Holding BLUE = new Holding("BLUE", "held");
  private static final Holding RED = new Holding("RED", "held");
  private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
  private static final LocalDate LAST = LocalDate.parse("2024-01-31");
  private static final Cell IN_ONE =
      new Cell(List.of(new Cell.Membership(new RegionId("ONE", 1), "AA", false)));

  private static Areas areas(long areaM2, long areaInOneM2, long noiseM2) {
    var noise = new TreeMap<Cell, Long>();
    if (noiseM2 != 0) {
      noise.put(Cell.OUTSIDE, noiseM2);
    }
    var areas = new TreeMap<Cell, Long>();
    areas.put(Cell.OUTSIDE, areaM2);
    areas.put(IN_ONE, areaInOneM2);
    return new Areas(areas, noise);
  }

  private static Measures measures(double widthMetres, double bearingDegrees) {
    return new Measures(
        OptionalDouble.of(widthMetres),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.of(bearingDegrees));
  }

  private static ChangePiece piece(String side, ChangeKind change) {
    return new ChangePiece(
        new Key("0123456789abcdef", "alpha", side, "controlled"),
        new Course(change, RED, BLUE, FIRST, LAST),
        areas(8, 4, 0),
        measures(100, 0),
        new GeometryFactory().createPolygon());
  }

  @Test
  void oneSideGainsWhatTheOtherLoses() {
    assertThat(piece("BLUE", ChangeKind.GAINED).course().own()).isEqualTo(BLUE);
    assertThat(piece("RED", ChangeKind.LOST).course().own()).isEqualTo(RED);
    assertThatIllegalArgumentException().isThrownBy(() -> piece("RED", ChangeKind.GAINED));
    assertThatIllegalArgumentException().isThrownBy(() -> piece("BLUE", ChangeKind.LOST));
  }

  @Test
  void aPieceIsNoisyWhenMoreThanHalfOfItIsNoise() {
    // Of 12 in two cells.
    assertThat(areas(8, 4, 6).isNoisy()).isFalse();
    assertThat(areas(8, 4, 7).isNoisy()).isTrue();
    assertThat(areas(9, 4, 7).totalM2()).isEqualTo(13);
    assertThat(areas(9, 4, 7).totalNoiseM2()).isEqualTo(7);
  }

  @Test
  void noiseIsPartOfTheGround() {
    assertThatIllegalArgumentException().isThrownBy(() -> areas(8, 4, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> areas(8, 4, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> areas(8, 0, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Areas(new TreeMap<>(), new TreeMap<>()));
  }

  @Test
  void bothEndsDiffer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Course(ChangeKind.GAINED, BLUE, BLUE, FIRST, LAST));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Course(ChangeKind.GAINED, RED, BLUE, LAST, LAST));
  }

  @Test
  void lengthsAndDirectionsAreInTheirBounds() {
    assertThat(measures(0.5, 359.9).widthMetres()).hasValue(0.5);
    assertThatIllegalArgumentException().isThrownBy(() -> measures(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> measures(Double.NaN, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> measures(1, 360));
    assertThatIllegalArgumentException().isThrownBy(() -> measures(1, -0.1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Depth(-1, DepthFrom.BORDER));
  }

  @Test
  void wordsAreReadAsTheyAreWritten() {
    for (ChangeKind kind : ChangeKind.values()) {
      assertThat(ChangeKind.parse(kind.word())).isEqualTo(kind);
    }
    for (DepthFrom from : DepthFrom.values()) {
      assertThat(DepthFrom.parse(from.word())).isEqualTo(from);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> ChangeKind.parse("taken"));
    assertThatIllegalArgumentException().isThrownBy(() -> DepthFrom.parse("coast"));
  }
}
