/**
 * The laws of the tables, as SQL, and who holds a written output against them.
 *
 * <p>Each law is a file {@code laws/NAME.sql} among the resources: a header with its name, its
 * sentence and the tables it reads, then one query for the rows that break it. The queries run
 * unchanged in Spark SQL and in DuckDB. Lists in a column, and what many laws need, are views:
 * {@code views.spark.sql} and {@code views.duckdb.sql} make the same ones in the two dialects,
 * {@code views.sql} is for both. In come the tables of an output, out go breaks. Nothing here knows
 * how the figures were computed.
 */
package org.territorydelta.spark.laws;
