package org.territorydelta.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.SplitLayer.Part;

class SplitLayerTest {
  private static final String NO_KEY = "-";

  /** Two areas side by side, three degrees wide each. */
  private static final SplitLayer<String> LAYER =
      new SplitLayer<>(
          List.of(
              new Part<>("west", Drawing.box(0, 0, 3, 1)),
              new Part<>("east", Drawing.box(3, 0, 6, 1))));

  @Test
  void aPolygonInsideOneAreaIsHandedOnUntouched() {
    Polygon polygon = Drawing.box(1, 0.2, 2, 0.8);
    assertThatObject(split(LAYER, polygon).get("west").get(0)).isSameAs(polygon);
  }

  @Test
  void aPolygonInsideTheSecondAreaThatTouchesTheFirstIsHandedOnUntouched() {
    Polygon polygon = Drawing.box(3, 0.2, 4, 0.8);
    var pieces = split(LAYER, polygon);
    assertThat(pieces).containsOnlyKeys("east");
    assertThatObject(pieces.get("east").get(0)).isSameAs(polygon);
  }

  @Test
  void aPolygonOutsideThatTouchesAnAreaIsHandedOnUntouched() {
    Polygon polygon = Drawing.box(1, 1, 2, 2);
    var pieces = split(LAYER, polygon);
    assertThat(pieces).containsOnlyKeys(NO_KEY);
    assertThatObject(pieces.get(NO_KEY).get(0)).isSameAs(polygon);
  }

  @Test
  void aPolygonAcrossBothAreasAndTheOutsideIsSplitInThree() {
    var pieces = split(LAYER, Drawing.box(2, 0, 8, 1));
    assertThat(pieces.get("west").get(0).equalsTopo(Drawing.box(2, 0, 3, 1))).isTrue();
    assertThat(pieces.get("east").get(0).equalsTopo(Drawing.box(3, 0, 6, 1))).isTrue();
    assertThat(pieces.get(NO_KEY).get(0).equalsTopo(Drawing.box(6, 0, 8, 1))).isTrue();
  }

  @Test
  void groundInTwoAreasGoesToTheFirst() {
    var overlapping =
        new SplitLayer<>(
            List.of(
                new Part<>("first", Drawing.box(0, 0, 3, 1)),
                new Part<>("second", Drawing.box(1, 0, 5, 1)),
                new Part<>("hidden", Drawing.box(2, 0, 4, 1))));
    var pieces = split(overlapping, Drawing.box(0, 0, 6, 1));
    assertThat(pieces).containsOnlyKeys("first", "second", NO_KEY);
    assertThat(pieces.get("first").get(0).equalsTopo(Drawing.box(0, 0, 3, 1))).isTrue();
    assertThat(pieces.get("second").get(0).equalsTopo(Drawing.box(3, 0, 5, 1))).isTrue();
    assertThat(pieces.get(NO_KEY).get(0).equalsTopo(Drawing.box(5, 0, 6, 1))).isTrue();
  }

  @Test
  void withoutAreasEverythingIsOutside() {
    Polygon polygon = Drawing.box(0, 0, 1, 1);
    assertThatObject(split(new SplitLayer<String>(List.of()), polygon).get(NO_KEY).get(0))
        .isSameAs(polygon);
  }

  @Test
  void aLayerSurvivesSerialisation() throws IOException, ClassNotFoundException {
    split(LAYER, Drawing.box(2, 0, 8, 1));
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(LAYER);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      @SuppressWarnings("unchecked")
      var copy = (SplitLayer<String>) in.readObject();
      assertThat(split(copy, Drawing.box(2, 0, 8, 1))).containsOnlyKeys("west", "east", NO_KEY);
    }
  }

  private static TreeMap<String, List<Polygon>> split(SplitLayer<String> layer, Polygon polygon) {
    var pieces = new TreeMap<String, List<Polygon>>();
    layer.split(
        polygon,
        new Overlay(),
        (key, piece) ->
            pieces.computeIfAbsent(key.orElse(NO_KEY), k -> new ArrayList<>()).add(piece));
    return pieces;
  }
}
