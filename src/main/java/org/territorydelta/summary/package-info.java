/**
 * From transitions to the rows of {@code control_area}, {@code transition} and {@code area_delta},
 * by ledgers in whole square metres.
 *
 * <p>Comes in: what was measured of maps and pairs of maps, cell by cell ({@link
 * org.territorydelta.summary.CellMeasures}). A {@link org.territorydelta.summary.CellLedger}
 * carries one cell of one source through all its maps, closes what changed hands with what there
 * is, and proves the chain wherever stocks were measured again. A {@link
 * org.territorydelta.summary.RegionLedger} is the sum of the ledgers of its cells, in any order;
 * {@link org.territorydelta.summary.LedgerSums} proves that the regions of a level add up to the
 * whole. {@link org.territorydelta.summary.SourceLedger} is that whole, and tells what only the
 * whole can tell: whether the maps' own areas are met, and where the series breaks. {@link
 * org.territorydelta.summary.SourceSummary} makes the rows of one region at a time, whose figures
 * agree with each other exactly.
 *
 * <p>{@link org.territorydelta.summary.RegionAgreement} sums up in the same way where two sources
 * differ, with the stocks of both as margins. {@link org.territorydelta.summary.SeriesBreaks} looks
 * through a series by rules, each a class of its own with its thresholds and the measurements that
 * chose them:
 *
 * <ul>
 *   <li>{@link org.territorydelta.summary.ReversalRule}: a dropout or a spike;
 *   <li>{@link org.territorydelta.summary.PlausibilityRule}: more ground than there can be;
 *   <li>{@link org.territorydelta.summary.MisplacedRule}, {@link
 *       org.territorydelta.summary.ScopeRule}: ground in the wrong place;
 *   <li>{@link org.territorydelta.summary.BaseRule}: a base redefined;
 *   <li>{@link org.territorydelta.summary.ReclassificationRule}: a block that changes its status;
 *   <li>{@link org.territorydelta.summary.BatchRule}: several days' change on one.
 * </ul>
 *
 * <p>A break is a flag. Nothing is repaired; what the config excludes is left out by name, and
 * everything computed without it.
 */
package org.territorydelta.summary;
