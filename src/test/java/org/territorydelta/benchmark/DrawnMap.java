package org.territorydelta.benchmark;

import java.util.List;

/**
 * What one map shows, ready to be written in the shape of either archive.
 *
 * @param held all ground that one side holds
 * @param firm of it, what it held on the map before; with {@code gained} it is {@code held}, and
 *     shares edges with it
 * @param gained came since the map before
 * @param lost went since the map before; nobody's now
 * @param raid ground that the other side holds beyond the border, in Kursk; may be empty
 */
record DrawnMap(
    List<Outline> held,
    List<Outline> firm,
    List<Outline> gained,
    List<Outline> lost,
    List<Outline> raid) {}
