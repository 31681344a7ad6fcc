/**
 * A written output as a whole: which files are the program's, whether they are what the manifest
 * says and keep the laws, how two outputs differ, what the page shows, and the tables as CSV.
 */
package org.territorydelta.spark.output;
