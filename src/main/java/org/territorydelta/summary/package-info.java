/**
 * From transitions to the rows of {@code control_area}, {@code transition} and {@code area_delta},
 * and the laws those rows are held against.
 *
 * <p>Comes in: stocks of the first map, transitions of every pair. Goes out: rows whose figures
 * agree with each other exactly, in integers; {@link org.territorydelta.summary.SourceLaws} proves
 * it on what was written, and {@link org.territorydelta.summary.SpreadLaws} what holds between
 * sources.
 *
 * <p>{@link org.territorydelta.summary.AgreementSummary} sums up where two sources differ, with the
 * stocks of both as margins. {@link org.territorydelta.summary.SeriesBreaks} looks through a series
 * by rules, each a class of its own with its thresholds and the measurements that chose them:
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
