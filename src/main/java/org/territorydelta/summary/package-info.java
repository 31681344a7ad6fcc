/**
 * From transitions to the rows of {@code control_area}, {@code transition} and {@code area_delta},
 * and the laws those rows are held against.
 *
 * <p>Comes in: stocks of the first map, transitions of every pair. Goes out: rows whose figures
 * agree with each other exactly, in integers; {@link org.territorydelta.summary.SourceLaws} proves
 * it on what was written, and {@link org.territorydelta.summary.SpreadLaws} what holds between
 * sources.
 */
package org.territorydelta.summary;
