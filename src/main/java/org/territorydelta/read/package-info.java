/**
 * Files as they are: one reader per format behind {@link org.territorydelta.read.FeatureReader},
 * each a stream of tokens, without judgement.
 *
 * <p>Comes in: bytes. Goes out: raw features, with the start of each one's text for the quarantine,
 * or an {@link org.territorydelta.read.UnreadableFileException}.
 */
package org.territorydelta.read;
