/**
 * What is different between two maps: transitions from one holding to another, connected pieces of
 * changed ground with their measures, ground that came and went.
 */
package org.territorydelta.model.change;
