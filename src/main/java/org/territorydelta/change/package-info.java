/**
 * The heart: two snapshots in, what changed hands out, by cell of the regions.
 *
 * <p>An engine is a {@link org.territorydelta.change.ChangeEngine}; {@link
 * org.territorydelta.change.ChangedEdgeEngine} is the fast one, {@link
 * org.territorydelta.change.FullOverlayEngine} the plain one and its oracle. The law it keeps: for
 * every holding, what it had less what left plus what came is what it has, to the rounding of
 * pieces ({@link org.territorydelta.change.MarginCheck}).
 */
package org.territorydelta.change;
