/**
 * Files as they are: one reader per format of maps behind {@link
 * org.territorydelta.read.FeatureReader}, each a stream of tokens, and {@link
 * org.territorydelta.read.RowReader} for small files of rows; without judgement.
 *
 * <p>Comes in: bytes. Goes out: raw features or rows, with the start of each one's text for the
 * quarantine, or an {@link org.territorydelta.read.UnreadableFileException}.
 */
package org.territorydelta.read;
