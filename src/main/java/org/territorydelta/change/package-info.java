/**
 * The heart: two snapshots in, what changed hands out, by cell of the regions.
 *
 * <p>An engine is a {@link org.territorydelta.change.ChangeEngine}; {@link
 * org.territorydelta.change.FullOverlayEngine} is the plain one and the oracle of any other. The
 * law it keeps: for every holding, what it had less what left plus what came is what it has, to the
 * rounding of pieces ({@link org.territorydelta.change.MarginCheck}).
 */
package org.territorydelta.change;
