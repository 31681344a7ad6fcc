/**
 * A profile's view of a file: sides and statuses by rule, map dates, repair, and a partition out of
 * overlaps.
 *
 * <p>Comes in: raw features. Goes out: snapshots and rejections. The law it keeps: every feature is
 * used, ignored by a named rule, or in quarantine, and the counts add up.
 */
package org.territorydelta.normalise;
