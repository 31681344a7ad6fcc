package org.territorydelta.spark;

import java.io.Serializable;

/**
 * One file to read.
 *
 * @param uri where it is, as Hadoop's Path writes it: spaces and the like are not escaped
 * @param shownPath how the tables name it
 * @param modifiedMillis when it was last written, since 1970
 */
public record SourceFile(
    String sourceId, String uri, String shownPath, long bytes, long modifiedMillis)
    implements Serializable {}
