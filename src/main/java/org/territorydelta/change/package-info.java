/**
 * The heart: two snapshots in, what changed hands out, piece by piece and by cell of the regions.
 *
 * <p>An engine is a {@link org.territorydelta.change.ChangeEngine}; {@link
 * org.territorydelta.change.ChangedEdgeEngine} is the fast one, {@link
 * org.territorydelta.change.FullOverlayEngine} the plain one and its oracle. The law it keeps: for
 * every holding, what it had less what left plus what came is what it has, to the rounding of
 * pieces ({@link org.territorydelta.change.MarginCheck}).
 *
 * <p>What an engine finds are connected pieces ({@link org.territorydelta.change.ChangedGround}),
 * and a pair's transitions are their sums, exactly. {@link org.territorydelta.change.NoiseMeasurer}
 * tells how much of them is noise of redrawn lines, {@link org.territorydelta.change.PieceMeasurer}
 * describes them as each side's gains and losses.
 *
 * <p>{@link org.territorydelta.change.TurnoverFinder} lays the changed ground of a chain of maps on
 * each other and finds what changed hands more than once.
 *
 * <p>Two sources are held against each other by {@link org.territorydelta.change.SourceComparer},
 * in the same way: by the edges that only one of two maps has. The law it keeps: what differs
 * accounts for both maps' own areas on every day, and what is carried through a month is what its
 * last day shows. {@link org.territorydelta.change.BlockFinder} tells of the larger pieces of a
 * pair what rules need that judge a series without its geometry.
 */
package org.territorydelta.change;
