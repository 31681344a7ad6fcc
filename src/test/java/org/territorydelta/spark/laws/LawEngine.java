package org.territorydelta.spark.laws;

import java.util.List;

/** An engine with the tables of one output, in which laws are tried. */
interface LawEngine {
  /** Creates or replaces a view. */
  void view(String name, String sql);

  /** The rows of a query, each as a text. */
  List<String> rows(String sql);

  /** The columns of a view. */
  List<String> columns(String view);
}
