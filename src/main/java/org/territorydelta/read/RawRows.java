package org.territorydelta.read;

import java.util.List;
import java.util.Set;

/**
 * A whole file of rows, as read.
 *
 * @param columns every column that any row may have, as the file spells them but in small letters
 *     with underscores
 */
public record RawRows(Set<String> columns, List<RawRow> rows, String sha256, long bytes) {}
