package org.territorydelta.model;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was worked out of things that come back, file after file, as the very same objects. A result
 * is kept as long as each file has its object; so there are never more than two files have.
 *
 * @param <K> what comes back; told apart by identity, and not changed
 * @param <V> what is worked out of it
 */
public final class RecentResults<K, V> {
  private Map<K, V> before = new IdentityHashMap<>();
  private Map<K, V> now = new IdentityHashMap<>();

  /** The result for an object, worked out unless it is known. */
  public V of(K key, Function<? super K, ? extends V> work) {
    V known = now.get(key);
    if (known == null) {
      known = before.get(key);
      if (known == null) {
        known = work.apply(key);
      }
      now.put(key, known);
    }
    return known;
  }

  /** Begins the next file; forgets what the last one did not have. */
  public void next() {
    before = now;
    now = new IdentityHashMap<>();
  }
}
