package org.territorydelta.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.territorydelta.model.figure.AreaDelta;
import org.territorydelta.model.figure.AreaDelta.Figures;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.SnapshotFacts;
import org.territorydelta.scene.ControlScene;
import org.territorydelta.scene.Drawing;
import org.territorydelta.scene.MeasuredScene;
import org.territorydelta.scene.RandomScene;
import org.territorydelta.timeline.SourceTimeline;

/** A standing world and a world told backwards, on random scenes. */
class TimeLawsTest {
  @Test
  void theSameMapTwiceChangesNothing() {
    RandomScene.each(
        random -> {
          Drawing first = random.scene().drawings().get(0);
          ControlScene twice = ControlScene.of(first.sourceId());
          twice.draw(first);
          twice.draw(onDay(first, first.mapDate().plusDays(1)));
          var scene = twice.measurer().regions(random.regions()).measure();

          assertThat(scene.summary().transitions()).isEmpty();
          assertThat(scene.summary().areaDeltas())
              .allSatisfy(
                  delta -> {
                    Figures f = delta.figures().orElseThrow();
                    assertThat(f)
                        .isEqualTo(
                            new Figures(
                                f.closing(),
                                f.closing(),
                                AreaDelta.Change.ZERO,
                                AreaDelta.Change.ZERO,
                                AreaDelta.Change.ZERO));
                  });
        });
  }

  /** Stocks are carried from the first map, here the last: equal but for roundings on the way. */
  @Test
  void reversingTimeSwapsGainedAndLost() {
    RandomScene.each(
        random -> {
          MeasuredScene forward = random.measurer().measure();
          SourceTimeline timeline = forward.timeline();
          List<String> current = timeline.current().stream().map(SnapshotFacts::path).toList();
          ControlScene backwards = ControlScene.of("random");
          for (Drawing drawing : random.scene().drawings()) {
            if (current.contains(drawing.path())) {
              long after = drawing.mapDate().toEpochDay() - timeline.firstMapDate().toEpochDay();
              backwards.draw(onDay(drawing, timeline.lastMapDate().minusDays(after)));
            }
          }
          var reversed =
              new RandomScene(random.seed(), backwards, random.regions()).measurer().measure();
          Map<String, AreaDelta> found = whole(reversed);
          Map<String, AreaDelta> expected = whole(forward);

          assertThat(found.keySet()).isEqualTo(expected.keySet());
          expected.forEach((row, f) -> areSwapped(f, found.get(row)));
        });
  }

  private static void areSwapped(AreaDelta there, AreaDelta back) {
    Figures forward = there.figures().orElseThrow();
    Figures backward = back.figures().orElseThrow();
    Offset<Long> roundings = Offset.offset(there.details().boundM2() + back.details().boundM2());
    assertThat(backward.change().lostM2()).isCloseTo(forward.change().gainedM2(), roundings);
    assertThat(backward.change().gainedM2()).isCloseTo(forward.change().lostM2(), roundings);
    assertThat(backward.gross().lostM2()).isCloseTo(forward.gross().gainedM2(), roundings);
    assertThat(backward.reclassified().lostM2())
        .isCloseTo(forward.reclassified().gainedM2(), roundings);
    assertThat(backward.closing().areaM2()).isCloseTo(forward.opening().areaM2(), roundings);
  }

  private static Map<String, AreaDelta> whole(MeasuredScene scene) {
    Map<String, AreaDelta> whole = new TreeMap<>();
    for (AreaDelta delta : scene.summary().areaDeltas()) {
      AreaDelta.Key key = delta.key();
      if (key.period().kind() == PeriodKind.ALL) {
        whole.put(key.side() + " " + key.layerSet() + " " + key.region().id(), delta);
      }
    }
    return whole;
  }

  private static Drawing onDay(Drawing drawing, LocalDate day) {
    return new Drawing(
        drawing.sourceId(), day, day, drawing.path() + " on " + day, drawing.shapes());
  }
}
