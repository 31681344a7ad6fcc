/**
 * What a stranger's files are, before anything is known of them: formats, properties, dates, and
 * which profile may fit.
 *
 * <p>Comes in: files, opened on demand. Goes out: series of files with a built-in profile or a
 * draft of one, as text for a person and as YAML that runs. The law it keeps: a guess is marked as
 * one.
 */
package org.territorydelta.inspect;
