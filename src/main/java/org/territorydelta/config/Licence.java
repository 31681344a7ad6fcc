package org.territorydelta.config;

import java.io.Serializable;

/**
 * The terms a source's maps come under.
 *
 * @param redistributeGeometry whether outputs may hold shapes made from them; figures always may
 */
public record Licence(String name, String attribution, boolean redistributeGeometry)
    implements Serializable {}
