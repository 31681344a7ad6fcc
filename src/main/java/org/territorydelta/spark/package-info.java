/**
 * A run on Spark, from files to tables: what is read and judged ({@link
 * org.territorydelta.spark.MapReading}), compared ({@link org.territorydelta.spark.Comparison}),
 * summed up ({@link org.territorydelta.spark.SummaryStage}, {@link
 * org.territorydelta.spark.RegionStage}) and weighed ({@link
 * org.territorydelta.spark.ReportStage}), and what of an earlier run still holds ({@link
 * org.territorydelta.spark.Reuse}). {@link org.territorydelta.spark.JobSession} is the door for
 * commands. This and the packages below it are the only ones that import Spark.
 *
 * <p>Below it, arrows go one way: {@code session} and {@code inputs} know of nothing else here,
 * {@code tables} of the session, {@code laws} of nothing, {@code output} of tables and laws, and
 * this package of all.
 *
 * <p>The law it keeps: the same input and config give the same rows in the same order, whatever the
 * number of tasks, the locale or the time zone. Nothing in the driver or in one task grows with
 * maps times regions.
 */
package org.territorydelta.spark;
