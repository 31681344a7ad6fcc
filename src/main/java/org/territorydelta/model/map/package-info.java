/**
 * Maps of who holds what: files and what became of them, snapshots, holdings, regions, the rules
 * that took polygons and the reasons for which others were left out.
 */
package org.territorydelta.model.map;
