package org.territorydelta.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.territorydelta.model.map.FileFormat;

/** Reads a file as what it turns out to be, zip files by what is in them. */
final class FoundBody implements FormatBody {
  private final Function<FileFormat, FormatBody> bodies;
  private final Optional<FileFormat> only;

  /**
   * @param only the format that is expected; any where it is empty
   */
  FoundBody(Function<FileFormat, FormatBody> bodies, Optional<FileFormat> only) {
    this.bodies = bodies;
    this.only = only;
  }

  @Override
  public RawFile read(InputStream in, Companions beside) throws IOException {
    var buffered = new BufferedInputStream(in, FormatFinder.LOOKED_AT_BYTES);
    buffered.mark(FormatFinder.LOOKED_AT_BYTES);
    byte[] start = buffered.readNBytes(FormatFinder.LOOKED_AT_BYTES);
    buffered.reset();
    if (ZipContents.isZip(start)) {
      return new ZipBody(bodies, only).read(buffered, beside);
    }
    if (only.isPresent()) {
      return bodies.apply(only.get()).read(buffered, beside);
    }
    if (start.length == 0) {
      throw new UnreadableFileException("the file is empty");
    }
    FileFormat found =
        FormatFinder.find(start)
            .orElseThrow(
                () ->
                    new UnreadableFileException(
                        "its content is of no known format; say which it is by format in the profile"));
    return bodies.apply(found).read(buffered, beside);
  }
}
