/**
 * From files to encoded snapshots, in tasks: what lies where, how it is shared out, one file read
 * and judged. In come paths and profiles, out go facts of files and maps. Knows no table.
 */
package org.territorydelta.spark.inputs;
