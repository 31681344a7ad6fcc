package org.territorydelta.config;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The date of files whose name has none, or a wrong one; it stands for what a rule would find in
 * the path.
 *
 * @param fileName a pattern that the path has
 */
public record DateOverride(String fileName, LocalDate day) implements Serializable {}
