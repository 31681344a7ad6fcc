package org.territorydelta.spark;

import java.io.IOException;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import org.territorydelta.model.map.Cell;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.spark.inputs.ReadStage;

/** Alters what a finished run left for the next one, so that the next one contradicts itself. */
public final class ForgedFindings {
  private static final long SQUARE_KILOMETRE_M2 = 1_000_000;

  private ForgedFindings() {}

  /** Puts a polygon of the first file into the quarantine that no file counts. */
  public static void rejectOneMore(String output, String sourceId) throws IOException {
    FormerRun former = FormerRun.in(output, JobSession.hadoop());
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
    former.write(JobSession.hadoop());
  }

  /** Gives every holding of the maps whose stocks are kept a square kilometre more, everywhere. */
  public static void addToStocks(String output, String sourceId) throws IOException {
    for (String name : FormerRun.in(output, JobSession.hadoop()).state().changes().keySet()) {
      Path file = FormerRun.part(output, name);
      FormerRun.Changes part = StateFile.read(FormerRun.Changes.class, file, JobSession.hadoop());
      for (SourceChanges changes : part.findings()) {
        if (changes.sourceId().equals(sourceId)) {
          changes.stocks().values().forEach(ForgedFindings::addToStocks);
        }
      }
      StateFile.write(part, file, JobSession.hadoop());
    }
  }

  private static void addToStocks(SourceChanges.Stocks stocks) {
    for (TreeMap<Cell, Long> cells : stocks.areasM2().values()) {
      cells.replaceAll((cell, area) -> area + SQUARE_KILOMETRE_M2);
    }
  }
}
