package org.territorydelta.change;

import java.util.ArrayList;
import java.util.List;
import org.territorydelta.model.change.ChangeKind;
import org.territorydelta.model.map.Holding;
import org.territorydelta.model.map.LayerSet;

/** What ground that went from one holding to another is to a side, by a layer set. */
public record PieceRole(String side, LayerSet layerSet, ChangeKind change) {
  /** Every side and layer set that gained or lost such ground, in the order of the layer sets. */
  public static List<PieceRole> of(Holding from, Holding to, List<LayerSet> layerSets) {
    List<PieceRole> roles = new ArrayList<>();
    for (LayerSet layerSet : layerSets) {
      String gainer = to.side();
      String loser = from.side();
      if (layerSet.controls(gainer, to) && !layerSet.controls(gainer, from)) {
        roles.add(new PieceRole(gainer, layerSet, ChangeKind.GAINED));
      }
      if (layerSet.controls(loser, from) && !layerSet.controls(loser, to)) {
        roles.add(new PieceRole(loser, layerSet, ChangeKind.LOST));
      }
    }
    return roles;
  }
}
