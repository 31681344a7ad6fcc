/**
 * Files as they are: one reader per format of maps behind {@link
 * org.territorydelta.read.FeatureReader}, which keeps the file it read last and reads of the next
 * what is new in it, its polygons only when they are asked for, and {@link
 * org.territorydelta.read.RowReader} for small files of rows; without judgement.
 *
 * <p>Comes in: bytes. Goes out: raw features or rows, with the start of each one's text for the
 * quarantine, or an {@link org.territorydelta.read.UnreadableFileException}.
 */
package org.territorydelta.read;
