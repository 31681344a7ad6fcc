/**
 * A profile's view of a file: sides and statuses by rule, map dates, repair, and a partition out of
 * overlaps; and what rows of claims, events and places say.
 *
 * <p>Comes in: raw features and rows. Goes out: snapshots, reports, and rejections. The law it
 * keeps: every feature is used, ignored by a named rule, or in quarantine, every row is used or in
 * quarantine, and the counts add up.
 */
package org.territorydelta.normalise;
