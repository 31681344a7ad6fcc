package org.territorydelta.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PieceRuler;
import org.territorydelta.geo.PreparedArea;
import org.territorydelta.geo.SlowPieceRuler;
import org.territorydelta.model.map.Holding;
import org.territorydelta.normalise.CountryLayer;

/** Pieces of real months, measured from all that they may be measured from, by JTS' own classes. */
class RealDepthsTest {
  private static final double FARTHEST_METRES = OldLine.FARTHEST_METRES;

  /** Half a percent of the farther of both, or five metres: what either may be short by. */
  private static double tolerance(double metres) {
    return Math.max(5, 0.005 * metres);
  }

  @ParameterizedTest
  @CsvSource({
    "deepstate-archive, deepstate, deepstatemap_data_20250602, deepstatemap_data_20250702, 50",
    "nzz, nzz, 2024-08-01, 2024-08-31, 100"
  })
  void depthsAgreeWithTheSearchBySquares(
      String profile, String folder, String openingFile, String closingFile, int leastMeasured)
      throws IOException {
    RealMaps maps = RealMaps.of(profile, folder);
    SnapshotPair pair = maps.pair(openingFile, closingFile);
    var overlay = new Overlay();
    Map<Holding, PreparedArea> ground = new HashMap<>();
    pair.opening()
        .ground()
        .forEach((holding, polygons) -> ground.put(holding, prepared(overlay, polygons)));
    Map<String, PreparedArea> countries = new HashMap<>();
    CountryLayer.ground(Set.of("RU", "UA"))
        .forEach((side, area) -> countries.put(side, new PreparedArea(area)));
    int measured = 0;
    for (ChangedGround piece :
        new ChangedEdgeEngine().changedGround(pair, maps.regions(), overlay)) {
      if (ground.containsKey(piece.from())) {
        assertSameDepth(piece.shape(), ground.get(piece.from()), false);
        measured++;
      }
      if (ground.containsKey(piece.to())) {
        assertSameDepth(piece.shape(), ground.get(piece.to()), true);
        measured++;
      }
      if (countries.containsKey(piece.to().side())) {
        assertSameDepth(piece.shape(), countries.get(piece.to().side()), true);
        measured++;
      }
    }

    assertThat(measured).isGreaterThan(leastMeasured);
  }

  private static PreparedArea prepared(Overlay overlay, List<Polygon> polygons) {
    return new PreparedArea(overlay.union(polygons));
  }

  private static void assertSameDepth(Geometry piece, PreparedArea area, boolean fromGround) {
    var ruler = new PieceRuler(piece);
    var slow = new SlowPieceRuler(piece);
    OptionalDouble distance = ruler.distanceMetres(area, FARTHEST_METRES);
    OptionalDouble expectedDistance = slow.distanceMetres(area, FARTHEST_METRES);
    String where = "Piece at " + piece.getCoordinate();
    assertThat(distance.isPresent()).as(where).isEqualTo(expectedDistance.isPresent());
    if (distance.isEmpty()) {
      return;
    }
    double metres = distance.getAsDouble();
    assertThat(metres).as(where).isCloseTo(expectedDistance.getAsDouble(), within(1e-5));
    double expected =
        fromGround ? slow.farthestFromGround(area, metres) : slow.farthestFromOutline(area, metres);
    PieceRuler.Reach reach =
        fromGround
            ? ruler.farthestFromGround(area, metres)
            : ruler.farthestFromOutline(area, metres);

    assertThat(reach.metres())
        .as(where)
        .isCloseTo(expected, within(tolerance(Math.max(expected, reach.metres()))));
  }
}
