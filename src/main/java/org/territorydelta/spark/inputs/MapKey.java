package org.territorydelta.spark.inputs;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.territorydelta.model.Sha256;

/**
 * A map as its file has it, whatever the file is called: what is computed from two such maps holds
 * for any run that reads these bytes in the same way.
 *
 * @param fileSha256 of the file's bytes
 * @param mapDate which of the file's maps
 */
public record MapKey(String fileSha256, LocalDate mapDate)
    implements Comparable<MapKey>, Serializable {
  private static final Comparator<MapKey> ORDER =
      Comparator.comparing(MapKey::mapDate).thenComparing(MapKey::fileSha256);

  @Override
  public int compareTo(MapKey other) {
    return ORDER.compare(this, other);
  }

  /** One name for maps that follow each other. */
  public static String chain(List<MapKey> maps) {
    MessageDigest digest = Sha256.digest();
    for (MapKey map : maps) {
      digest.update((map.mapDate + " " + map.fileSha256 + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Sha256.hex(digest);
  }

  /**
   * A map on which the holders of places were told.
   *
   * @param places tells which places
   */
  public record Survey(MapKey map, String places) implements Comparable<Survey>, Serializable {
    private static final Comparator<Survey> ORDER =
        Comparator.comparing(Survey::map).thenComparing(Survey::places);

    @Override
    public int compareTo(Survey other) {
      return ORDER.compare(this, other);
    }
  }

  /** Two maps that were compared. */
  public record Pair(MapKey opening, MapKey closing) implements Comparable<Pair>, Serializable {
    private static final Comparator<Pair> ORDER =
        Comparator.comparing(Pair::opening).thenComparing(Pair::closing);

    @Override
    public int compareTo(Pair other) {
      return ORDER.compare(this, other);
    }
  }
}
