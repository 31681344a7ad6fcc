/**
 * The Spark session: opened with the settings that the tables need, or joined with them in a scope
 * of their own. Nothing else of the project is known here.
 *
 * <p>The law it keeps: a session that was there before is left as it was found.
 */
package org.territorydelta.spark.session;
