package org.territorydelta.benchmark;

import java.nio.file.Path;

/** What others would do the work with; {@code work.py} beside the scripts says what the work is. */
enum Peer {
  GEOPANDAS("GeoPandas", "geopandas"),
  SEDONADB("SedonaDB", "sedonadb"),
  DUCKDB("DuckDB", "duckdb");

  private final String title;
  private final String id;

  Peer(String title, String id) {
    this.title = title;
    this.id = id;
  }

  /** As its makers write it. */
  String title() {
    return title;
  }

  /** Its package on PyPI, and how it is named on the command line. */
  String id() {
    return id;
  }

  Path script() {
    return Path.of("src", "test", "python", "peers", id + "_peer.py");
  }

  @Override
  public String toString() {
    return id;
  }
}
