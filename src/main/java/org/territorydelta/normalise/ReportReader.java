package org.territorydelta.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.map.MapFile;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.model.map.Tally;
import org.territorydelta.read.RawRow;
import org.territorydelta.read.RawRows;
import org.territorydelta.read.RowReader;
import org.territorydelta.read.UnreadableFileException;

/**
 * Reads files of one kind of report. Each row is understood by itself: one that cannot be used goes
 * to the rejections and stops no other. Ids are the rows' own over all files of the kind.
 *
 * @param <T> what a row is
 */
abstract class ReportReader<T> {
  private final String kind;
  private final Map<String, RegionFacts> regions = new LinkedHashMap<>();
  private final Set<String> ids = new HashSet<>();
  private final RunConfig.Proposals proposals;

  /**
   * @param kind stands for the source in the quarantine
   * @param regions every region there can be a figure for; of two with one id the larger level's
   *     gives way
   * @param proposals which rows count that are only proposed
   */
  ReportReader(String kind, Collection<RegionFacts> regions, RunConfig.Proposals proposals) {
    this.kind = kind;
    this.proposals = proposals;
    regions.stream()
        .filter(region -> !region.id().isUnassigned())
        .sorted(Comparator.comparing(RegionFacts::id))
        .forEach(region -> this.regions.putIfAbsent(region.id().id(), region));
  }

  /** The columns that every file must have, each with the names it may go by. */
  abstract List<List<String>> neededColumns();

  /** What else a file may be that lacks columns, and what to do then; empty when nobody knows. */
  String hint(Set<String> columns) {
    return "";
  }

  /** What a row says; where it is not sound, that is noted and there may be nothing. */
  abstract Optional<T> value(RowJudge row);

  abstract String id(T value);

  final Map<String, RegionFacts> regions() {
    return regions;
  }

  /**
   * @param path as the tables shall name it
   * @throws UnreadableFileException when it is no file of rows, or lacks a column
   */
  public final ReportFile<T> read(String path, InputStream in) throws IOException {
    return read(path, in, "");
  }

  /**
   * @param path as the tables shall name it
   * @param encoding of a file that is not UTF-8; empty for none
   * @throws UnreadableFileException when it is no file of rows, or lacks a column
   */
  public final ReportFile<T> read(String path, InputStream in, String encoding) throws IOException {
    RawRows file = RowReader.read(in, encoding);
    List<String> missing =
        neededColumns().stream()
            .filter(names -> names.stream().noneMatch(file.columns()::contains))
            .map(names -> String.join(" or ", names))
            .toList();
    if (!missing.isEmpty()) {
      throw new UnreadableFileException(
          "it has no column "
              + String.join(", ", missing)
              + "; its columns are "
              + String.join(", ", file.columns())
              + hint(file.columns()));
    }
    List<T> values = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    int ignored = 0;
    for (RawRow row : file.rows()) {
      var judge = new RowJudge(row);
      if (!proposals.accepts(
          judge.optionalText("proposed").orElse(""), judge.optionalText("confidence").orElse(""))) {
        ignored++;
        continue;
      }
      Optional<T> value = value(judge);
      if (judge.isSound() && !ids.add(id(value.orElseThrow()))) {
        judge.fault(RejectionReason.DUPLICATE_ID, "id '" + id(value.get()) + "' is there before");
      }
      if (judge.isSound()) {
        values.add(value.get());
      } else {
        rejections.add(judge.rejection(kind, path, row));
      }
    }
    var tally = new Tally(file.rows().size(), values.size(), ignored, rejections.size());
    return new ReportFile<>(
        new MapFile(
            kind,
            path,
            new MapFile.Content(file.sha256(), file.bytes()),
            List.of(),
            List.of(),
            tally,
            tally,
            new TreeMap<>()),
        values,
        rejections);
  }
}
