package org.territorydelta.spark.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.territorydelta.geo.Generaliser;
import org.territorydelta.geo.Wkb;
import org.territorydelta.model.InputException;
import org.territorydelta.model.Violation;
import org.territorydelta.report.Outline;
import org.territorydelta.report.PageInput;
import org.territorydelta.report.RunManifest;
import org.territorydelta.report.RunManifest.TableFile;
import org.territorydelta.report.TableRows;
import org.territorydelta.spark.tables.GeoParquet;
import org.territorydelta.spark.tables.TableReader;
import org.territorydelta.spark.tables.Tables;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads what the page shows from a written output. A table that the output does not have is left
 * out, a column that it does not have is null in every row.
 */
public final class PageReader {
  private static final int SHOWN_VIOLATIONS = 5;

  /** So that the borders of a page stay below a tenth of its size. */
  private static final int MOST_BORDER_VERTICES = 20_000;

  /** So that the pieces of two years of two sources stay below a megabyte. */
  private static final int MOST_PIECE_VERTICES = 80_000;

  private final String folder;
  private final Configuration hadoop;
  private final RunManifest run;
  private final TableReader reader;

  private PageReader(SparkSession spark, String folder, RunManifest run) {
    this.folder = folder;
    this.hadoop = spark.sparkContext().hadoopConfiguration();
    this.run = run;
    this.reader = new TableReader(spark, folder);
  }

  /**
   * @param run the output's manifest
   * @throws InputException when a table's file is missing, or is not the one the manifest lists
   */
  public static PageInput read(SparkSession spark, String folder, RunManifest run)
      throws IOException {
    return new PageReader(spark, folder, run).read();
  }

  /**
   * Some tables by some of their columns.
   *
   * @throws InputException when a table's file is missing, or is not the one the manifest lists
   */
  public static Map<String, TableRows> tables(
      SparkSession spark, String folder, RunManifest run, Map<String, List<String>> columns)
      throws IOException {
    return new PageReader(spark, folder, run).tables(columns);
  }

  private PageInput read() throws IOException {
    Map<String, TableRows> tables = tables(PageInput.WANTED);
    return new PageInput(run, tables, borders(), pieces());
  }

  private Map<String, TableRows> tables(Map<String, List<String>> columns) throws IOException {
    List<TableFile> wanted =
        run.tables().stream().filter(file -> columns.containsKey(file.table())).toList();
    List<Violation> damaged = OutputFiles.of(folder, hadoop).hashes(wanted);
    if (!damaged.isEmpty()) {
      throw new InputException(
          "Cannot report on " + folder + ": " + Violation.text(damaged, SHOWN_VIOLATIONS));
    }
    Map<String, TableRows> tables = new HashMap<>();
    for (String name : columns.keySet()) {
      List<TableFile> files = wanted.stream().filter(file -> file.table().equals(name)).toList();
      if (!files.isEmpty()) {
        tables.put(name, new TableRows(columns.get(name), rows(name, columns.get(name))));
      }
    }
    return tables;
  }

  private List<List<Object>> rows(String name, List<String> columns) throws IOException {
    List<String> known = List.of(Tables.named(name).schema().fieldNames());
    List<String> there = columns.stream().filter(known::contains).toList();
    int[] places = columns.stream().mapToInt(there::indexOf).toArray();
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : reader.inOrder(Tables.named(name), there)) {
      List<Object> values = new ArrayList<>(places.length);
      for (int place : places) {
        values.add(place < 0 ? null : plain(row.get(place)));
      }
      rows.add(values);
    }
    return rows;
  }

  private static Object plain(Object value) {
    return value instanceof Seq<?> list ? List.copyOf(CollectionConverters.asJava(list)) : value;
  }

  /** Level by level, since only the regions of one share their borders. */
  private Map<String, Outline> borders() throws IOException {
    Map<Integer, Map<String, Geometry>> levels = new LinkedHashMap<>();
    for (List<Object> row : shapes("region", "region_id", "level")) {
      int level = (Integer) row.get(1);
      levels
          .computeIfAbsent(level, any -> new LinkedHashMap<>())
          .put(PageInput.regionKey((String) row.get(0), level), Wkb.fromBytes((byte[]) row.get(2)));
    }
    Map<String, Outline> drawn = new HashMap<>();
    levels
        .values()
        .forEach(
            level ->
                drawn.putAll(
                    outlines(level, Generaliser.borders(all(level), MOST_BORDER_VERTICES))));
    return drawn;
  }

  private Map<String, Outline> pieces() throws IOException {
    Map<String, Geometry> pieces = new LinkedHashMap<>();
    for (List<Object> row : shapes("change_polygon", "piece_id")) {
      pieces.putIfAbsent((String) row.get(0), Wkb.fromBytes((byte[]) row.get(1)));
    }
    return outlines(pieces, Generaliser.shapes(all(pieces), MOST_PIECE_VERTICES));
  }

  private static List<Geometry> all(Map<String, Geometry> shapes) {
    return List.copyOf(shapes.values());
  }

  /** The rows of a table that have a shape: some columns, then the shape. */
  private List<List<Object>> shapes(String table, String... columns) throws IOException {
    List<String> wanted = new ArrayList<>(List.of(columns));
    wanted.add(GeoParquet.GEOMETRY);
    return rows(table, wanted).stream().filter(row -> row.get(columns.length) != null).toList();
  }

  private static Map<String, Outline> outlines(Map<String, Geometry> named, List<Geometry> drawn) {
    Map<String, Outline> outlines = new HashMap<>();
    int i = 0;
    for (String name : named.keySet()) {
      outlines.put(name, outline(drawn.get(i++)));
    }
    return outlines;
  }

  private static Outline outline(Geometry shape) {
    List<Outline.Ring> rings = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        rings.add(new Outline.Ring(i, steps(polygon.getExteriorRing())));
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(new Outline.Ring(i, steps(polygon.getInteriorRingN(hole))));
        }
      }
    }
    return new Outline(rings);
  }

  private static List<Integer> steps(LinearRing ring) {
    List<Integer> steps = new ArrayList<>();
    int lon = 0;
    int lat = 0;
    for (int i = 0; i < ring.getNumPoints() - 1; i++) {
      int nextLon = (int) Math.round(ring.getCoordinateN(i).x * Outline.STEPS_PER_DEGREE);
      int nextLat = (int) Math.round(ring.getCoordinateN(i).y * Outline.STEPS_PER_DEGREE);
      steps.add(nextLon - lon);
      steps.add(nextLat - lat);
      lon = nextLon;
      lat = nextLat;
    }
    return steps;
  }
}
