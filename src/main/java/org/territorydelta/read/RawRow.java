package org.territorydelta.read;

import java.util.Map;
import java.util.Optional;

/**
 * One row of a file of rows, as read.
 *
 * @param index its place among the rows, from 0; a header is none of them
 * @param values by column; a cell without anything in it is missing
 * @param fault why it could not be read as a row; then there are no values
 * @param decimals how its numbers may be written
 * @param raw the first 2 kB of it as the file has it
 */
public record RawRow(
    int index, Map<String, String> values, Optional<String> fault, Decimals decimals, String raw) {
  /** What parts the whole of a number from its decimals. */
  public enum Decimals {
    POINT,
    /** A point or a comma: the file's cells are not parted by commas. */
    POINT_OR_COMMA
  }
}
