package org.territorydelta.spark;

import java.io.IOException;
import java.util.TreeMap;
import org.territorydelta.model.Cell;
import org.territorydelta.model.Rejection;
import org.territorydelta.model.RejectionReason;

/** Alters what a finished run left for the next one, so that the next one contradicts itself. */
public final class ForgedFindings {
  private static final long SQUARE_KILOMETRE_M2 = 1_000_000;

  private ForgedFindings() {}

  /**
   * Puts a polygon of the first file into the quarantine that no file counts.
   *
   * @param code as the run left it
   */
  public static void rejectOneMore(String output, String sourceId, String code) throws IOException {
    FormerRun former = FormerRun.in(output, code, JobSession.hadoop());
    ReadStage.FileFacts first = former.source(sourceId).orElseThrow().files().get(0).facts();
    first
        .rejections()
        .add(
            new Rejection(
                sourceId,
                first.file().path(),
                Rejection.Place.of(0, 0),
                RejectionReason.MALFORMED_GEOMETRY,
                "forged",
                ""));
    former.write(output, JobSession.hadoop());
  }

  /** Gives every holding of the maps whose stocks are kept a square kilometre more, everywhere. */
  public static void addToStocks(String output, String sourceId) throws IOException {
    SourceChanges changes = FormerRun.changes(output, sourceId, JobSession.hadoop());
    for (SourceChanges.Stocks stocks : changes.stocks().values()) {
      for (TreeMap<Cell, Long> cells : stocks.areasM2().values()) {
        cells.replaceAll((cell, area) -> area + SQUARE_KILOMETRE_M2);
      }
    }
    StateFile.write(changes, FormerRun.changesFile(output, sourceId), JobSession.hadoop());
  }
}
