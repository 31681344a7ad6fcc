/** The program: commands, wiring, the output folder, exit codes. */
package org.territorydelta.job;
