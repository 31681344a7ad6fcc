/**
 * The tables of an output. Each is one class: its columns with type, unit, meaning and the value
 * that a record gives them, its key, its folders. Schema, rows, data dictionary and CSV follow from
 * that.
 *
 * <p>They are written by Spark's {@code DataFrameWriter} in a format of our own, {@link
 * org.territorydelta.spark.tables.TableFormat}: Spark's Parquet, with the count and the content
 * hash of the rows in each footer and, for tables with shapes, what makes a file GeoParquet 1.1.
 * They are read by {@code spark.read}. A new table is a class here and an entry in {@link
 * org.territorydelta.spark.tables.Tables}; a new column is one entry in its table.
 *
 * <p>The law it keeps: the same rows give the same content hash, and lie in the same order in as
 * many files, whatever the number of tasks.
 */
package org.territorydelta.spark.tables;
