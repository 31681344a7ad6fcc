package org.territorydelta.config;

import java.io.Serializable;
import java.util.List;

/**
 * Where the name of a feature's layer stands; rules ask for it as {@code $layer}. Without a rule it
 * is what the file itself calls its layers, if it has any.
 *
 * @param properties the first of these that a feature has
 * @param fileName a pattern over the file's path with a group around the layer; empty for none
 */
public record LayerRule(List<String> properties, String fileName) implements Serializable {
  public static final LayerRule NONE = new LayerRule(List.of(), "");

  public LayerRule {
    properties = List.copyOf(properties);
  }
}
