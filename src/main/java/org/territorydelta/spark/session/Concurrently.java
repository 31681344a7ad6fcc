package org.territorydelta.spark.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs Spark jobs side by side from the driver. */
public final class Concurrently {
  private static final int THREADS = 4;

  private Concurrently() {}

  /**
   * The results of all tasks, one list after the other in the order of the tasks.
   *
   * @throws IllegalStateException with the first failure as its cause
   */
  public static <T> List<T> all(List<Callable<List<T>>> tasks) {
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(THREADS, tasks.size()));
    try {
      List<T> results = new ArrayList<>();
      for (Future<List<T>> result : threads.invokeAll(tasks)) {
        results.addAll(result.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot finish the output", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot finish the output: interrupted", e);
    } finally {
      threads.shutdown();
    }
  }
}
