/**
 * The benchmark: how long a run takes beside the bare start of Spark, how fast the engine is beside
 * plain overlay, how cost grows, and what GeoPandas needs for the same work.
 *
 * <p>In come maps of the user's own or {@link org.territorydelta.benchmark.SyntheticArchive
 * synthetic} ones; out come {@link org.territorydelta.benchmark.Figures}. The law it keeps: what is
 * set in a ratio was measured in one call, by the same JVM flags and class path, as whole processes
 * in turn or on one warm thread, and stands for a median.
 *
 * <p>It lives among the tests so that neither it nor what it needs is in the job's jar.
 */
package org.territorydelta.benchmark;
