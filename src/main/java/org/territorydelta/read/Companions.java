package org.territorydelta.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Files that belong to another, beside it and of its name but for the end: a shapefile's. */
public interface Companions {
  /** Ends of names that are looked for, in the order in which they are hashed. */
  List<String> ENDINGS = List.of("cpg", "dbf", "prj");

  /** For a file that stands alone. */
  Companions NONE = ending -> Optional.empty();

  /**
   * All bytes of the companion.
   *
   * @param ending in small letters, without the dot: {@code dbf}
   */
  Optional<byte[]> bytes(String ending) throws IOException;
}
