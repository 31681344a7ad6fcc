/**
 * The YAML config and the source profiles, read and validated whole.
 *
 * <p>Comes in: text. Goes out: a {@link org.territorydelta.config.RunConfig} with every default
 * filled in, or one {@link org.territorydelta.config.ConfigException} with every problem and its
 * line.
 */
package org.territorydelta.config;
