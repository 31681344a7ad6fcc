package org.territorydelta.model.map;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a feature says of itself. Members of a member have their path for a name, with dots between:
 * {@code status.name}; a property that is spelled so itself comes first. The feature's own id is
 * {@link #ID}, and {@code id} as well where no property has that name.
 *
 * @param texts single values as text: numbers and booleans as the file writes them
 * @param nulls names of those that are null
 * @param compounds names of those that are objects or arrays
 */
public record FeatureProperties(
    Map<String, String> texts, Set<String> nulls, Set<String> compounds) {
  public static final String ID = "$id";

  /** The layer that a feature lies in, where its file or the file's place tells one. */
  public static final String LAYER = "$layer";

  public static final FeatureProperties NONE = new FeatureProperties(Map.of(), Set.of(), Set.of());

  public FeatureProperties {
    texts = Collections.unmodifiableMap(texts);
    nulls = Collections.unmodifiableSet(nulls);
    compounds = Collections.unmodifiableSet(compounds);
  }

  /** Properties that are all single values. */
  public static FeatureProperties of(Map<String, String> texts) {
    return new FeatureProperties(texts, Set.of(), Set.of());
  }

  /** The same with one more single value, in place of what had its name. */
  public FeatureProperties with(String name, String value) {
    var changed = new LinkedHashMap<>(texts);
    changed.put(name, value);
    if (!nulls.contains(name) && !compounds.contains(name)) {
      return new FeatureProperties(changed, nulls, compounds);
    }
    var otherNulls = new TreeSet<>(nulls);
    otherNulls.remove(name);
    var otherCompounds = new TreeSet<>(compounds);
    otherCompounds.remove(name);
    return new FeatureProperties(changed, otherNulls, otherCompounds);
  }

  /** A single value that is not null. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  public boolean isNull(String name) {
    return nulls.contains(name);
  }

  public boolean isAbsent(String name) {
    return !texts.containsKey(name) && !nulls.contains(name) && !compounds.contains(name);
  }

  /** The name by which a property is there, small and capital letters alike. */
  public String spelled(String name) {
    if (!isAbsent(name)) {
      return name;
    }
    for (Set<String> names : List.of(texts.keySet(), nulls, compounds)) {
      for (String other : names) {
        if (other.equalsIgnoreCase(name)) {
          return other;
        }
      }
    }
    return name;
  }

  /** For messages: single values and nulls by name. */
  @Override
  public String toString() {
    var shown = new TreeMap<String, String>(texts);
    nulls.forEach(name -> shown.put(name, "null"));
    return shown.toString();
  }
}
