package org.territorydelta.spark.session;

import org.apache.spark.api.java.JavaSparkContext;

/** Into how many tasks work is cut. */
public final class TaskCounts {
  /** Enough that a slow task does not hold up the others at the end. */
  private static final int TASKS_A_CORE = 4;

  private TaskCounts() {}

  public static int many(JavaSparkContext spark) {
    return TASKS_A_CORE * spark.defaultParallelism();
  }
}
