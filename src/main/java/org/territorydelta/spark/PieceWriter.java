package org.territorydelta.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.territorydelta.change.ChangedGround;
import org.territorydelta.change.NoiseMeasurer;
import org.territorydelta.change.PieceMeasurer;
import org.territorydelta.change.RegionIndex;
import org.territorydelta.change.SnapshotPair;
import org.territorydelta.config.RunConfig;
import org.territorydelta.geo.Overlay;
import org.territorydelta.model.change.ChangePiece;
import org.territorydelta.model.change.Transition;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.model.map.RegionId;
import org.territorydelta.normalise.CountryLayer;
import org.territorydelta.spark.tables.Tables;
import org.territorydelta.summary.RegionTree;

/**
 * Tells a pair's changed ground piece by piece, as rows of {@code change_polygon}, and its noise.
 */
final class PieceWriter implements Serializable {
  private static final long serialVersionUID = 1;

  private final ArrayList<LayerSet> layerSets;
  private final HashMap<String, Geometry> countries;
  private final HashSet<String> showing;
  private final double noiseWidthMetres;
  private final RegionTree regions;
  private transient volatile PieceMeasurer measurer;

  PieceWriter(RunConfig config, RegionTree regions) {
    this.layerSets = new ArrayList<>(config.layerSets());
    this.noiseWidthMetres = config.pieces().noiseWidthMetres();
    this.regions = regions;
    this.showing = new HashSet<>(config.showing());
    Set<String> sides = new TreeSet<>();
    for (RunConfig.Source source : config.sources()) {
      source.profile().firmToSoft().forEach(holding -> sides.add(holding.side()));
    }
    this.countries = new HashMap<>(CountryLayer.ground(sides));
  }

  /** Rows without a period, in spatial order. */
  ArrayList<PieceRow> rows(
      SnapshotPair pair, List<ChangedGround> pieces, RegionIndex index, Overlay overlay) {
    boolean shows = showing.contains(pair.opening().id().sourceId());
    var rows = new ArrayList<PieceRow>();
    for (ChangePiece piece : measurer().measure(pair, pieces, index, overlay)) {
      rows.add(
          new PieceRow(
              Tables.CHANGE_POLYGON.unplaced(piece, sums(piece.areas().areaM2()), shows),
              piece.key().pieceId(),
              piece.course().from(),
              piece.course().to(),
              new TreeMap<>(piece.areas().areaM2()),
              new TreeMap<>(piece.areas().noiseM2())));
    }
    return rows;
  }

  private SortedMap<RegionId, Long> sums(SortedMap<Cell, Long> areasM2) {
    SortedMap<RegionId, Long> sums = regions.sums(areasM2);
    sums.remove(RegionId.ALL);
    return sums;
  }

  /** The part of a pair's transitions that is redraw noise. */
  ArrayList<Transition> noise(List<ChangedGround> pieces, RegionIndex index, Overlay overlay) {
    return new ArrayList<>(new NoiseMeasurer(noiseWidthMetres).noise(pieces, index, overlay));
  }

  private PieceMeasurer measurer() {
    PieceMeasurer known = measurer;
    if (known == null) {
      known = new PieceMeasurer(layerSets, countries, new NoiseMeasurer(noiseWidthMetres));
      measurer = known;
    }
    return known;
  }
}
