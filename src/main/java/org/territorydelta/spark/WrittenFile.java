package org.territorydelta.spark;

/**
 * One file of a table.
 *
 * @param path below the output folder
 */
public record WrittenFile(String table, String path, long rows, String sha256) {}
