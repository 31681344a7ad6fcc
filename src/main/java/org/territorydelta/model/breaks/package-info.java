/**
 * Places in a series that no ground truth explains, their kinds, and the limits from which on they
 * count.
 */
package org.territorydelta.model.breaks;
