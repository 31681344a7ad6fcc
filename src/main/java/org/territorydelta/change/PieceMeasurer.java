package org.territorydelta.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.GroundHash;
import org.territorydelta.geo.Overlay;
import org.territorydelta.geo.PieceRuler;
import org.territorydelta.geo.PreparedArea;
import org.territorydelta.geo.SpatialOrder;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.map.ControlSnapshot;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;

/**
 * Describes pieces of changed ground as each side's gains and losses by each layer set: how wide,
 * how deep, which way. The <em>old line</em> is the outline of all ground that the side controlled
 * by the layer set on the opening map; a piece that was gained lies outside of it, one that was
 * lost inside.
 *
 * <ul>
 *   <li>Depth is the greatest distance of any point of the piece from the old line. A piece that
 *       was gained and is nearer to the border of the side's country than to the old line has it
 *       from that border, zero where it does not reach beyond. Nothing is measured from farther
 *       than {@link OldLine#FARTHEST_METRES}.
 *   <li>Mean depth is the area over the length of old line that the piece touches, where this is
 *       two noise widths or more: a strip of noise has no longer an end.
 *   <li>The bearing is the mean direction across the touched old line into the piece; where the
 *       piece touches less than that, the direction in which its depth was measured.
 * </ul>
 *
 * {@link PieceRuler} says how lengths and directions are taken and how exact they are.
 */
public final class PieceMeasurer {
  /** A strip of noise is up to one noise width wide; the contact at its end may slant. */
  private static final int NOISE_WIDTHS_OF_CONTACT = 2;

  /** The order for writing: what is near stays near, and no two rows are alike to it. */
  public static final Comparator<ChangePiece> SPATIAL_ORDER =
      Comparator.comparing(ChangePiece::geometry, SpatialOrder.byPlace())
          .thenComparing(piece -> piece.key().pieceId())
          .thenComparing(piece -> piece.key().layerSet())
          .thenComparing(piece -> piece.key().side());

  private record Controller(String side, LayerSet layerSet) {}

  private final List<LayerSet> layerSets;
  private final Map<String, PreparedArea> countries;
  private final NoiseMeasurer noise;

  /**
   * @param countries ground of countries, in longitude/latitude, by the name of the side whose they
   *     are
   */
  public PieceMeasurer(
      List<LayerSet> layerSets, Map<String, Geometry> countries, NoiseMeasurer noise) {
    this.layerSets = List.copyOf(layerSets);
    this.countries = new HashMap<>();
    countries.forEach((side, ground) -> this.countries.put(side, new PreparedArea(ground)));
    this.noise = noise;
  }

  /**
   * One row for each side and layer set that gained or lost the piece, in spatial order; nothing of
   * pieces that no layer set tells apart before and after.
   *
   * @param pieces what an engine found of the pair
   * @param regions those it was measured by
   */
  public List<ChangePiece> measure(
      SnapshotPair pair, List<ChangedGround> pieces, RegionIndex regions, Overlay overlay) {
    Map<Controller, OldLine> oldLines = new HashMap<>();
    List<ChangePiece> rows = new ArrayList<>();
    for (ChangedGround piece : pieces) {
      List<PieceRole> roles = PieceRole.of(piece.from(), piece.to(), layerSets);
      if (roles.isEmpty()) {
        continue;
      }
      Geometry shape = piece.shape();
      var ruler = new PieceRuler(shape);
      String id = id(pair, piece, shape);
      var areas = new ChangePiece.Areas(piece.areasM2(), noise.noiseM2(piece, regions, overlay));
      for (PieceRole role : roles) {
        OldLine line =
            oldLines.computeIfAbsent(
                new Controller(role.side(), role.layerSet()),
                key -> oldLine(key, pair.opening(), overlay));
        rows.add(
            new ChangePiece(
                new ChangePiece.Key(
                    id, pair.opening().id().sourceId(), role.side(), role.layerSet().name()),
                new ChangePiece.Course(
                    role.change(),
                    piece.from(),
                    piece.to(),
                    pair.opening().id().mapDate(),
                    pair.closing().id().mapDate()),
                areas,
                line.measure(ruler, role.change(), piece.areaM2()),
                shape));
      }
    }
    rows.sort(SPATIAL_ORDER);
    return rows;
  }

  private OldLine oldLine(Controller controller, ControlSnapshot opening, Overlay overlay) {
    List<Polygon> controlled = new ArrayList<>();
    opening
        .ground()
        .forEach(
            (holding, polygons) -> {
              if (controller.layerSet.controls(controller.side, holding)) {
                controlled.addAll(polygons);
              }
            });
    return new OldLine(
        controlled.isEmpty()
            ? Optional.empty()
            : Optional.of(new PreparedArea(overlay.union(controlled))),
        Optional.ofNullable(countries.get(controller.side)),
        NOISE_WIDTHS_OF_CONTACT * noise.widthMetres());
  }

  private static String id(SnapshotPair pair, ChangedGround piece, Geometry shape) {
    SortedMap<Holding, List<Polygon>> ground = new TreeMap<>();
    ground.put(piece.to(), Overlay.polygons(shape));
    return ChangePiece.Key.idOf(
        pair.opening().id().sourceId(),
        pair.opening().id().mapDate().toString(),
        pair.closing().id().mapDate().toString(),
        piece.from().toString(),
        GroundHash.of(ground));
  }
}
