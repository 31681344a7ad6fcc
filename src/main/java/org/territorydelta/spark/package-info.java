/**
 * Spark at the edge: tables with their schemas and codecs, the stages that carry plain Java to the
 * data, and Parquet. The only package that imports Spark.
 *
 * <p>The law it keeps: the same rows give the same bytes, whatever the number of tasks, the locale
 * or the time zone.
 */
package org.territorydelta.spark;
