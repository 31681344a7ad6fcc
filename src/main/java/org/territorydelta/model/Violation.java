package org.territorydelta.model;

import java.io.Serializable;

/**
 * A row, or a file, that breaks a law.
 *
 * @param row the key of the row, or the file's name
 * @param law the law in words, with the figures that break it
 */
public record Violation(String table, String row, String law) implements Serializable {
  @Override
  public String toString() {
    return table + " [" + row + "]: " + law;
  }
}
