/**
 * Which snapshot speaks for which day, as known when; periods, gaps, and which pairs have to be
 * compared; on which days two sources can be.
 *
 * <p>Comes in: what is known of snapshots, without their ground. Goes out: states, coverage, pairs.
 * The law it keeps: consecutive periods share a state.
 */
package org.territorydelta.timeline;
