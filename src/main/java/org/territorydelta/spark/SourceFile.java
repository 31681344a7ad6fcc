package org.territorydelta.spark;

import java.io.Serializable;

/**
 * One file to read.
 *
 * @param uri where it is
 * @param shownPath how the tables name it
 */
public record SourceFile(String sourceId, String uri, String shownPath, long bytes)
    implements Serializable {}
