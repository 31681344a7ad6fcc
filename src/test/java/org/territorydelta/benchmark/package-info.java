/**
 * The benchmark: how long a run takes beside what its users would run instead, how fast the engine
 * is beside plain overlay, and how cost grows.
 *
 * <p>In come maps of the user's own or {@link org.territorydelta.benchmark.SyntheticArchive
 * synthetic} ones; out come {@link org.territorydelta.benchmark.Figures}. The law it keeps: what is
 * set in a ratio was measured in one call, as whole processes in turn or on one warm thread, and
 * stands for a median.
 *
 * <p>It lives among the tests so that neither it nor what it needs is in the job's jar.
 */
package org.territorydelta.benchmark;
