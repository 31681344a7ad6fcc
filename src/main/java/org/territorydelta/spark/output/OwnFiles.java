package org.territorydelta.spark.output;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.territorydelta.report.HtmlPage;
import org.territorydelta.report.RunManifest;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.spark.tables.DataDictionary;
import org.territorydelta.spark.tables.Table;
import org.territorydelta.spark.tables.Tables;

/**
 * Tells the files that this program writes into an output folder from those that somebody else put
 * there. A file is the program's own where the output's manifest lists it, or where its name is one
 * that the program gives: tables, findings for the next run, the data dictionary, the manifest, the
 * page, and exports. Paths are relative to the output folder, with slashes.
 */
public final class OwnFiles {
  private static final Set<String> TEXTS =
      Set.of(
          DataDictionary.FILE_NAME,
          RunManifest.FILE_NAME,
          HtmlPage.FILE_NAME,
          TableExport.REVIEWS_FILE);

  /** Where a run leaves its findings for the next one; no table. */
  public static final String FINDINGS_FOLDER = "_rerun";

  /** Folders that only ever hold what is in the making. */
  private static final Set<String> IN_THE_MAKING = Set.of(TableExport.UNFINISHED);

  private static final Pattern FINDINGS =
      Pattern.compile(FINDINGS_FOLDER + "/(files|(changes|differences)-\\d{5})");

  private static final Pattern CSV = Pattern.compile(TableExport.CSV_FOLDER + "/([^/]+)\\.csv");

  private static final Pattern TABLE =
      Pattern.compile(
          "([^/]+)/(?:[^/=]+=[^/]+/)*(?:\\1|part)-\\d{5}(?:-[0-9a-f-]+)?[\\w.-]*\\.parquet");

  private final Set<String> tables;
  private final Set<String> listed;
  private final Set<String> names;

  private OwnFiles(List<TableFile> listed) {
    this.tables =
        Stream.concat(
                Stream.concat(Tables.all(), Stream.of(Tables.VIOLATION)).map(Table::name),
                listed.stream().map(TableFile::table))
            .collect(Collectors.toSet());
    this.listed = listed.stream().map(TableFile::path).collect(Collectors.toSet());
    this.names = new HashSet<>(tables);
    names.addAll(TEXTS);
    names.addAll(IN_THE_MAKING);
    names.add(FINDINGS_FOLDER);
    names.add(TableExport.CSV_FOLDER);
  }

  /**
   * @param listed what the output's manifest lists; nothing where it has none that can be read
   */
  public static OwnFiles of(List<TableFile> listed) {
    return new OwnFiles(listed);
  }

  /** Whether a file or folder right inside the output has a name that the program gives. */
  public boolean isOwnName(String name) {
    return names.contains(name);
  }

  /** Whether a file is the program's own, or one that a file manager has hidden among them. */
  public boolean isOwn(String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      return TEXTS.contains(path) || listed.contains(path);
    }
    String top = path.substring(0, slash);
    if (!isOwnName(top)) {
      return false;
    }
    boolean hidden = path.substring(path.lastIndexOf('/') + 1).startsWith(".");
    return hidden
        || IN_THE_MAKING.contains(top)
        || listed.contains(path)
        || FINDINGS.matcher(path).matches()
        || isTable(path)
        || isCsv(path);
  }

  private boolean isTable(String path) {
    var match = TABLE.matcher(path);
    return match.matches() && tables.contains(match.group(1));
  }

  private boolean isCsv(String path) {
    var match = CSV.matcher(path);
    return match.matches() && tables.contains(match.group(1));
  }
}
