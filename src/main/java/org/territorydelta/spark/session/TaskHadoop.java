package org.territorydelta.spark.session;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * How files are reached from inside a task: as from the driver, with every {@code spark.hadoop.*}
 * that was set for the session, keys of an object store among them. What {@code
 * SparkHadoopUtil.get().conf()} gives in an executor knows nothing of them.
 */
public final class TaskHadoop {
  private static SparkEnv madeFor;
  private static Configuration made;

  private TaskHadoop() {}

  /** Made once for a session, as reading Hadoop's defaults takes longer than a small file. */
  public static synchronized Configuration configuration() {
    SparkEnv now = SparkEnv.get();
    if (now != madeFor) {
      made = SparkHadoopUtil.get().newConfiguration(now.conf());
      madeFor = now;
    }
    return made;
  }
}
