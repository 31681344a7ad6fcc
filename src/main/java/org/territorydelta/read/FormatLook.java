package org.territorydelta.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.territorydelta.model.map.FileFormat;

/**
 * What a look at the beginning of a file shows.
 *
 * @param format its word in a profile; {@code zip} for packed files, {@code unknown} for others
 * @param unwrap member names down to the features, with dots; empty where they are at the top
 */
public record FormatLook(String format, String unwrap) {
  /**
   * @param in the file's bytes, plain or gzip
   */
  public static FormatLook at(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    byte[] start;
    try {
      start =
          (gzip ? new GZIPInputStream(buffered) : buffered)
              .readNBytes(FormatFinder.LOOKED_AT_BYTES);
    } catch (IOException e) {
      // What is wrong with it, its reader will say.
      start = new byte[0];
    }
    if (ZipContents.isZip(start)) {
      return new FormatLook("zip", "");
    }
    byte[] beginning = start;
    return FormatFinder.find(start)
        .map(format -> new FormatLook(format.word(), unwrap(format, beginning)))
        .orElse(new FormatLook("unknown", ""));
  }

  private static String unwrap(FileFormat format, byte[] start) {
    return switch (format) {
      case GEOJSON, GEOJSON_SEQUENCE -> FormatFinder.wrapper(start);
      default -> "";
    };
  }
}
