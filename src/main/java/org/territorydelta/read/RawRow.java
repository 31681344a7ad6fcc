package org.territorydelta.read;

import java.util.Map;
import java.util.Optional;

/**
 * One row of a file of rows, as read.
 *
 * @param index its place among the rows, from 0; a header is none of them
 * @param values by column; a cell without anything in it is missing
 * @param fault why it could not be read as a row; then there are no values
 * @param raw the first 2 kB of it as the file has it
 */
public record RawRow(int index, Map<String, String> values, Optional<String> fault, String raw) {}
