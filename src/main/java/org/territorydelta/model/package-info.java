/**
 * The nouns: holdings, snapshots, regions, periods, transitions, pieces, deltas, rejections, as
 * records that check themselves. Areas are fixed-point integers here and everywhere inside ({@link
 * org.territorydelta.model.SquareKm}); dates are days.
 *
 * <p>Imports nothing of the project. Comes in: values. Goes out: values that cannot contradict
 * themselves.
 */
package org.territorydelta.model;
